/** Code units on both sides of what a sample shows. */
const context = 30;

/** A stretch of a text with what stands around it, in one line. */
export function sampleOf(
	text: string,
	{start, end}: {start: number; end: number},
): string {
	const from = Math.max(0, start - context);
	const to = Math.min(text.length, end + context);
	const line = text
		.slice(from, to)
		.replaceAll(/\s+/g, ' ')

		.trim()
		.replaceAll(/\p{Surrogate}/gu, '');
	return `${from > 0 ? '…' : ''}${line}${to < text.length ? '…' : ''}`;
}

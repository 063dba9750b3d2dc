/** A phrase cut at its wildcards. */
export type Template = readonly string[];

/** Cuts a phrase at each `…`. */
export function template(phrase: string): Template {
	return phrase.split('…');
}

/**
 * What stands for the first wildcard where a text is the phrase, else null. Both ends are anchored, and each piece is
 * looked for once, from left to right, so that no text makes it slow.
 */
export function match(pieces: Template, text: string): string | null {
	const first = pieces[0] ?? '';
	const last = pieces.at(-1) ?? '';
	if (pieces.length === 1) return text === first ? '' : null;
	if (text.length < first.length + last.length) return null;
	if (!text.startsWith(first) || !text.endsWith(last)) return null;
	const end = text.length - last.length;
	let at = first.length;
	let filled: string | null = null;
	for (const piece of pieces.slice(1, -1)) {
		const found = text.indexOf(piece, at);
		if (found < 0 || found + piece.length > end) return null;
		filled ??= text.slice(at, found);
		at = found + piece.length;
	}
	return filled ?? text.slice(at, end);
}

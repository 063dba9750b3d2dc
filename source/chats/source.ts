/** The bytes of a text in UTF-8, and how a piece of them is decoded. */
export type Narrow = {
	bytes: Uint8Array;
	decode(from: number, to: number): string;
};

/**
 * A text as it is scanned. A narrow one has the bytes of its UTF-8, one character each: it needs half the memory or less,
 * nothing is decoded before it is known to be wanted, and all that the scan looks for is ASCII.
 */
export type Source = {text: string; narrow: Narrow | null};

/** A piece of the text as it was written. */
export function textAt(
	{text, narrow}: Source,
	from: number,
	to: number,
): string {
	return narrow ? narrow.decode(from, to) : text.slice(from, to);
}

/** Whether a byte-order mark stands here. */
export function hasMarkAt({text, narrow}: Source, at: number): boolean {
	return narrow
		? text.startsWith('\u00EF\u00BB\u00BF', at)
		: text.charCodeAt(at) === 0xfeff;
}

/** How many bytes the beginning of a text has in UTF-8. */
export function utf8Length(text: string, end: number): number {
	let length = 0;
	for (let at = 0; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code < 0x80) length++;
		else if (code < 0x800) length += 2;
		// Each half of a pair is two of its four bytes.
		else length += code >= 0xd800 && code < 0xe000 ? 2 : 3;
	}
	return length;
}

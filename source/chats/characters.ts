/** What one UTF-16 unit can be in a header line. Digits are `value + 1`. */
export const MARK = 16;
export const SPACE = 17;

/** First digit (zero) of each script that a phone may write dates in. */
const ZEROS = [
	0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66,
	0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

/**
 * Invisible marks that carry no text (reference, section 1.4): direction marks, embeddings, isolates and the byte-order
 * mark. U+200C and U+200D are not among them: they belong to emoji and to Persian words.
 */
const MARKS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u061C]/;
const ALL_MARKS = new RegExp(MARKS.source, 'g');
const MARK_RANGES = [
	[0x200e, 0x200f],
	[0x202a, 0x202e],
	[0x2066, 0x2069],
	[0xfeff, 0xfeff],
	[0x061c, 0x061c],
] as const;

const classes = new Uint8Array(0x10000);
for (const zero of ZEROS)
	for (let value = 0; value < 10; value++) classes[zero + value] = value + 1;
for (const [from, to] of MARK_RANGES)
	for (let code = from; code <= to; code++) classes[code] = MARK;
for (const code of [0x20, 0x09, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000])
	classes[code] = SPACE;
for (let code = 0x2000; code <= 0x200a; code++) classes[code] = SPACE;

/** The class of a UTF-16 unit: 0, a digit's value + 1, MARK or SPACE. */
export function classOf(code: number): number {
	return classes[code] ?? 0;
}

/** Whether a text has any invisible mark. */
export function hasMarks(text: string): boolean {
	return MARKS.test(text);
}

/** A text without its invisible marks; every other character survives. */
export function stripMarks(text: string): string {
	return MARKS.test(text) ? text.replace(ALL_MARKS, '') : text;
}

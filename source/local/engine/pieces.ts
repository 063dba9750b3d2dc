/** Labels and placeholders of the data set (design, section 5): always one token. */
const atoms =
	/(?<![\p{L}\p{N}_])Person\d+(?![\p{L}\p{N}_])|\[\p{L}[\p{L}\d_-]{1,23}\]/gu;

/**
 * What merges never cross: an emoji with its modifiers, a word with the space before it,
 * up to three digits, a run of one punctuation mark, other signs, white space.
 */
const pieces =
	/ ?\p{Extended_Pictographic}(?:\p{M}|\p{EMod}|\u200d\p{Extended_Pictographic})*| ?\p{L}(?:[\p{L}\p{M}'’]|\u200c|\u200d)*| ?\p{N}{1,3}| ?([^\s\p{L}\p{N}\p{Extended_Pictographic}])\1*|\s|./gsu;

/** A part of a text: an atom (one token if the vocabulary knows it), a line break, or a piece that merges work on. */
export type Part = {kind: 'atom' | 'line' | 'piece'; text: string};

/** The atoms of a text, each as often as it stands there. */
export const atomsIn = (text: string): readonly string[] =>
	text.match(atoms) ?? [];

/** Cuts a text into its parts; joined they are the text again. */
export function cut(text: string): Part[] {
	const parts: Part[] = [];
	let from = 0;
	for (const match of text.matchAll(atoms)) {
		cutPieces(text.slice(from, match.index), parts);
		parts.push({kind: 'atom', text: match[0]});
		from = match.index + match[0].length;
	}

	cutPieces(text.slice(from), parts);
	return parts;
}

function cutPieces(text: string, into: Part[]): void {
	for (const [piece] of text.matchAll(pieces)) {
		into.push({kind: piece === '\n' ? 'line' : 'piece', text: piece});
	}
}

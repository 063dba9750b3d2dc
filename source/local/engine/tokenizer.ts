import {cut} from './pieces.ts';
import {
	firstAtom,
	firstByte,
	special,
	specialCount,
	type Vocabulary,
	vocabularySize,
} from './vocabulary.ts';

/** More distinct pieces than this and what was remembered is forgotten. */
const mostRemembered = 100_000;

export type Tokenizer = {
	/** Number of tokens, specials included. */
	size: number;
	/** Token ids of a text; line breaks are `special.ownLine`. Nothing is lost: `decode` gives the text back (lone surrogates become U+FFFD). */
	encode: (text: string) => number[];
	/** The text of ids; specials other than line breaks have none. Bytes that are not UTF-8 become U+FFFD. */
	decode: (ids: Iterable<number>) => string;
};

/** Makes the encoder and decoder of a vocabulary. */
export function makeTokenizer(vocabulary: Vocabulary): Tokenizer {
	const {atoms, merges} = vocabulary;
	const firstMerge = firstAtom + atoms.length;
	const size = vocabularySize(vocabulary);
	const bytes = bytesOfTokens(vocabulary);
	const atomIds = new Map(atoms.map((atom, at) => [atom, firstAtom + at]));
	const ranks = new Map<number, number>();
	for (let at = 0; at < merges.length; at += 2) {
		const pair = (merges[at] ?? 0) * 65_536 + (merges[at + 1] ?? 0);
		ranks.set(pair, firstMerge + at / 2);
	}

	const encoder = new TextEncoder();
	const remembered = new Map<string, readonly number[]>();

	const encodePiece = (piece: string): readonly number[] => {
		const known = remembered.get(piece);
		if (known) return known;
		const tokens = [...encoder.encode(piece)].map(byte => firstByte + byte);
		while (joinEarliest(tokens, ranks));
		if (remembered.size >= mostRemembered) remembered.clear();
		remembered.set(piece, tokens);
		return tokens;
	};

	return {
		size,
		encode(text) {
			const ids: number[] = [];
			for (const part of cut(text)) {
				const atom = part.kind === 'atom' ? atomIds.get(part.text) : undefined;
				if (part.kind === 'line') ids.push(special.ownLine);
				else if (atom !== undefined) ids.push(atom);
				else if (part.kind === 'piece') ids.push(...encodePiece(part.text));
				// A label never seen is spelt, so that it is not lost.
				else
					for (const byte of encoder.encode(part.text))
						ids.push(firstByte + byte);
			}

			return ids;
		},
		decode(ids) {
			const found: number[] = [];
			for (const id of ids)
				for (const byte of bytes[id] ?? []) found.push(byte);
			return new TextDecoder('utf-8', {ignoreBOM: true}).decode(
				Uint8Array.from(found),
			);
		},
	};
}

/** Joins the pair of lowest rank (learnt first), everywhere at once; false when none is left. */
function joinEarliest(tokens: number[], ranks: Map<number, number>): boolean {
	let best = Number.POSITIVE_INFINITY;
	for (let at = 1; at < tokens.length; at++) {
		const pair = (tokens[at - 1] ?? 0) * 65_536 + (tokens[at] ?? 0);
		best = Math.min(best, ranks.get(pair) ?? best);
	}

	if (best === Number.POSITIVE_INFINITY) return false;
	let kept = 0;
	for (let at = 0; at < tokens.length; at++) {
		const pair = (tokens[at] ?? 0) * 65_536 + (tokens[at + 1] ?? 0);
		const joins = at + 1 < tokens.length && ranks.get(pair) === best;
		tokens[kept++] = joins ? best : (tokens[at] as number);
		if (joins) at++;
	}

	tokens.length = kept;
	return true;
}

function bytesOfTokens({atoms, merges}: Vocabulary): Uint8Array[] {
	const encoder = new TextEncoder();
	const bytes: Uint8Array[] = [];
	for (let id = 0; id < specialCount; id++) bytes.push(new Uint8Array());
	bytes[special.ownLine] = Uint8Array.of(10);
	bytes[special.otherLine] = Uint8Array.of(10);
	for (let byte = 0; byte < 256; byte++) bytes.push(Uint8Array.of(byte));
	for (const atom of atoms) bytes.push(encoder.encode(atom));
	for (let at = 0; at < merges.length; at += 2) {
		const left = bytes[merges[at] ?? 0] ?? new Uint8Array();
		const right = bytes[merges[at + 1] ?? 0] ?? new Uint8Array();
		const joined = new Uint8Array(left.length + right.length);
		joined.set(left);
		joined.set(right, left.length);
		bytes.push(joined);
	}

	return bytes;
}

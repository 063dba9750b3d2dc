import type {Exchange} from './exchanges.ts';
import {addPair, emptyPairs, findPair, type Pairs} from './pairs.ts';
import {cut, type Part} from './pieces.ts';
import type {Tokenizer} from './tokenizer.ts';

/**
The words, marks and emoji that were ever written, as a tree of their tokens: whatever is said is put together of these, so
that no word is broken.
*/
export type KnownPieces = {
	/** The pair (node, token) has the number of the child minus `firstChild`. */
	children: Pairs;
	/** Per child: whether a piece ends there, and whether letters may not follow it directly. */
	ends: Uint8Array;
};

/** Where a text begins that is put together of pieces. */
export const atStart = 0;
/** Pieces that begin with a letter hang from a root of their own: after letters they would make one word of two. */
const wordRoot = 0;
const otherRoot = 1;
const firstChild = 2;
const ending = 1;
const endingInLetters = 2;
/** The newer ones know enough words; reading more would only make opening slow. */
const mostExchanges = 30_000;
const word = /^ ?\p{L}/u;
const letters = /^[\p{L}\p{M}]/u;
const lettersAtEnd = /[\p{L}\p{M}\d_]$/u;

/** Gathers the pieces that either side wrote. */
export function gatherPieces(
	tokenizer: Tokenizer,
	exchanges: readonly Exchange[],
): KnownPieces {
	const children = emptyPairs();
	const kinds: number[] = [];
	const seen = new Set<string>();
	for (const {said, reply} of exchanges.slice(-mostExchanges)) {
		for (const part of cut(`${said}\n${reply}`)) {
			if (part.kind === 'line' || seen.has(part.text)) continue;
			seen.add(part.text);
			for (const form of formsOf(part)) {
				let node =
					part.kind === 'atom' || letters.test(form) ? wordRoot : otherRoot;
				for (const token of tokenizer.encode(form)) {
					node = addPair(children, node, token) + firstChild;
				}

				kinds[node] = lettersAtEnd.test(form) ? endingInLetters : ending;
			}
		}
	}

	const ends = new Uint8Array(children.size + firstChild);
	for (const [node, kind] of kinds.entries()) ends[node] = kind ?? 0;
	return {children, ends};
}

/** A word that was written within a line may begin one, and the other way round. */
const formsOf = ({kind, text}: Part): readonly string[] =>
	kind === 'piece' && word.test(text)
		? [text.trimStart(), ` ${text.trimStart()}`]
		: [text];

/** Whether a text may end, or its line, after the pieces so far. */
export const mayEndAt = ({ends}: KnownPieces, node: number): boolean =>
	node === atStart || (ends[node] as number) > 0;

/** The node after another token; -1 where that token would make something that was never written. */
export function follow(
	{children, ends}: KnownPieces,
	node: number,
	token: number,
): number {
	if (node >= firstChild) {
		const child = findPair(children, node, token);
		if (child >= 0) return child + firstChild;
	}

	const end = ends[node] as number;
	if (node !== atStart && end === 0) return -1;
	const other = findPair(children, otherRoot, token);
	if (other >= 0) return other + firstChild;
	if (end === endingInLetters) return -1;
	const word = findPair(children, wordRoot, token);
	return word < 0 ? -1 : word + firstChild;
}

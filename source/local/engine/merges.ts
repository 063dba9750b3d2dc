import {type Counted, pop, push} from './heap.ts';
import {pause} from './pause.ts';
import {atomsIn, cut} from './pieces.ts';
import {firstAtom, firstByte, type Vocabulary} from './vocabulary.ts';

const mostMerges = 2000;
const mostAtoms = 1024;
/** Merges are learnt from so many texts, spread over all of them: more change hardly a merge, and take their time. */
const mostTexts = 150_000;
/** A pair seen less often is a coincidence, not a habit. */
const leastCount = 3;
const keyWidth = 65_536;

type Word = {tokens: number[]; count: number};
type Pairs = {
	counts: Map<number, number>;
	/** Words that hold the pair, or held it once; some of them more than once. */
	words: Map<number, number[]>;
	heap: Counted[];
};

/**
 * Learns a byte-level byte-pair encoding from texts: about 2,000 merges, fewer for little text.
 * Pairs are counted over distinct pieces, so the time grows with the words, not with the chats.
 * Throws the signal's reason when it is aborted.
 */
export async function learnVocabulary(
	texts: readonly string[],
	signal?: AbortSignal,
): Promise<Vocabulary> {
	const {atoms, words, pieceCount} = await countPieces(texts, signal);
	const wanted = Math.min(mostMerges, Math.max(150, pieceCount >> 4));
	const firstMerge = firstAtom + atoms.length;
	const merges: number[] = [];
	const pairs = countPairs(words);
	while (merges.length < 2 * wanted) {
		const best = pop(pairs.heap);
		if (!best || best.count < leastCount) break;
		// Counts change after a pair was put in; an outdated one is put back with its present count.
		const now = pairs.counts.get(best.pair) ?? 0;
		if (now !== best.count) {
			if (now >= leastCount) push(pairs.heap, {...best, count: now});
			continue;
		}

		merges.push(Math.floor(best.pair / keyWidth), best.pair % keyWidth);
		merge(words, pairs, best.pair, firstMerge + merges.length / 2 - 1);
		if (merges.length % 128 === 0) await pause(signal);
	}

	return {atoms, merges: Uint16Array.from(merges)};
}

async function countPieces(texts: readonly string[], signal?: AbortSignal) {
	const atomCounts = new Map<string, number>();
	const pieceCounts = new Map<string, number>();
	const addTo = (counts: Map<string, number>, text: string) =>
		counts.set(text, (counts.get(text) ?? 0) + 1);
	const every = Math.ceil(texts.length / mostTexts);
	let pieceCount = 0;
	for (const [index, text] of texts.entries()) {
		if (index % 2000 === 1999) await pause(signal);
		if (index % every > 0) {
			// A label is one token however rare it is.
			for (const atom of atomsIn(text)) addTo(atomCounts, atom);
			continue;
		}

		for (const part of cut(text)) {
			if (part.kind === 'line') continue;
			addTo(part.kind === 'atom' ? atomCounts : pieceCounts, part.text);
			pieceCount++;
		}
	}

	const encoder = new TextEncoder();
	const words = [...pieceCounts].map(([text, count]): Word => {
		const tokens = [...encoder.encode(text)].map(byte => firstByte + byte);
		return {tokens, count};
	});
	const atoms = [...atomCounts]
		.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
		.slice(0, mostAtoms)
		.map(([text]) => text);
	return {atoms, words, pieceCount};
}

function countPairs(words: readonly Word[]): Pairs {
	const pairs: Pairs = {counts: new Map(), words: new Map(), heap: []};
	for (const [index, word] of words.entries()) {
		for (const pair of pairsOf(word)) hold(pairs, pair, index);
		count(pairs, word, word.count);
	}

	for (const [pair, count] of pairs.counts) push(pairs.heap, {pair, count});
	return pairs;
}

function* pairsOf({tokens}: Word): Generator<number> {
	for (let at = 1; at < tokens.length; at++) {
		yield (tokens[at - 1] ?? 0) * keyWidth + (tokens[at] ?? 0);
	}
}

function count({counts}: Pairs, word: Word, times: number): void {
	for (const pair of pairsOf(word)) {
		counts.set(pair, (counts.get(pair) ?? 0) + times);
	}
}

function hold({words}: Pairs, pair: number, index: number): void {
	const holders = words.get(pair);
	if (holders) holders.push(index);
	else words.set(pair, [index]);
}

function merge(words: Word[], pairs: Pairs, pair: number, joined: number) {
	// Pairs that became rarer are found out when they come up; those with the new token are all new.
	const made = new Set<number>();
	for (const index of pairs.words.get(pair) ?? []) {
		const word = words[index] as Word;
		const tokens = joinPair(word.tokens, pair, joined);
		if (tokens.length === word.tokens.length) continue;
		count(pairs, word, -word.count);
		word.tokens = tokens;
		count(pairs, word, word.count);
		for (const other of pairsOf(word)) {
			if (!holdsToken(other, joined)) continue;
			hold(pairs, other, index);
			made.add(other);
		}
	}

	pairs.counts.delete(pair);
	pairs.words.delete(pair);
	for (const other of made) {
		const count = pairs.counts.get(other) ?? 0;
		if (count >= leastCount) push(pairs.heap, {pair: other, count});
	}
}

const holdsToken = (pair: number, token: number): boolean =>
	pair % keyWidth === token || Math.floor(pair / keyWidth) === token;

function joinPair(tokens: number[], pair: number, joined: number): number[] {
	const left = Math.floor(pair / keyWidth);
	const right = pair % keyWidth;
	const result: number[] = [];
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at] as number;
		if (token === left && tokens[at + 1] === right) {
			result.push(joined);
			at++;
		} else {
			result.push(token);
		}
	}

	return result;
}

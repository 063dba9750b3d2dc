import {type Counted, pop, push} from './heap.ts';
import {pause} from './pause.ts';
import {cut} from './pieces.ts';
import {firstAtom, firstByte, type Vocabulary} from './vocabulary.ts';

const mostMerges = 2000;
const mostAtoms = 1024;
/** A pair seen less often is a coincidence, not a habit. */
const leastCount = 3;
const keyWidth = 65_536;

type Word = {tokens: number[]; count: number};
type Pairs = {
	counts: Map<number, number>;
	/** Words that hold the pair, or held it once. */
	words: Map<number, Set<number>>;
	heap: Counted[];
};

/**
 * Learns a byte-level byte-pair encoding from texts: about 2,000 merges, fewer for little text.
 * Pairs are counted over distinct pieces, so the time grows with the words, not with the chats.
 * Throws the signal's reason when it is aborted.
 */
export async function learnVocabulary(
	texts: Iterable<string>,
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

async function countPieces(texts: Iterable<string>, signal?: AbortSignal) {
	const atomCounts = new Map<string, number>();
	const pieceCounts = new Map<string, number>();
	let pieceCount = 0;
	let read = 0;
	for (const text of texts) {
		for (const part of cut(text)) {
			if (part.kind === 'line') continue;
			const counts = part.kind === 'atom' ? atomCounts : pieceCounts;
			counts.set(part.text, (counts.get(part.text) ?? 0) + 1);
			pieceCount++;
		}

		if (++read % 2000 === 0) await pause(signal);
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
		addPairs(pairs, word, index, word.count);
	}

	for (const [pair, count] of pairs.counts) push(pairs.heap, {pair, count});
	return pairs;
}

function addPairs(
	pairs: Pairs,
	{tokens}: Word,
	index: number,
	count: number,
): Set<number> {
	const touched = new Set<number>();
	for (let at = 1; at < tokens.length; at++) {
		const pair = (tokens[at - 1] ?? 0) * keyWidth + (tokens[at] ?? 0);
		pairs.counts.set(pair, (pairs.counts.get(pair) ?? 0) + count);
		touched.add(pair);
		const holders = pairs.words.get(pair);
		if (holders) holders.add(index);
		else pairs.words.set(pair, new Set([index]));
	}

	return touched;
}

function merge(words: Word[], pairs: Pairs, pair: number, joined: number) {
	const touched = new Set<number>();
	for (const index of pairs.words.get(pair) ?? []) {
		const word = words[index] as Word;
		addPairs(pairs, word, index, -word.count);
		word.tokens = joinPair(word.tokens, pair, joined);
		for (const changed of addPairs(pairs, word, index, word.count)) {
			touched.add(changed);
		}
	}

	pairs.counts.delete(pair);
	pairs.words.delete(pair);
	for (const changed of touched) {
		const count = pairs.counts.get(changed) ?? 0;
		if (count >= leastCount) push(pairs.heap, {pair: changed, count});
	}
}

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

import type {Exchange} from './exchanges.ts';
import {type Terms, termCount, termsOf} from './words.ts';

/** An inverted index over what was said before each reply. */
export type Index = {
	exchanges: readonly Exchange[];
	/** The exchanges that hold term t stand at first[t] … first[t + 1] - 1. */
	first: Uint32Array;
	holder: Uint32Array;
	weight: Float32Array;
	/** Length of each exchange's text in terms, and the mean. */
	length: Float32Array;
	mean: number;
	/** 1 for each word that was ever written, by either side. */
	written: Uint8Array;
	/** The newest exchange with each reply. */
	byReply: ReadonlyMap<string, number>;
};

/** What was said before the last turn tells less about the reply. */
const earlier = 0.25;
const mostText = 1500;

/** Builds the index; linear in the text. */
export function indexExchanges(exchanges: readonly Exchange[]): Index {
	const first = new Uint32Array(termCount + 2);
	const length = new Float32Array(exchanges.length);
	const terms: number[] = [];
	const weights: number[] = [];
	const ends: number[] = [];
	let sum = 0;
	let before: Terms = new Map();
	const written = new Uint8Array(termCount);
	for (const [at, exchange] of exchanges.entries()) {
		let own = 0;
		if (exchange.first) before = new Map();
		for (const [term, weight] of momentTerms(exchange.said, before)) {
			terms.push(term);
			weights.push(weight);
			// Offset by two: after filling, first[t] is where term t begins.
			(first[term + 2] as number)++;
			own += weight;
		}

		ends.push(terms.length);
		length[at] = own;
		sum += own;
		before = termsOf(exchange.reply, false);
		for (const term of before.keys()) written[term] = 1;
	}

	for (let term = 2; term < first.length; term++) {
		(first[term] as number) += first[term - 1] as number;
	}

	const holder = new Uint32Array(terms.length);
	const weight = new Float32Array(terms.length);
	let at = 0;
	for (const [exchange, end] of ends.entries()) {
		for (; at < end; at++) {
			const place = (first[(terms[at] as number) + 1] as number)++;
			holder[place] = exchange;
			weight[place] = weights[at] as number;
		}
	}

	const mean = sum / (exchanges.length || 1) || 1;
	const byReply = new Map(exchanges.map(({reply}, at) => [reply, at]));
	return {exchanges, first, holder, weight, length, mean, written, byReply};
}

/** Terms of what was said last, and a little of the owner's turn before it. */
export function momentTerms(said: string, before: Terms): Terms {
	const terms = termsOf(said.slice(-mostText));
	for (const [term, weight] of before) {
		terms.set(term, (terms.get(term) ?? 0) + weight * earlier);
	}

	return terms;
}

/** How much a term tells: rare ones more (the inverse document frequency of BM25). */
export function rarity({exchanges, first}: Index, term: number): number {
	const holders = (first[term + 1] as number) - (first[term] as number);
	return Math.log(1 + (exchanges.length - holders + 0.5) / (holders + 0.5));
}

import type {Exchange} from './exchanges.ts';
import {type Terms, termCount, termsOf, wordsOf} from './words.ts';

/** An inverted index over what was said before each reply. */
export type Index = {
	exchanges: readonly Exchange[];
	/** The exchanges that hold term t stand at first[t] … first[t + 1] - 1. */
	first: Uint32Array;
	holder: Uint32Array;
	weight: Float32Array;
	/** Length of each exchange's text in terms, divided by the mean. */
	length: Float32Array;
};

/** An exchange and how near it is: 0 for nothing in common, 1 for the very same words. */
export type Found = {exchange: number; score: number};

/** Okapi BM25's constants: how soon repetition stops counting, how much length does. */
const k1 = 1.2;
const b = 0.5;
/** What was said before the last turn tells less about the reply. */
const earlier = 0.25;
/** More terms in a message are not looked up: the rarest are. */
const mostTerms = 80;
const mostText = 1500;

/** Builds the index; linear in the text. */
export function indexExchanges(exchanges: readonly Exchange[]): Index {
	const first = new Uint32Array(termCount + 2);
	const length = new Float32Array(exchanges.length);
	const terms: number[] = [];
	const weights: number[] = [];
	const ends: number[] = [];
	let sum = 0;
	let before: Exchange | undefined;
	for (const [at, exchange] of exchanges.entries()) {
		let own = 0;
		const context = exchange.first || !before ? '' : before.reply;
		for (const [term, weight] of queryTerms(exchange.said, context)) {
			terms.push(term);
			weights.push(weight);
			// Offset by two: after filling, first[t] is where term t begins.
			(first[term + 2] as number)++;
			own += weight;
		}

		ends.push(terms.length);
		length[at] = own;
		sum += own;
		before = exchange;
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
	return {
		exchanges,
		first,
		holder,
		weight,
		length: length.map(own => own / mean),
	};
}

/** Terms of what was said last, and a little of the owner's turn before it. */
function queryTerms(said: string, before: string): Terms {
	const terms = termsOf(said.slice(-mostText));
	for (const [term, weight] of termsOf(before.slice(-mostText), false)) {
		terms.set(term, (terms.get(term) ?? 0) + weight * earlier);
	}

	return terms;
}

/** How much a term tells: rare ones more (the inverse document frequency of BM25). */
export function rarity({exchanges, first}: Index, term: number): number {
	const holders = (first[term + 1] as number) - (first[term] as number);
	return Math.log(1 + (exchanges.length - holders + 0.5) / (holders + 0.5));
}

/**
 * The exchanges in which something like `said` was answered, best first, at most `most`;
 * the newer first among equals; of replies that differ only in case and marks the first.
 */
export function nearest(
	index: Index,
	said: string,
	before: string,
	most: number,
): Found[] {
	const scores = new Float32Array(index.exchanges.length);
	const asked = [...queryTerms(said, before)]
		.map(([term, weight]) => ({term, weight: weight * rarity(index, term)}))
		.sort((one, other) => other.weight - one.weight || one.term - other.term)
		.slice(0, mostTerms);
	const whole = asked.reduce((sum, {weight}) => sum + weight, 0);
	for (const {term, weight} of asked) {
		const to = index.first[term + 1] as number;
		for (let at = index.first[term] as number; at < to; at++) {
			const exchange = index.holder[at] as number;
			const times = index.weight[at] as number;
			const norm = k1 * (1 - b + b * (index.length[exchange] as number));
			(scores[exchange] as number) +=
				(weight * times * (k1 + 1)) / (times + norm);
		}
	}

	return distinct(index, best(scores, 3 * most))
		.slice(0, most)
		.map(found => ({...found, score: Math.min(1, found.score / whole)}));
}

/** The `most` highest scores above 0, highest first, the later first among equals. */
function best(scores: Float32Array, most: number): Found[] {
	const found: Found[] = [];
	for (let exchange = scores.length - 1; exchange >= 0; exchange--) {
		const score = scores[exchange] as number;
		const last = found[most - 1];
		if (score <= 0 || (last && score <= last.score)) continue;
		let at = Math.min(found.length, most - 1);
		for (; at > 0 && (found[at - 1] as Found).score < score; at--) {
			found[at] = found[at - 1] as Found;
		}

		found[at] = {exchange, score};
	}

	return found;
}

function distinct(index: Index, found: readonly Found[]): Found[] {
	const seen = new Set<string>();
	return found.filter(({exchange}) => {
		const {reply} = index.exchanges[exchange] as Exchange;
		const plain = wordsOf(reply).join(' ') || reply;
		if (seen.has(plain)) return false;
		seen.add(plain);
		return true;
	});
}

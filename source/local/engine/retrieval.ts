import type {Exchange} from './exchanges.ts';
import {type Index, momentTerms, rarity} from './inverted-index.ts';
import {termsOf, wordsOf} from './words.ts';

/** An exchange and how near it is: 0 for nothing in common, 1 for the very same words. */
export type Found = {exchange: number; score: number};

/** Okapi BM25's constants: how soon repetition stops counting, how much length does. */
const k1 = 1.2;
const b = 0.5;
/** More terms in a message are not looked up: the rarest are. */
const mostTerms = 80;
/** Less than this is the coincidence of a few letters. */
const leastScore = 0.06;

/**
 * The exchanges in which something like `said` was answered, best first, at most `most`;
 * the newer first among equals; of replies that differ only in case and marks the first. What was said to `partner`
 * counts more than what was said to others.
 */
export function nearest(
	index: Index,
	said: string,
	before: string,
	most: number,
	partner: string | null = null,
): Found[] {
	const terms = momentTerms(said, termsOf(before, false));
	const asked = [...terms]
		.map(([term, times]) => ({
			term,
			times,
			weight: rarity(index, term) * times,
		}))
		.sort((one, other) => other.weight - one.weight || one.term - other.term)
		.slice(0, mostTerms);
	const size = asked.reduce((sum, {times}) => sum + times, 0);
	const scores = new Float32Array(index.exchanges.length);
	// What an exchange with the very same words would score.
	let same = 0;
	for (const {term, times, weight} of asked) {
		same += weight * saturated(times, size / index.mean);
		const to = index.first[term + 1] as number;
		for (let at = index.first[term] as number; at < to; at++) {
			const exchange = index.holder[at] as number;
			const length = (index.length[exchange] as number) / index.mean;
			(scores[exchange] as number) +=
				weight * saturated(index.weight[at] as number, length);
		}
	}

	if (partner !== null) prefer(index, scores, partner);
	return distinct(index, best(scores, 3 * most, same * leastScore))
		.slice(0, most)
		.map(found => ({...found, score: Math.min(1, found.score / same)}));
}

/** How much more an exchange with the same person counts. */
const preference = 1.4;

function prefer(
	{exchanges}: Index,
	scores: Float32Array,
	partner: string,
): void {
	for (const [at, exchange] of exchanges.entries()) {
		if (isWith(exchange, partner)) (scores[at] as number) *= preference;
	}
}

/** Whether an exchange was with somebody: as the data set calls them, or as the chat is called. */
export const isWith = ({people, chat}: Exchange, partner: string): boolean =>
	people.includes(partner) || chat === partner;

const saturated = (times: number, length: number): number =>
	(times * (k1 + 1)) / (times + k1 * (1 - b + b * length));

/** The `most` highest scores above `least`, highest first, the later first among equals. */
function best(scores: Float32Array, most: number, least: number): Found[] {
	const found: Found[] = [];
	for (let exchange = scores.length - 1; exchange >= 0; exchange--) {
		const score = scores[exchange] as number;
		const last = found[most - 1];
		if (score <= least || (last && score <= last.score)) continue;
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

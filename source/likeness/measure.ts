import {copyRate, longestOverlap, type Texts} from './copying.ts';
import {discriminatorAuc} from './discriminator.ts';
import {type Difference, differenceOf, fingerprintOf} from './fingerprint.ts';
import {type Judge, relevance} from './relevance.ts';
import type {Reply} from './types.ts';

/** How a list of replies compares with the owner's own; each figure is explained where it is made. */
export type Measures = Difference & {
	replies: number;
	/** NaN with too few replies, as `relevance`. */
	auc: number;
	relevance: number;
	/** Share of the longer replies that stand word by word among what the owner, and what others wrote in the data set. */
	copied: number;
	copiedFromOthers: number;
	/** Characters of the longest passage that stands there too. */
	longest: number;
};

export type Yardstick = {
	/** The owner's real replies at the same moments. */
	real: readonly Reply[];
	judge: Judge;
	/** What was learnt: the owner's replies, and the others' messages. */
	own: Texts;
	others: Texts;
};

export function measure(
	replies: readonly Reply[],
	{real, judge, own, others}: Yardstick,
): Measures {
	const longest = (texts: Texts) =>
		replies.reduce(
			(most, {reply}) => Math.max(most, longestOverlap(reply, texts).length),
			0,
		);
	return {
		replies: replies.length,
		...differenceOf(fingerprintOf(real), fingerprintOf(replies)),
		auc: discriminatorAuc(real, replies),
		relevance: relevance(replies, judge),
		copied: copyRate(replies, own),
		copiedFromOthers: copyRate(replies, others),
		longest: Math.max(longest(own), longest(others)),
	};
}

/** `count` of the items, evenly spread; all of them where there are fewer. */
export const spread = <T>(items: readonly T[], count: number): T[] =>
	items.length <= count
		? [...items]
		: Array.from(
				{length: count},
				(_, at) => items[Math.floor((at * items.length) / count)] as T,
			);

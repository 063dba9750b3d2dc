import {type Distribution, distributionOf} from './distribution.ts';
import type {ChatOutline, Outline, OutlineOptions} from './outline.ts';
import {createRecent, type Recent} from './recent.ts';
import {billable, perEntry, perExample, tokenLimit} from './tokens.ts';

/** Tokens of each message of a chat as it is written, so that those of any examples are a sum. */
export type ChatWeights = {
	/** Where it is the last of its entry. */
	alone: Uint32Array<ArrayBuffer>;
	/** Where a line break and another one follow. */
	joined: Uint32Array<ArrayBuffer>;
	/** Of the nudge in front of a conversation that the owner begins. */
	nudge: number;
};

export type Weights = {
	/** Chat by chat. */
	chats: readonly ChatWeights[];
	/** Of the system message; 0 where there is none. */
	system: number;
};

/** What would be trained on, in numbers; held-out examples do not count. */
export type Measure = {
	/** Entries of mine. */
	replies: number;
	/** Entries of an example, the system message not counted. */
	turns: Distribution;
	/** Null while they are not counted. */
	tokens: {
		/** Billed for one epoch: each example up to the limit. */
		epoch: number;
		perExample: Distribution;
		/** Examples that are longer than OpenAI trains on. */
		overLimit: number;
	} | null;
};

/** The sums that tokens are counted by, for whoever asks again with another knob turned. */
export type Sums = Recent<Float64Array>;

/** @param most sums that are remembered of each chat */
export const createSums = (most: number): Sums => createRecent(most);

/**
Goes through the examples of an outline once.
@param sums of these weights
*/
export function measureOutline(
	{chats, counts: {examples}}: Outline,
	{separateReplies}: Pick<OutlineOptions, 'separateReplies'>,
	weights: Weights | null,
	sums: Sums,
): Measure {
	const turns = new Uint32Array(examples);
	const tokens = new Uint32Array(weights ? examples : 0);
	let replies = 0;
	let number = 0;
	for (const [place, {kept, left, cuts, training}] of chats.entries()) {
		turns.set(cuts.entries.subarray(0, training), number);
		for (let at = 0; at < training; at++) replies += cuts.replies[at] as number;
		const own = weights?.chats[place];
		if (weights && own) {
			const sum = sums(left ?? kept, String(separateReplies), () =>
				sumUp(own, kept, left, separateReplies),
			);
			const each =
				perExample + (weights.system ? perEntry + weights.system : 0);
			for (let at = 0; at < training; at++) {
				const last = (cuts.to[at] as number) - 1;
				tokens[number + at] =
					each +
					perEntry * (cuts.entries[at] as number) +
					(cuts.nudged[at] as number) * own.nudge +
					(sum[last] as number) -
					(sum[cuts.from[at] as number] as number) +
					(own.alone[kept.index[last] as number] as number);
			}
		}
		number += training;
	}
	return {
		replies,
		turns: distributionOf(turns),
		tokens: weights && {
			epoch: billable(tokens),
			perExample: distributionOf(tokens),
			overLimit: countOver(tokens, tokenLimit),
		},
	};
}

/**
By position: the tokens of what stands before it in a chat, as if all of it were one example. So those of an example are a
difference, but for its last message, which is the last of its entry too.
*/
function sumUp(
	{alone, joined}: ChatWeights,
	{length, index, mine}: ChatOutline['kept'],
	left: Uint8Array | null,
	separateReplies: boolean,
): Float64Array {
	const sums = new Float64Array(length);
	let sum = 0;
	let last = -1;
	for (let at = 0; at < length; at++) {
		if (left !== null && left[at] === 1) continue;
		if (last >= 0) {
			const isMine = mine[last] as number;
			const goesOn = isMine === mine[at] && !(isMine === 1 && separateReplies);
			sum += (goesOn ? joined : alone)[index[last] as number] as number;
		}
		sums[at] = sum;
		last = at;
	}
	return sums;
}

function countOver(values: Uint32Array, limit: number): number {
	let count = 0;
	for (let at = 0; at < values.length; at++)
		if ((values[at] as number) > limit) count++;
	return count;
}

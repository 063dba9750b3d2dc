import {type Distribution, distributionOf} from './distribution.ts';
import type {ChatOutline, Outline, OutlineOptions} from './outline.ts';
import {billable, perEntry, perExample, tokenLimit} from './tokens.ts';
import type {ChatTable, Cut} from './types.ts';

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

/** Goes through the examples of an outline once. */
export function measureOutline(
	outline: Outline,
	tables: readonly ChatTable[],
	{separateReplies}: Pick<OutlineOptions, 'separateReplies'>,
	weights: Weights | null,
): Measure {
	const {examples} = outline.counts;
	const turns = new Uint32Array(examples);
	const tokens = new Uint32Array(examples);
	let replies = 0;
	let number = 0;
	for (const [place, chat] of outline.chats.entries()) {
		const own = weights?.chats[place];
		const {mine} = tables[place] as ChatTable;
		for (let at = 0; at < chat.training; at++) {
			const cut = chat.cuts[at] as Cut;
			const weight = weigh(cut, chat, mine, separateReplies, own ?? null);
			turns[number] = cut.entries;
			replies += weight.replies;
			tokens[number] =
				perExample +
				perEntry * cut.entries +
				(weights?.system ? perEntry + weights.system : 0) +
				(cut.nudged ? (own?.nudge ?? 0) : 0) +
				weight.tokens;
			number++;
		}
	}
	return {
		replies,
		turns: distributionOf(turns),
		tokens: weights && {
			epoch: billable(tokens),
			perExample: distributionOf(tokens),
			overLimit: tokens.reduce(
				(sum, count) => sum + (count > tokenLimit ? 1 : 0),
				0,
			),
		},
	};
}

/** The entries of mine in an example, and the tokens of what its messages say. */
function weigh(
	{from, to}: Cut,
	{kept, left}: ChatOutline,
	mine: Uint8Array,
	separateReplies: boolean,
	weights: ChatWeights | null,
): {replies: number; tokens: number} {
	let replies = 0;
	let tokens = 0;
	let last = -1;
	for (let position = from; position < to; position++) {
		if (left?.[position] === 1) continue;
		const index = kept.index[position] as number;
		const isMine = mine[index] === 1;
		const goesOn =
			last >= 0 && mine[last] === mine[index] && !(isMine && separateReplies);
		if (isMine && !goesOn) replies++;
		if (weights && last >= 0)
			tokens += (goesOn ? weights.joined : weights.alone)[last] as number;
		last = index;
	}
	if (weights && last >= 0) tokens += weights.alone[last] as number;
	return {replies, tokens};
}

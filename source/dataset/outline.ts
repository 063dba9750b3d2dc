import type {
	ChatTable,
	Conversations,
	Cuts,
	Exchanges,
	Kept,
} from './columns.ts';
import {splitAtGaps} from './conversations.ts';
import {toExchanges} from './exchanges.ts';
import {holdOutCount} from './holdout.ts';
import {
	type KeepOptions,
	type KeptMessages,
	keepMessages,
	noneDropped,
} from './kept.ts';
import {createRecent, type Recent} from './recent.ts';
import {type RolledOver, rollOver} from './rollover.ts';
import {newest, splitExchanges} from './split.ts';
import type {DatasetCounts, DatasetOptions, Dropped} from './types.ts';

/** The options that decide which messages make which examples; the others decide how these are written. */
export type OutlineOptions = Pick<
	DatasetOptions,
	| 'gapHours'
	| 'rollover'
	| 'separateReplies'
	| 'maxMessages'
	| 'openers'
	| 'pairs'
	| 'maxPerChat'
	| 'validation'
> &
	KeepOptions;

/** The examples of one chat as numbers. */
export type ChatOutline = {
	kept: Kept;
	conversations: Conversations;
	/** Positions that are passed over (`RolledOver.left`). */
	left: Uint8Array | null;
	/** Oldest first. */
	cuts: Cuts;
	/** How many of these are trained on; the others are held out. */
	training: number;
};

export type Outline = {chats: ChatOutline[]; counts: DatasetCounts};

/** What was made on the way to an outline, for whoever asks again with another knob turned. */
export type Memory = {kept: Recent<KeptMessages>; turns: Recent<Turns>};

/** @param most stages of each kind that are remembered of each chat */
export const createMemory = (most: number): Memory => ({
	kept: createRecent(most),
	turns: createRecent(most),
});

/** Rules 1 to 3: what no size, pair or opener changes. */
type Turns = {rolled: RolledOver; stretches: number; exchanges: Exchanges};

/** Rules 1 to 6, 8 and 10 over all chats: what would be trained on, in numbers. A million messages take tens of milliseconds. */
export function outlineChats(
	tables: readonly ChatTable[],
	options: OutlineOptions,
	memory: Memory = createMemory(1),
): Outline {
	const counts = noCounts();
	const {since, keepPlaceholders, threshold} = options;
	const key = JSON.stringify([since, keepPlaceholders, threshold]);
	const chats = tables.map(table => {
		const kept = memory.kept(table, key, () => keepMessages(table, options));
		const turns = turnsOf(kept, options, memory);
		return outlineChat(table, kept, turns, options, counts);
	});
	return {chats, counts};
}

const noCounts = (): DatasetCounts => ({
	chats: 0,
	messages: 0,
	kept: 0,
	dropped: noneDropped(),
	examples: 0,
	validationExamples: 0,
	conversations: 0,
	rolledOver: 0,
	oldestRollover: 0,
	sizeSplits: 0,
	oversized: 0,
	nudges: 0,
});

function turnsOf(
	{kept}: KeptMessages,
	{gapHours, rollover, separateReplies}: OutlineOptions,
	memory: Memory,
): Turns {
	const key = JSON.stringify([gapHours, rollover, separateReplies]);
	return memory.turns(kept, key, () => {
		const starts = splitAtGaps(kept, gapHours);
		const rolled = rollOver(kept, starts, rollover);
		const {conversations, left} = rolled;
		return {
			rolled,
			stretches: starts.length,
			exchanges: toExchanges(kept, conversations, left, separateReplies),
		};
	});
}

const reasons = Object.keys(noneDropped()) as (keyof Dropped)[];

function outlineChat(
	table: ChatTable,
	{kept, dropped}: KeptMessages,
	{rolled, stretches, exchanges}: Turns,
	options: OutlineOptions,
	counts: DatasetCounts,
): ChatOutline {
	const split = splitExchanges(exchanges, options, table.hasPartner);
	const cuts =
		options.maxPerChat > 0
			? newest(split.cuts, options.maxPerChat)
			: split.cuts;
	const stays = messagesOf(cuts);
	const training = cuts.length - holdOutCount(cuts.length, options.validation);
	for (const reason of reasons) counts.dropped[reason] += dropped[reason];
	counts.dropped.rolloverOld += rolled.old;
	counts.dropped.rolloverEnd += rolled.end;
	counts.dropped.openers += split.openers;
	counts.dropped.invalid += split.invalid;
	counts.dropped.perChat += messagesOf(split.cuts) - stays;
	counts.chats++;
	counts.messages += table.fate.length;
	counts.kept += stays;
	counts.conversations += stretches;
	counts.rolledOver += rolled.moved;
	counts.oldestRollover = Math.max(counts.oldestRollover, rolled.oldest);
	counts.sizeSplits += split.sizeSplits;
	counts.oversized += split.oversized;
	counts.nudges += split.nudges;
	counts.examples += training;
	counts.validationExamples += cuts.length - training;
	const {conversations, left} = rolled;
	return {kept, conversations, left, cuts, training};
}

function messagesOf({length, messages}: Cuts): number {
	let sum = 0;
	for (let at = 0; at < length; at++) sum += messages[at] as number;
	return sum;
}

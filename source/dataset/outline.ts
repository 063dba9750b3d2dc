import {splitAtGaps} from './conversations.ts';
import {toExchanges} from './exchanges.ts';
import {holdOutCount} from './holdout.ts';
import {
	type KeepOptions,
	type KeptMessages,
	keepMessages,
	noneDropped,
} from './kept.ts';
import {openConversation} from './openers.ts';
import {rollOver} from './rollover.ts';
import {splitBySize} from './split.ts';
import type {
	ChatTable,
	Conversation,
	Cut,
	DatasetCounts,
	DatasetOptions,
	Dropped,
	Kept,
} from './types.ts';

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
	/** Positions that are passed over (`RolledOver.left`). */
	left: Uint8Array | null;
	/** Oldest first. */
	cuts: Cut[];
	/** How many of these are trained on; the others are held out. */
	training: number;
};

export type Outline = {chats: ChatOutline[]; counts: DatasetCounts};

/**
Rules 1 to 6, 8 and 10 over all chats: what would be trained on, in numbers. A million messages take tens of milliseconds.
@param keep a `keepMessages` that remembers, for whoever turns other knobs
*/
export function outlineChats(
	tables: readonly ChatTable[],
	options: OutlineOptions,
	keep: typeof keepMessages = keepMessages,
): Outline {
	const counts = noCounts();
	const chats = tables.map(table => {
		const kept = keep(table, options);
		return outlineChat(table, kept, options, counts);
	});
	for (const {cuts, training} of chats) {
		counts.examples += training;
		counts.validationExamples += cuts.length - training;
		for (const {messages} of cuts) counts.kept += messages;
	}
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

const reasons = Object.keys(noneDropped()) as (keyof Dropped)[];

function outlineChat(
	table: ChatTable,
	{kept, dropped}: KeptMessages,
	options: OutlineOptions,
	counts: DatasetCounts,
): ChatOutline {
	for (const reason of reasons) counts.dropped[reason] += dropped[reason];
	const starts = splitAtGaps(kept, options.gapHours);
	const {conversations, left, ...rolled} = rollOver(
		kept,
		starts,
		options.rollover,
	);
	counts.chats++;
	counts.messages += table.fate.length;
	counts.conversations += starts.length;
	counts.dropped.rolloverOld += rolled.old;
	counts.dropped.rolloverEnd += rolled.end;
	counts.rolledOver += rolled.moved;
	counts.oldestRollover = Math.max(counts.oldestRollover, rolled.oldest);
	const valid: Cut[] = [];
	// Rule 6: the last message is mine, and nothing kept is empty; so what may be missing is the other side.
	for (const conversation of conversations)
		for (const cut of toCuts(conversation, {
			kept,
			left,
			table,
			options,
			counts,
		}))
			if (cut.asked) valid.push(cut);
			else counts.dropped.invalid += cut.messages;
	const cuts = newest(valid, options.maxPerChat, counts);
	const training = cuts.length - holdOutCount(cuts.length, options.validation);
	return {kept, left, cuts, training};
}

type Context = Pick<ChatOutline, 'kept' | 'left'> & {
	table: ChatTable;
	options: OutlineOptions;
	counts: DatasetCounts;
};

/** Rules 3, 5, 8 and 4: the examples-to-be of a conversation. */
function toCuts(
	conversation: Conversation,
	{kept, left, table, options, counts}: Context,
): Cut[] {
	const {pairs, maxMessages, separateReplies, openers} = options;
	const {exchanges, dropped, nudged} = openConversation(
		toExchanges(kept, conversation, left, separateReplies),
		openers,
		table.hasPartner,
	);
	counts.dropped.openers += dropped;
	if (nudged) counts.nudges++;
	const parts = pairs ? exchanges : splitBySize(exchanges, maxMessages);
	if (!pairs) {
		counts.sizeSplits += Math.max(0, parts.length - 1);
		for (const {entries} of parts)
			if (entries > maxMessages) counts.oversized++;
	}
	return parts.map(({from, to, entries, messages, asked, nudged}, part) => ({
		from,
		to,
		entries,
		messages,
		asked,
		nudged,
		conversation,
		part,
		parts: parts.length,
	}));
}

/** The newest of a chat's examples, where there is a limit to how much of the voice one chat may be. */
function newest(cuts: Cut[], most: number, counts: DatasetCounts): Cut[] {
	const over = most > 0 ? Math.max(0, cuts.length - most) : 0;
	for (const {messages} of cuts.slice(0, over))
		counts.dropped.perChat += messages;
	return over > 0 ? cuts.slice(over) : cuts;
}

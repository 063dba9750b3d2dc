import type {Chat} from '../chats/message.ts';
import {splitAtGaps} from './conversations.ts';
import {makeExample} from './example.ts';
import {keepMessages} from './kept.ts';
import {openConversation} from './openers.ts';
import {toExchanges} from './pairs.ts';
import {rollOver} from './rollover.ts';
import {isPrefixed} from './speakers.ts';
import {splitBySize} from './split.ts';
import {countMessages, toTurns} from './turns.ts';
import type {
	BuiltExample,
	Conversation,
	DatasetCounts,
	DatasetOptions,
	Turn,
} from './types.ts';
import {isValid} from './validity.ts';

/** What the chats of one run share, and the counts that each adds to. */
export type ChatContext = {
	options: DatasetOptions;
	isMine: (sender: string) => boolean;
	isDropped: (text: string) => boolean;
	/** By sender, as written. */
	labels: ReadonlyMap<string, string>;
	/** Replaces names in a text of this chat. */
	anonymize: (text: string) => string;
	counts: DatasetCounts;
};

/** The examples of one chat, oldest first; `place` is its place among the chats given. */
export function buildChat(
	chat: Chat,
	place: number,
	context: ChatContext,
): BuiltExample[] {
	const {options, counts} = context;
	const kept = keepMessages(
		chat,
		context.isMine,
		context.isDropped,
		counts.dropped,
	);
	const conversations = splitAtGaps(kept, options.gapHours);
	const rolled = rollOver(conversations, options.rollover);
	counts.chats++;
	counts.messages += chat.messages.length;
	counts.conversations += conversations.length;
	counts.dropped.rolloverOld += rolled.old;
	counts.dropped.rolloverEnd += rolled.end;
	counts.rolledOver += rolled.moved;
	counts.oldestRollover = Math.max(counts.oldestRollover, rolled.oldest);

	const chatPartner = findPartner(chat, context);
	const prefixed = isPrefixed(kept, options.prefix);
	const examples: BuiltExample[] = [];
	for (const conversation of rolled.conversations)
		for (const [part, turns] of toParts(
			conversation,
			chatPartner,
			context,
		).entries())
			if (isValid(turns)) {
				counts.kept += countMessages(turns);
				examples.push(
					makeExample(turns, {part, conversation, place, prefixed, context}),
				);
			} else counts.dropped.invalid += countMessages(turns);
	return examples;
}

/** Rules 3, 5, 4 and 8: the turns of each example-to-be of a conversation. */
function toParts(
	{messages}: Conversation,
	chatPartner: string | null,
	{options, labels, counts}: ChatContext,
): Turn[][] {
	const next = messages.find(({mine}) => !mine)?.sender;
	const opened = openConversation(
		toTurns(messages, options.separateReplies),
		options.openers,
		next === undefined ? chatPartner : (labels.get(next) ?? chatPartner),
	);
	counts.dropped.openers += opened.dropped;
	if (opened.nudged) counts.nudges++;
	const exchanges = toExchanges(opened.turns);
	if (options.pairs) return exchanges;
	const parts = splitBySize(exchanges, options.maxMessages);
	counts.sizeSplits += Math.max(0, parts.length - 1);
	for (const part of parts)
		if (part.length > options.maxMessages) counts.oversized++;
	return parts;
}

/** The label of the first other sender of a chat: whom a conversation of mine alone was meant for. */
function findPartner(chat: Chat, {labels}: ChatContext): string | null {
	for (const {sender} of chat.messages) {
		const label = sender === null ? undefined : labels.get(sender);
		if (label !== undefined) return label;
	}
	return null;
}

import type {Conversation, DatasetOptions, KeptMessage} from './types.ts';

export type RolledOver = {
	/** Each ends with a message of mine. */
	conversations: Conversation[];
	/** Messages dropped for their age, or under `never`. */
	old: number;
	/** Messages left unanswered at the end of the chat. */
	end: number;
	/** Messages that stand in a later conversation than they were written in. */
	moved: number;
	/** Seconds from the oldest of these to the conversation that they were moved to. */
	oldest: number;
};

/**
Rule 2: what follows my last message in a conversation is put in front of the next one of the chat that has me in it
(a conversation without me is all roll-over). A message's age is counted to the first message of that conversation.
*/
export function rollOver(
	conversations: readonly Conversation[],
	rollover: DatasetOptions['rollover'],
): RolledOver {
	const result: RolledOver = {
		conversations: [],
		old: 0,
		end: 0,
		moved: 0,
		oldest: 0,
	};
	let waiting: KeptMessage[] = [];
	for (const {messages, gap} of conversations) {
		const last = messages.findLastIndex(({mine}) => mine);
		// Looked at only when somebody answers, so that a group I rarely write in costs linear time.
		if (last >= 0) {
			const start = messages[0]?.seconds ?? 0;
			const fresh = waiting.filter(({seconds}) =>
				isFresh(start - seconds, rollover),
			);
			result.conversations.push({
				messages: fresh.concat(messages.slice(0, last + 1)),
				rolledOver: fresh.length,
				gap,
			});
			result.old += waiting.length - fresh.length;
			result.moved += fresh.length;
			for (const {seconds} of fresh)
				result.oldest = Math.max(result.oldest, start - seconds);
			waiting = [];
		}
		for (const message of messages.slice(last + 1)) waiting.push(message);
	}
	result.end = waiting.length;
	return result;
}

const isFresh = (age: number, rollover: DatasetOptions['rollover']): boolean =>
	rollover === 'always' || (rollover !== 'never' && age <= rollover * 3600);

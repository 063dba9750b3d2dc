import type {KeptMessage, Turn} from './types.ts';

/**
Rule 3: all messages of others between mine become one `user` turn, consecutive messages of mine one `assistant` turn;
`separateReplies` makes each of mine a turn of its own.
*/
export function toTurns(
	messages: readonly KeptMessage[],
	separateReplies: boolean,
): Turn[] {
	const turns: Turn[] = [];
	let current: Turn | undefined;
	for (const message of messages) {
		const role = message.mine ? 'assistant' : 'user';
		if (current?.role !== role || (message.mine && separateReplies)) {
			current = {role, messages: []};
			turns.push(current);
		}
		current.messages.push(message);
	}
	return turns;
}

/** How many messages turns are made of. */
export const countMessages = (turns: readonly Turn[]): number =>
	turns.reduce((sum, {messages}) => sum + messages.length, 0);

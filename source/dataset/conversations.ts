import type {Conversation, KeptMessage} from './types.ts';

/**
Rule 1: a message more than `gapHours` after the previous kept one starts a new conversation.
Exactly that long is no gap; clocks that were set back make none either.
*/
export function splitAtGaps(
	kept: readonly KeptMessage[],
	gapHours: number,
): Conversation[] {
	const conversations: Conversation[] = [];
	let current: Conversation | undefined;
	let previous: KeptMessage | undefined;
	for (const message of kept) {
		const gap = previous ? message.seconds - previous.seconds : null;
		if (!current || (gap !== null && gap > gapHours * 3600)) {
			current = {messages: [], rolledOver: 0, gap};
			conversations.push(current);
		}
		current.messages.push(message);
		previous = message;
	}
	return conversations;
}

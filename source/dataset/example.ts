import type {ChatContext} from './chat.ts';
import type {
	Beginning,
	BuiltExample,
	Conversation,
	Entry,
	KeptMessage,
	Turn,
} from './types.ts';

/** Where an example stands: which part of which conversation of which chat. */
export type Origin = {
	/** From 0. */
	part: number;
	conversation: Conversation;
	/** Of the chat among the chats given, from 0. */
	place: number;
	/** Rule 7. */
	prefixed: boolean;
	context: ChatContext;
};

/** Valid turns become an example that knows where it comes from; rule 9 puts the system message first. */
export function makeExample(
	turns: readonly Turn[],
	{part, conversation, place, prefixed, context}: Origin,
): BuiltExample {
	const {system, pairs} = context.options;
	const messages: Entry[] = system ? [{role: 'system', content: system}] : [];
	const sources: number[] = [];
	for (const {role, messages: originals, nudge} of turns) {
		const lines = originals.map(message => write(message, prefixed, context));
		messages.push({role, content: nudge ?? lines.join('\n')});
		for (const {index} of originals) sources.push(index);
	}
	// What was rolled over is others' alone, so it is all in the first turn of the first part.
	const rolledOver = part === 0 ? conversation.rolledOver : 0;
	return {
		messages,
		chat: place,
		sources,
		begins: part > 0 ? (pairs ? 'pair' : 'size') : whyBegun(conversation),
		gap: conversation.gap,
		rolledOver,
	};
}

const whyBegun = ({gap, rolledOver}: Conversation): Beginning =>
	gap === null ? 'start' : rolledOver > 0 ? 'rollover' : 'gap';

/** One original as it is trained on: rule 7's prefix, once, and the names replaced. */
function write(
	{mine, sender, text}: KeptMessage,
	prefixed: boolean,
	{labels, anonymize}: ChatContext,
): string {
	const line = anonymize(text);
	return prefixed && !mine ? `${labels.get(sender) ?? sender}: ${line}` : line;
}

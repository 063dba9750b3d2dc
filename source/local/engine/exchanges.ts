import {isNudge} from './stream.ts';
import type {TrainingExample} from './types.ts';

/** Longer texts keep their end: what was said last is what was answered. */
const mostKept = 600;

/** What was said, and what the owner answered. */
export type Exchange = {
	/** Empty where the owner opened the conversation; a nudge ("Start a chat with Anna.") where the example has one. */
	said: string;
	reply: string;
	/** The owner began the conversation with it. */
	opens: boolean;
	/** The first exchange of its example: the one before belongs to another conversation. */
	first: boolean;
	/** Title of the chat, who else took part, and when the reply was given; null and empty where nothing is known. */
	chat: string | null;
	people: readonly string[];
	at: string | null;
};

/** The exchanges of one example, in order. */
export function exchangesOf({messages, source}: TrainingExample): Exchange[] {
	const exchanges: Exchange[] = [];
	let said = '';
	let spoken = false;
	let own = '';
	for (const [index, turn] of messages.entries()) {
		const text = turn.content.trim();
		if (turn.role === 'system' || text === '') continue;
		if (turn.role === 'user') {
			said = said === '' ? text : `${said}\n${text}`;
			spoken ||= !isNudge(turn);
			continue;
		}

		exchanges.push({
			// Where the owner goes on without an answer, the own message is what was said last.
			said: tail(said || own),
			reply: text,
			opens: !spoken,
			first: exchanges.length === 0,
			chat: source?.chat ?? null,
			people: source?.people ?? [],
			at: source?.times[index] ?? null,
		});
		said = '';
		own = text;
		spoken = true;
	}

	return exchanges;
}

/** The end of a text, without half a character at its beginning. */
const tail = (text: string): string =>
	text.slice(-mostKept).replace(/^[\udc00-\udfff]/, '');

import {isNudge} from './stream.ts';
import type {Turn} from './types.ts';

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
};

/** The exchanges of one example, in order. */
export function exchangesOf(turns: readonly Turn[]): Exchange[] {
	const exchanges: Exchange[] = [];
	let said = '';
	let spoken = false;
	let own = '';
	for (const turn of turns) {
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

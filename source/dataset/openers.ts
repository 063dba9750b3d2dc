import {countMessages} from './turns.ts';
import type {DatasetOptions, Turn} from './types.ts';

/** What is said to a twin so that it opens a conversation (design, section 5, rule 5). */
export const nudge = (label: string): string => `Start a chat with ${label}.`;

/**
Rule 5: what becomes of a conversation that begins with me. It comes before rule 4, so that a nudge counts for the size.
`partner` is the label of whom I turn to; null (nobody else in the chat) leaves the conversation as it is.
*/
export function openConversation(
	turns: Turn[],
	openers: DatasetOptions['openers'],
	partner: string | null,
): {turns: Turn[]; dropped: number; nudged: boolean} {
	const as = (changed: Turn[], dropped = 0, nudged = false) => ({
		turns: changed,
		dropped,
		nudged,
	});
	if (turns[0]?.role !== 'assistant' || openers === 'keep') return as(turns);
	if (openers === 'nudge')
		return partner === null
			? as(turns)
			: as(
					[{role: 'user', messages: [], nudge: nudge(partner)}, ...turns],
					0,
					true,
				);
	const first = turns.findIndex(({role}) => role === 'user');
	const leading = first < 0 ? turns : turns.slice(0, first);
	return as(turns.slice(leading.length), countMessages(leading));
}

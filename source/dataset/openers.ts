import type {DatasetOptions, Exchange} from './types.ts';

/** What is said to a twin so that it opens a conversation (design, section 5, rule 5). */
export const nudge = (label: string): string => `Start a chat with ${label}.`;

/**
Rule 5: what becomes of a conversation that begins with me. It comes before rule 4, so that a nudge counts for the size.
Where nobody else is in the chat (`hasPartner`) nobody can be nudged towards.
*/
export function openConversation(
	exchanges: Exchange[],
	openers: DatasetOptions['openers'],
	hasPartner: boolean,
): {exchanges: Exchange[]; dropped: number; nudged: boolean} {
	const first = exchanges[0];
	const isOpener = first !== undefined && !first.asked;
	if (isOpener && openers === 'drop')
		return {
			exchanges: exchanges.slice(1),
			dropped: first.messages,
			nudged: false,
		};
	if (isOpener && openers === 'nudge' && hasPartner) {
		const nudged = {
			...first,
			entries: first.entries + 1,
			asked: true,
			nudged: true,
		};
		return {exchanges: exchanges.with(0, nudged), dropped: 0, nudged: true};
	}
	return {exchanges, dropped: 0, nudged: false};
}

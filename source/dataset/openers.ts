import type {DatasetOptions} from './types.ts';

/** What is said to a twin so that it opens a conversation (design, section 5, rule 5). */
export const nudge = (label: string): string => `Start a chat with ${label}.`;

/**
Rule 5: what becomes of the messages that a conversation begins with, by whether somebody `asked` before me. It comes before
rule 4, so that a nudge counts for the size. Where nobody else is in the chat (`hasPartner`) nobody can be nudged towards.
*/
export const opening = (
	asked: boolean,
	openers: DatasetOptions['openers'],
	hasPartner: boolean,
): DatasetOptions['openers'] =>
	asked || (openers === 'nudge' && !hasPartner) ? 'keep' : openers;

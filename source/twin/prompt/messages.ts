import type {Entry} from '../../dataset/types.ts';
import {nudge} from './nudge.ts';
import {describeRecalled, type Recalled} from './recalled.ts';
import {describeStyle, type StyleCard} from './style-card.ts';

/** A message of the chat with a twin: `user` is who talks to it, `assistant` the twin. */
export type Turn = {role: 'user' | 'assistant'; content: string};

export type Prompt = {
	systemPrompt: string;
	/** Oldest first; empty where the twin shall open the conversation. */
	history: readonly Turn[];
	/** Who the twin writes to when it opens; 'me' when not given. */
	partner?: string;
	/** How the twin's owner writes; null or left out for a model that has learnt it. */
	style?: StyleCard | null;
	/** The nearest past exchanges, best first; none for a model that recalls by itself. */
	recalled?: readonly Recalled[];
	/** Most turns sent, the system prompt not counted: as many as an example of the training data may have. */
	maxTurns?: number;
};

/**
The messages for a chat completion, in the shape of the training data: the system message first (none when blank; what
changes from turn to turn stands at its end, so that providers can keep the beginning), then turns that alternate and begin with a user turn (design, section 5, rules 3, 4, 5 and 9). Too long a history loses its
oldest turns; a history that begins with the twin, or is empty, gets the nudge in front that made it begin.
*/
export function buildMessages({
	systemPrompt,
	history,
	partner,
	style = null,
	recalled = [],
	maxTurns = 50,
}: Prompt): Entry[] {
	const system = systemMessage(systemPrompt, style, recalled);
	const turns = newest(alternating(history), Math.max(2, maxTurns));
	const opened = turns[0]?.role !== 'user';
	return [
		...(system ? [{role: 'system' as const, content: system}] : []),
		...(opened ? [{role: 'user' as const, content: nudge(partner)}] : []),
		...turns,
	];
}

/** Turns of the same side in a row become one, joined by \n, as in the training data; blank ones (a reply stopped at once) go. */
function alternating(history: readonly Turn[]): Turn[] {
	const turns: Turn[] = [];
	for (const {role, content} of history) {
		if (!content.trim()) continue;
		const last = turns.at(-1);
		if (last?.role === role) last.content += `\n${content}`;
		else turns.push({role, content});
	}
	return turns;
}

/** The newest turns, cut before a user turn. */
function newest(turns: Turn[], most: number): Turn[] {
	if (turns.length <= most) return turns;
	const cut = turns.slice(-most);
	return cut[0]?.role === 'user' ? cut : cut.slice(1);
}

/** A fine-tuned model without past exchanges gets the very prompt that it was trained with. */
function systemMessage(
	systemPrompt: string,
	style: StyleCard | null,
	recalled: readonly Recalled[],
): string {
	const manner = style ? describeStyle(style) : '';
	return [
		systemPrompt.trim() ? systemPrompt : '',
		manner && `${mannerTitle}\n${manner}`,
		recalled.length > 0 ? `${pastTitle}\n\n${describeRecalled(recalled)}` : '',
	]
		.filter(Boolean)
		.join('\n\n');
}

const mannerTitle = 'How you write, counted in your own messages:';

const pastTitle =
	'What you really answered to messages like the one you get now, the nearest last. Write like this; know and claim nothing about people that is not said here or in the chat; never mention these notes.';

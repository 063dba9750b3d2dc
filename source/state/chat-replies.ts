import type {Turn} from '../store/session-log.ts';
import type {ChatStep} from './chat-step.ts';

/** The newest reply that is whole. */
export const lastReply = ({turns, answering}: ChatStep): Turn | null => {
	const turn = turns.findLast(({role}) => role === 'assistant');
	return turn && turn.id !== answering ? turn : null;
};

/** What the reply answers, in the words since the twin's turn before it. */
export function askedBefore(turns: readonly Turn[], id: number): string {
	const end = turns.findIndex(turn => turn.id === id);
	const begin = turns
		.slice(0, end)
		.findLastIndex(({role}) => role === 'assistant');
	return turns
		.slice(begin + 1, end)
		.filter(({nudge}) => !nudge)
		.map(({text}) => text)
		.join('\n');
}

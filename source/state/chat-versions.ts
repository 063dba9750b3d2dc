import {showVersion, type Turn, versionsOf} from '../store/session-log.ts';
import {revealAll} from './chat-reveal.ts';
import type {ChatStep} from './chat-step.ts';
import {waiting} from './chat-turns.ts';

/** Which of the replies to one message is shown: '2/3'; null where it is the only one. */
export function versionOf(turn: Turn | undefined): string | null {
	const {earlier = [], later = []} = turn ?? {};
	const all = earlier.length + 1 + later.length;
	return all > 1 ? `${earlier.length + 1}/${all}` : null;
}

/** Shows the next of the replies to the last message, behind the newest one the first. What was answered already stays: the conversation rests on it. */
export function showNextVersion(step: ChatStep): ChatStep {
	if (step.answering !== null) return waiting(step);
	const turn = step.turns.at(-1);
	const versions = turn ? versionsOf(turn) : [];
	if (versions.length < 2)
		return {
			...step,
			notice: 'There is only one reply to this: ^R asks for another.',
		};
	const at = versions.findIndex(({id}) => id === turn?.id);
	const shown = showVersion(versions, (at + 1) % versions.length);
	return {
		...revealAll(step),
		turns: [...step.turns.slice(0, -1), shown],
		error: null,
		notice: `Reply ${versionOf(shown)?.replace('/', ' of ')}.`,
	};
}

import type {Turn} from '../store/session-log.ts';
import type {ChatStep} from './chat-step.ts';

/** How many bubbles of a reply are shown so far. */
export type Reveal = {id: number; lines: number};

export const startReveal = (id: number): Reveal => ({id, lines: 0});

export const revealAll = (step: ChatStep): ChatStep =>
	step.reveal ? {...step, reveal: null} : step;

/** The bubbles of a text: its lines, blank ones left out. */
const bubblesOf = (text: string): string[] =>
	text.split('\n').filter(line => line.trim() !== '');

/** The next bubble that is whole but not shown yet, and its place in the reply; null while there is none. */
export function nextBubble({
	reveal,
	turns,
	answering,
}: ChatStep): {text: string; place: number} | null {
	const turn = reveal && turns.find(({id}) => id === reveal.id);
	if (!turn) return null;
	const whole = bubblesOf(turn.text);
	// The line that is being written is no bubble yet.
	if (answering === turn.id && !turn.text.endsWith('\n')) whole.pop();
	const text = whole[reveal.lines];
	return text === undefined ? null : {text, place: reveal.lines};
}

/** Shows the next bubble; once all of a finished reply are shown, nothing is held back any more. */
export function revealNext(step: ChatStep, id: number): ChatStep {
	if (step.reveal?.id !== id || !nextBubble(step)) return step;
	const shown = {...step, reveal: {id, lines: step.reveal.lines + 1}};
	return step.answering !== id && !nextBubble(shown) ? revealAll(shown) : shown;
}

/** The text of a turn as far as it may be seen. */
export const shownText = (
	reveal: Pick<Reveal, 'lines'>,
	{text}: Pick<Turn, 'text'>,
): string => bubblesOf(text).slice(0, reveal.lines).join('\n');

/** Whether the other side is seen writing. */
export const isWriting = ({answering, reveal}: ChatStep): boolean =>
	answering !== null || reveal !== null;

import {type DataAnswer, type DataStep, top, type Want} from './data-step.ts';
import {moveCursor} from './list.ts';

/** What was wanted before the last key comes too late. */
export function answered(
	step: DataStep,
	asked: number,
	answer: DataAnswer,
): DataStep {
	if (asked !== step.asked) return step;
	const {effect, starts, shown, placeholders} = answer;
	const isText = step.want.type === 'text';
	const isSame = shown?.number === step.shown?.number;
	return {
		...step,
		answered: asked,
		effect,
		starts,
		around: {...step.around, placeholders},
		// A search that finds nothing leaves the example that is there.
		shown: isText ? (shown ?? step.shown) : shown,
		isMissed: isText && shown === null,
		scroll: isSame ? step.scroll : top,
	};
}

/** Wants another example; the answer comes from outside (`work/outlining.ts`). */
export const ask = (step: DataStep, want: Want): DataStep => ({
	...step,
	want,
	asked: step.asked + 1,
});

/** Where the next key goes on from: where the last ones lead, though the screen may not have followed yet. */
function place({want, asked, answered, shown}: DataStep): number {
	return asked !== answered && want.type === 'number'
		? want.number
		: (shown?.number ?? 0);
}

const totalOf = ({effect}: DataStep): number =>
	effect ? effect.counts.examples + effect.counts.validationExamples : 0;

/** The next example, or, while something is searched for, the next one with it. */
export function toExample(step: DataStep, by: 1 | -1): DataStep {
	const number = moveCursor(place(step), by, totalOf(step));
	if (step.search.text.trim() !== '')
		return ask(step, {type: 'text', from: place(step) + by, by});
	return ask(step, {type: 'number', number});
}

/** The first example of the next chat that has any, or of this one or the one before. */
export function toChat(step: DataStep, by: 1 | -1): DataStep {
	const now = place(step);
	const starts = [...new Set(step.starts)].filter(
		start => start < totalOf(step),
	);
	const number =
		by > 0
			? starts.find(start => start > now)
			: starts.findLast(start => start < now);
	return number === undefined ? step : ask(step, {type: 'number', number});
}

/** Opens the search, or closes it and goes to the next example with the text. */
export function search(step: DataStep, open: boolean): DataStep {
	const found = {...step, searching: open, isMissed: false};
	if (open || step.search.text.trim() === '') return found;
	return ask(found, {type: 'text', from: place(step), by: 1});
}

/** Asks anew about the messages that are shown; what was asked for and not answered yet is asked for still. */
export function stay(step: DataStep): DataStep {
	const {shown, asked, answered, want} = step;
	if (asked !== answered) return ask(step, want);
	return ask(
		step,
		shown
			? {type: 'near', chat: shown.chat, source: shown.source}
			: {type: 'number', number: 0},
	);
}

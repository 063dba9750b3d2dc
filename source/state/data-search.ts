import {layoutBubbles} from '../components/bubbles.ts';
import type {DataStep} from './data-step.ts';

/** Rows that stay above a match, so that one sees what it follows. */
const above = 2;

/** An example that was found is scrolled to the first message with what was looked for. @param width columns of the example */
export function toMatch(step: DataStep, width: number): DataStep {
	const {want, shown, search, isMissed} = step;
	if (want.type !== 'text' || !shown || isMissed) return step;
	const wanted = search.text.trim().toLowerCase();
	const place = shown.bubbles.findIndex(
		({side, text}) => side !== 'centre' && text.toLowerCase().includes(wanted),
	);
	if (place < 0) return step;
	const rows = layoutBubbles(shown.bubbles.slice(0, place), width).length;
	const top = Math.max(rows - above, 0);
	return {...step, scroll: {top, seen: Number.POSITIVE_INFINITY}};
}

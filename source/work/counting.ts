import {setTimeout} from 'node:timers/promises';
import {planFor} from '../state/journey.ts';
import type {ModerationAction} from '../state/moderation.ts';
import type {State} from '../state.ts';

/** Milliseconds that a threshold has to rest: keys come faster than a large data set is built. */
const rest = 50;

/** How many examples the data set has at the threshold on the screen. */
export async function* counting(
	state: State,
	signal: AbortSignal,
): AsyncGenerator<ModerationAction> {
	await setTimeout(rest, undefined, {signal});
	const plan = planFor(state, 'local');
	if (!plan || !state.moderation) return;
	const {examples, validation} = plan.dataset;
	yield {
		type: 'moderation/counted',
		threshold: state.moderation.threshold,
		examples: examples.length + validation.length,
	};
}

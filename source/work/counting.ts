import {setTimeout} from 'node:timers/promises';
import type {Services} from '../services.ts';
import type {ModerationAction} from '../state/moderation.ts';
import {chosenRules} from '../state/plan.ts';
import {weightsName} from '../state/weights.ts';
import type {State} from '../state.ts';
import {subjectOf} from './subject.ts';

/** Milliseconds that a threshold has to rest: keys come faster than a large data set is counted. */
const rest = 30;

/** What the data set would be at the threshold on the screen. */
export async function* counting(
	services: Services,
	state: State,
	signal: AbortSignal,
): AsyncGenerator<ModerationAction> {
	await setTimeout(rest, undefined, {signal});
	const subject = subjectOf(state);
	if (!subject || !state.moderation) return;
	const {threshold} = state.moderation;
	const desk = await (await services.desks()).open(subject);
	const effect = await desk.ask(
		{
			options: {...chosenRules(state), threshold},
			seek: {type: 'none'},
			weights: weightsName(state),
		},
		signal,
	);
	if (!effect) return;
	const {counts, measure} = effect;
	yield {type: 'moderation/counted', threshold, effect: {counts, measure}};
}

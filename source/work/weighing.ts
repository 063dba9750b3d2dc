import type {Services} from '../services.ts';
import {optionsFor, targetOf} from '../state/plan.ts';
import {weightsName} from '../state/weights.ts';
import type {Action, State} from '../state.ts';
import {subjectOf} from './subject.ts';

/** Milliseconds between two reports of progress. */
const pace = 200;

/** Counts the tokens of every message, beside the keys; then what shows tokens counts anew. */
export async function* weighing(
	services: Services,
	state: State,
	signal: AbortSignal,
): AsyncGenerator<Action> {
	const name = weightsName(state);
	const options = optionsFor(state, targetOf(state));
	const subject = subjectOf(state);
	if (name === null || !options || !subject) return;
	const desks = await services.desks();
	let reported = performance.now();
	for await (const share of desks.weigh(subject, name, options, signal)) {
		if (performance.now() - reported < pace) continue;
		reported = performance.now();
		yield {type: 'weighing', share};
	}
	yield {type: 'weighed', name};
}

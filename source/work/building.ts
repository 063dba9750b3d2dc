import {buildInSteps} from '../dataset/build.ts';
import type {Dataset} from '../dataset/types.ts';
import type {Plan} from '../state/plan.ts';
import type {State} from '../state.ts';
import {gently} from './gently.ts';
import {subjectOf} from './subject.ts';

/**
The data set of a plan, built while keys are answered.
@throws Error with a sentence where the chats are not there any more; the signal's reason after an abort
*/
export async function building(
	state: State,
	{options}: Pick<Plan, 'options'>,
	signal: AbortSignal,
): Promise<Dataset> {
	const subject = subjectOf(state);
	if (!subject)
		throw new Error('The chats of this training are gone: pick them again.');
	const threshold = state.moderation?.threshold ?? 1;
	const {levelOf} = subject.judges;
	return gently(
		buildInSteps(
			subject.chats,
			options,
			text => (levelOf?.(text) ?? 0) > threshold,
		),
		signal,
	);
}

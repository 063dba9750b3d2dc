import type {Watch} from '../dataset/anonymize/anonymize.ts';
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
	watch?: Watch,
): Promise<Dataset> {
	const subject = subjectOf(state);
	if (!subject)
		throw new Error('The chats of this training are gone: pick them again.');
	return gently(
		buildInSteps(subject.chats, options, subject.isDropped, watch),
		signal,
	);
}

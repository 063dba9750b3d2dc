import type {Services} from '../services.ts';
import type {TrainingAction} from '../state/training.ts';
import type {State} from '../state.ts';
import {cancelJob} from '../training/cancel.ts';

/** Ends a training for good; the watching tells that it has ended. */
export async function* cancelling(
	services: Services,
	{training: step}: State,
): AsyncGenerator<TrainingAction> {
	if (!step?.job) return;
	try {
		const connection = await services.connect(step.provider, step.job.baseURL);
		await cancelJob(step.job, {connection, store: services.store});
	} catch (error) {
		// A sentence: the training goes on, and can be cancelled again.
		yield {type: 'training/not-cancelled', reason: (error as Error).message};
	}
}

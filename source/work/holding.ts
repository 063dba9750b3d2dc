import type {Services} from '../services.ts';
import type {TrainingAction} from '../state/training.ts';
import type {State} from '../state.ts';
import {holdJob} from '../training/pause.ts';

/** Pauses a training or lets it go on; the watching tells that it does. */
export async function* holding(
	services: Services,
	{training: step}: State,
): AsyncGenerator<TrainingAction> {
	if (!step?.job || !step.holding) return;
	try {
		const connection = await services.connect(step.provider, step.job.baseURL);
		await holdJob(step.job, step.holding === 'pause', connection);
		yield {type: 'training/held', reason: null};
	} catch (error) {
		yield {type: 'training/held', reason: (error as Error).message};
	}
}

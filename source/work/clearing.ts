import {explain} from '../provider/errors.ts';
import {findProvider} from '../provider/providers.ts';
import type {Services} from '../services.ts';
import type {TrainingAction} from '../state/training.ts';
import type {State} from '../state.ts';
import {clearUploads} from '../training/uploaded.ts';

/** Deletes the files at the provider that a training which has succeeded needs no more. */
export async function* clearing(
	{connect, store}: Services,
	{training: step}: State,
): AsyncGenerator<TrainingAction> {
	if (!step?.job) return;
	const {job, provider} = step;
	try {
		const connection = await connect(provider, job.baseURL);
		const cleared = await clearUploads(job, {connection, store});
		yield {type: 'training/cleared', ...cleared};
	} catch (error) {
		const words = explain(error, findProvider(provider));
		yield {type: 'training/not-cleared', words};
	}
}

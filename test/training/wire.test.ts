import type {OpenAI} from 'openai';
import {expect, test} from 'vitest';
import {findProvider} from '../../source/provider/providers.ts';
import type {Hyperparameters, Job} from '../../source/store/types.ts';
import {createBody} from '../../source/training/create.ts';
import {differencesFrom} from '../helpers/schema.ts';
import {prepared, temporaryStore} from './home.ts';

/** A job whose files are uploaded. */
async function uploaded(hyperparameters: Hyperparameters): Promise<Job> {
	const job = await prepared(await temporaryStore(), {hyperparameters});
	return {...job, uploaded: {training: 'file-1', validation: 'file-2'}};
}

const byHand: Hyperparameters = {
	epochs: 3,
	batchSize: 8,
	learningRateMultiplier: 0.5,
	seed: 42,
	minutes: 5,
};

test.each<[string, Hyperparameters]>([
	['by hand', byHand],
	['auto', {epochs: 'auto', batchSize: 'auto', learningRateMultiplier: 'auto'}],
])(
	'a job as OpenAI’s document describes it, hyperparameters %s',
	async (_, hyperparameters) => {
		const job = await uploaded(hyperparameters);
		// The compiler holds it to the package's types, the published document to the rest.
		const body = createBody(
			job,
			findProvider('openai'),
		) satisfies OpenAI.FineTuning.JobCreateParams;
		expect(differencesFrom('CreateFineTuningJobRequest', body)).toEqual([]);
		expect(body).not.toHaveProperty('minutes');
		expect(body.metadata).toEqual({
			app: 'twin-tui',
			job: job.id,
			dataset: job.dataset.hash,
		});
	},
);

test('seed goes along, minutes to the embedded engine only', async () => {
	const job = await uploaded(byHand);
	expect(createBody(job, findProvider('openai')).seed).toBe(42);
	expect(createBody(job, findProvider('local'))).toMatchObject({minutes: 5});
});

test('Nebius takes numbers at the top, and never a multiplier for its learning rate', async () => {
	const body = createBody(await uploaded(byHand), findProvider('nebius'));
	expect(body).toMatchObject({hyperparameters: {n_epochs: 3, batch_size: 8}});
	expect(body).not.toHaveProperty('method');
	expect(body.hyperparameters).not.toHaveProperty('learning_rate_multiplier');
});

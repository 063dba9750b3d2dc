import type {OpenAI} from 'openai';
import {describe, expect, test} from 'vitest';
import {findProvider} from '../../source/provider/providers.ts';
import type {Hyperparameters, Job} from '../../source/store/types.ts';
import {createBody} from '../../source/training/create.ts';
import {failedChecks} from '../../source/training/failure.ts';
import {
	checkpointMetrics,
	toTrainingEvent,
} from '../../source/training/progress.ts';
import {idOf} from '../../source/training/upload.ts';
import {differencesFrom} from '../helpers/schema.ts';
import {prepared, temporaryStore} from './home.ts';

type RemoteJob = OpenAI.FineTuning.FineTuningJob;
type RemoteEvent = OpenAI.FineTuning.FineTuningJobEvent;

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

describe('what comes over the wire is read as real providers send it', () => {
	// Captured forms (gpt-4o-mini), held to the package's types where those know them.
	const remote = {
		object: 'fine_tuning.job',
		id: 'ftjob-abc123',
		created_at: 1_726_000_000,
		error: null,
		estimated_finish: 1_726_003_600,
		fine_tuned_model: null,
		finished_at: null,
		hyperparameters: {
			n_epochs: 3,
			batch_size: 1,
			learning_rate_multiplier: 1.8,
		},
		integrations: [],
		metadata: {app: 'twin-tui'},
		method: {
			type: 'supervised',
			supervised: {
				hyperparameters: {
					n_epochs: 3,
					batch_size: 1,
					learning_rate_multiplier: 1.8,
				},
			},
		},
		model: 'gpt-4o-mini-2024-07-18',
		organization_id: 'org-1',
		result_files: [],
		seed: 42,
		status: 'running',
		trained_tokens: null,
		training_file: 'file-1',
		validation_file: null,
	} satisfies RemoteJob;

	const event = {
		object: 'fine_tuning.job.event',
		id: 'ftevent-1',
		created_at: 1_726_000_100,
		level: 'info',
		message: 'Step 60/200: training loss=0.73, validation loss=1.46',
		type: 'metrics',
		data: {
			step: 60,
			total_steps: 200,
			train_loss: 0.73,
			train_mean_token_accuracy: 0.81,
			valid_loss: 1.46,
			valid_mean_token_accuracy: 0.7,
		},
	} satisfies RemoteEvent;

	const checkpoint = {
		object: 'fine_tuning.job.checkpoint',
		id: 'ftckpt_1',
		created_at: 1_726_000_200,
		fine_tuned_model_checkpoint: 'ft:gpt-4o-mini:org:mia:1:ckpt-step-100',
		fine_tuning_job_id: 'ftjob-abc123',
		step_number: 100,
		metrics: {
			step: 100,
			train_loss: 0.5,
			train_mean_token_accuracy: 0.85,
			full_valid_loss: 0.9,
			full_valid_mean_token_accuracy: 0.8,
		},
	} satisfies OpenAI.FineTuning.Jobs.FineTuningJobCheckpoint;

	test('job, event and checkpoint are as the document describes them', () => {
		expect(differencesFrom('FineTuningJob', remote)).toEqual([]);
		expect(differencesFrom('FineTuningJobEvent', event)).toEqual([]);
		expect(differencesFrom('FineTuningJobCheckpoint', checkpoint)).toEqual([]);
	});

	test('real payloads that the document does not know break it, not the reading', () => {
		const bare = {...event, type: 'message', data: null};
		const checks = {
			...event,
			level: 'error',
			type: 'moderation_checks',
			message: 'Moderation checks failed',
			data: {blocked: true, categories: {hate: 'failed', sexual: 'passed'}},
		};
		const odd = {...remote, error: {}, status: 'paused'};
		expect(differencesFrom('FineTuningJobEvent', bare)).not.toEqual([]);
		expect(differencesFrom('FineTuningJobEvent', checks)).not.toEqual([]);
		expect(differencesFrom('FineTuningJob', odd)).not.toEqual([]);
		// Numbers come from the words where there is no data.
		expect(toTrainingEvent(bare as never)).toMatchObject({
			type: 'metrics',
			step: 60,
			totalSteps: 200,
			trainLoss: 0.73,
			validLoss: 1.46,
			trainAccuracy: null,
		});
		expect(toTrainingEvent(checks as never)).toMatchObject({
			type: 'message',
			level: 'error',
			text: 'Moderation checks failed',
		});
		expect(failedChecks(checks as never)).toEqual(['hate']);
	});

	test('numbers of events and checkpoints, the whole validation before its sample', () => {
		expect(toTrainingEvent(event)).toEqual({
			type: 'metrics',
			step: 60,
			totalSteps: 200,
			trainLoss: 0.73,
			validLoss: 1.46,
			trainAccuracy: 0.81,
			validAccuracy: 0.7,
			at: 1_726_000_100_000,
		});
		expect(checkpointMetrics(checkpoint)).toMatchObject({
			step: 100,
			trainLoss: 0.5,
			validLoss: 0.9,
			validAccuracy: 0.8,
		});
	});

	test('a file, also with the fields that clones leave null; a proxy’s page is no file', () => {
		const file = {
			object: 'file',
			id: 'file-abc',
			bytes: 1200,
			created_at: 1_726_000_000,
			filename: 'job-1.training.jsonl',
			purpose: 'fine-tune',
			status: 'processed',
		} satisfies OpenAI.FileObject;
		expect(differencesFrom('OpenAIFile', file)).toEqual([]);
		const provider = findProvider('nebius');
		const run = {provider} as never;
		expect(idOf(file, run)).toBe('file-abc');
		expect(idOf({...file, status: null}, run)).toBe('file-abc');
		expect(() => idOf('<html>', run)).toThrow(/something else than was asked/);
	});
});

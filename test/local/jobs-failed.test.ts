import {describe, expect, it} from 'vitest';
import type {Train} from '../../source/local/training-thread.ts';
import {writeFile} from '../../source/store/files.ts';
import {
	examples,
	messagesOf,
	openLocal,
	startJob,
	untilEnded,
	upload,
} from './local.ts';
import {knownTraining, step} from './trainings.ts';

describe('a job that cannot be done', () => {
	it.each([
		[
			'has fewer than ten examples',
			examples(9),
			/has 9 examples; it needs at least 10/,
		],
		['has one', examples(1), /has 1 example; it/],
	])('fails in a sentence: %s', async (_, content, sentence) => {
		const {client} = await openLocal({train: knownTraining});
		const training_file = await upload(client, content);
		const created = await startJob(client, {training_file});
		const job = await untilEnded(client, created.id);
		expect(job).toMatchObject({
			status: 'failed',
			error: {code: 'invalid_training_file', param: 'training_file'},
		});
		expect(job.error?.message).toMatch(sentence);
		expect((await messagesOf(client, job.id)).at(-1)).toBe(job.error?.message);
	});

	it('fails where the validation file has no example', async () => {
		const {client} = await openLocal({train: knownTraining});
		const validation_file = await upload(client, '\n');
		const {id} = await startJob(client, {validation_file});
		expect((await untilEnded(client, id)).error?.code).toBe(
			'invalid_validation_file',
		);
	});

	it('fails where the engine throws, and says why', async () => {
		const train: Train = async function* () {
			yield step(1, 5);
			throw new Error('There is nothing in common.');
		};
		const {client} = await openLocal({train});
		const job = await untilEnded(client, (await startJob(client)).id);
		expect(job.error).toMatchObject({
			code: 'training_failed',
			message: 'The training failed: There is nothing in common.',
		});
	});

	it('fails where the disk is full when the model is to be kept', async () => {
		const {client, folder} = await openLocal({
			train: knownTraining,
			async write(file, content) {
				if (file.endsWith('.model'))
					throw Object.assign(new Error('no space'), {code: 'ENOSPC'});
				await writeFile(file, content);
			},
		});
		const {id} = await startJob(client);
		const job = await untilEnded(client, id);
		expect(job.error).toMatchObject({
			code: 'disk_full',
			message: 'The disk is full. Make room on it and try again.',
		});
		const later = await openLocal({folder, train: knownTraining});
		expect(await untilEnded(later.client, id)).toEqual(job);
	});

	it.each([
		['an unknown model', {model: 'gpt-4o-mini'}, 404, 'model'],
		['no such file', {training_file: 'file-none'}, 404, 'training_file'],
		['a path for a file', {training_file: '../x'}, 404, 'training_file'],
		[
			'no such validation file',
			{validation_file: 'file-none'},
			404,
			'validation_file',
		],
		['another method', {method: {type: 'dpo' as const}}, 400, 'method'],
		[
			'half an epoch',
			{hyperparameters: {n_epochs: 0.5}},
			400,
			'hyperparameters.n_epochs',
		],
		['a negative seed', {seed: -1}, 400, 'seed'],
		['an endless suffix', {suffix: 'x'.repeat(65)}, 400, 'suffix'],
		[
			'metadata that is no text',
			{metadata: {a: 1 as unknown as string}},
			400,
			'metadata',
		],
	])('is refused: %s', async (_, body, status, param) => {
		const {client} = await openLocal({train: knownTraining});
		await expect(startJob(client, body)).rejects.toMatchObject({status, param});
		expect((await client.fineTuning.jobs.list()).data).toEqual([]);
	});
});

import {describe, expect, it, vi} from 'vitest';
import type {Train} from '../../source/local/training-thread.ts';
import {writeWhole} from '../../source/local/write.ts';
import {
	endlessTraining,
	examples,
	knownTraining,
	messagesOf,
	openLocal,
	parrot,
	startJob,
	step,
	untilEnded,
	upload,
} from './local.ts';

describe('a job', () => {
	it('says what OpenAI says, step by step, and leaves a model', async () => {
		const {client} = await openLocal({train: knownTraining});
		const created = await startJob(client, {suffix: 'Zoë & Ben', seed: 7});
		expect(created).toMatchObject({
			status: 'validating_files',
			model: 'twin-base',
			seed: 7,
			error: null,
			fine_tuned_model: null,
		});
		const job = await untilEnded(client, created.id);
		expect(job).toMatchObject({status: 'succeeded', trained_tokens: 1234});
		expect(job.fine_tuned_model).toMatch(
			/^ft:twin-base:local:zoe-ben:[a-z]{8}$/,
		);
		expect(await messagesOf(client, job.id)).toEqual([
			`Created fine-tuning job: ${job.id}`,
			`Validating training file: ${job.training_file}`,
			'Files validated, moving job to queued state',
			'Fine-tuning job started',
			'Step 1/5: training loss=3.00',
			'Checkpoint created at step 1',
			'Step 2/5: training loss=1.50, validation loss=1.46',
			'Checkpoint created at step 2',
			'Step 3/5: training loss=1.00',
			'Checkpoint created at step 3',
			'Step 4/5: training loss=0.75, validation loss=1.46',
			'Checkpoint created at step 4',
			'Step 5/5: training loss=0.60',
			'Checkpoint created at step 5',
			`New fine-tuned model created: ${job.fine_tuned_model}`,
			'The job has successfully completed',
		]);
	});

	it('leaves its steps as a CSV', async () => {
		const {client} = await openLocal({train: knownTraining});
		const job = await untilEnded(client, (await startJob(client)).id);
		const content = await client.files.content(job.result_files[0] ?? '');
		expect((await content.text()).split('\n')).toEqual([
			'step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy',
			'1,3,0.25,,',
			'2,1.5,0.25,1.456,0.5',
			'3,1,0.25,,',
			'4,0.75,0.25,1.456,0.5',
			'5,0.6,0.25,,',
			'',
		]);
	});

	it('keeps the last three checkpoints, each a model to talk to', async () => {
		const {client} = await openLocal({
			train: knownTraining,
			load: bytes => parrot(`step ${bytes[0]}`)(),
		});
		const job = await untilEnded(client, (await startJob(client)).id);
		const {data} = await client.fineTuning.jobs.checkpoints.list(job.id);
		expect(data.map(({step_number}) => step_number)).toEqual([5, 4, 3]);
		expect(data[1]?.metrics).toMatchObject({
			step: 4,
			train_loss: 0.75,
			valid_loss: 1.456,
		});
		const said = await Promise.all(
			data.map(async ({fine_tuned_model_checkpoint: model}) => {
				const messages = [{role: 'user' as const, content: 'hi'}];
				const reply = await client.chat.completions.create({model, messages});
				return reply.choices[0]?.message.content;
			}),
		);
		expect(said).toEqual(['step 5', 'step 4', 'step 3']);
		const names = (await client.models.list()).data.map(({id}) => id);
		expect(names.filter(name => name.includes(':ckpt-'))).toHaveLength(3);
	});

	it('tells its events and jobs page by page', async () => {
		const {client} = await openLocal({train: knownTraining});
		const ids: string[] = [];
		for (const app of ['a', 'b', 'a', 'a']) {
			const job = await startJob(client, {metadata: {app}});
			ids.unshift(job.id);
			await untilEnded(client, job.id);
		}
		const first = await client.fineTuning.jobs.listEvents(ids[0] ?? '', {
			limit: 3,
		});
		expect(first.data[0]?.message).toBe('The job has successfully completed');
		expect(first.has_more).toBe(true);
		const seen = new Set<string>();
		for await (const {id} of client.fineTuning.jobs.listEvents(ids[0] ?? '', {
			limit: 3,
		}))
			seen.add(id);
		expect(seen.size).toBe(16);
		const listed: string[] = [];
		for await (const job of client.fineTuning.jobs.list({
			limit: 2,
			metadata: {app: 'a'},
		}))
			listed.push(job.id);
		expect(listed).toEqual([ids[0], ids[1], ids[3]]);
	});
});

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
				await writeWhole(file, content);
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

describe('cancelling', () => {
	it('ends the training and says so', async () => {
		const {train, state} = endlessTraining();
		const {client} = await openLocal({train});
		const {id} = await startJob(client);
		await vi.waitFor(() => expect(state.running).toBe(1));
		const job = await client.fineTuning.jobs.cancel(id);
		expect(job.status).toBe('cancelled');
		expect(state.running).toBe(0);
		expect((await messagesOf(client, id)).at(-1)).toBe(
			'Fine tuning process stopping due to job cancellation',
		);
		await expect(client.fineTuning.jobs.cancel(id)).rejects.toMatchObject({
			status: 400,
			code: 'job_ended',
		});
	});

	it('takes a job that waits out of the queue', async () => {
		const {train, state} = endlessTraining();
		const {client} = await openLocal({train});
		const first = await startJob(client);
		await vi.waitFor(() => expect(state.running).toBe(1));
		const second = await startJob(client);
		await vi.waitFor(async () =>
			expect((await client.fineTuning.jobs.retrieve(second.id)).status).toBe(
				'queued',
			),
		);
		expect((await client.fineTuning.jobs.cancel(second.id)).status).toBe(
			'cancelled',
		);
		expect((await client.fineTuning.jobs.retrieve(first.id)).status).toBe(
			'running',
		);
		expect(state.begun).toBe(1);
	});

	it('reaches the program that trains', async () => {
		const {train, state} = endlessTraining();
		const one = await openLocal({train});
		const {id} = await startJob(one.client);
		await vi.waitFor(() => expect(state.running).toBe(1));
		const other = await openLocal({folder: one.folder, train});
		expect((await other.client.fineTuning.jobs.cancel(id)).status).toBe(
			'cancelled',
		);
		await vi.waitFor(() => expect(state.running).toBe(0), {timeout: 5000});
		expect((await one.client.fineTuning.jobs.retrieve(id)).status).toBe(
			'cancelled',
		);
	});
});

it.each(['retrieve', 'cancel', 'listEvents'] as const)(
	'has no job of another name: %s',
	async method => {
		const {client} = await openLocal();
		for (const id of ['ftjob-none', 'ftjob-a/../b', 'x'.repeat(400)])
			await expect(
				Promise.resolve(client.fineTuning.jobs[method](id)),
			).rejects.toMatchObject({status: 404});
	},
);

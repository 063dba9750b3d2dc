import {describe, expect, it} from 'vitest';
import {messagesOf, openLocal, startJob, untilEnded} from './local.ts';
import {knownTraining} from './trainings.ts';
import {parrot} from './voices.ts';

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

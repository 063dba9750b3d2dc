import {createWriteStream} from 'node:fs';
import {readdir, readFile, truncate} from 'node:fs/promises';
import path from 'node:path';
import {expect, it} from 'vitest';
import {
	examples,
	messagesOf,
	openLocal,
	startJob,
	untilEnded,
	upload,
} from './local.ts';

const messages = [{role: 'user' as const, content: 'are you coming at 7?'}];

it('goes from an upload to a twin that talks, and leaves nothing behind', async () => {
	const {client, folder} = await openLocal();
	const training_file = await upload(client, examples(60));
	const validation_file = await upload(client, examples(5));
	const created = await startJob(client, {
		training_file,
		validation_file,
		suffix: 'me',
		seed: 5,
	});
	const job = await untilEnded(client, created.id);
	expect(job.error).toBeNull();
	expect(job.trained_tokens).toBeGreaterThan(100);
	const model = job.fine_tuned_model ?? '';

	const told = await messagesOf(client, job.id);
	const steps = told.flatMap(message => {
		const read =
			/^Step (\d+)\/(\d+): training loss=(\d+\.\d\d)(, validation loss=\d+\.\d\d)?$/.exec(
				message,
			);
		return read
			? [
					{
						step: Number(read[1]),
						total: Number(read[2]),
						loss: Number(read[3]),
						measured: read[4],
					},
				]
			: [];
	});
	for (const [index, {step}] of steps.entries())
		expect(step).toBeGreaterThan(steps[index - 1]?.step ?? 0);
	expect(steps.at(-1)?.step).toBe(steps.at(-1)?.total);
	expect(steps.at(-1)?.loss).toBeLessThan(steps[0]?.loss ?? 0);
	expect(steps.some(({measured}) => measured)).toBe(true);

	const sampling = {temperature: 0.75, top_p: 0.15, seed: 3};
	const whole = await client.chat.completions.create({
		model,
		messages,
		...sampling,
	});
	const text = whole.choices[0]?.message.content ?? '';
	expect(text).toMatch(/yep|see you|it is/);
	expect(whole.usage?.completion_tokens).toBeGreaterThan(0);
	let streamed = '';
	for await (const {choices} of await client.chat.completions.create({
		model,
		messages,
		...sampling,
		stream: true,
	}))
		streamed += choices[0]?.delta.content ?? '';
	expect(streamed).toBe(text);

	const checkpoints = await client.fineTuning.jobs.checkpoints.list(job.id);
	const [checkpoint] = checkpoints.data;
	const early = await client.chat.completions.create({
		model: checkpoint?.fine_tuned_model_checkpoint ?? '',
		messages,
	});
	expect(early.choices[0]?.message.content).not.toBe('');

	await client.models.delete(model);
	for (const {id} of (await client.files.list()).data)
		await client.files.delete(id);
	expect(await readdir(path.join(folder, 'models'))).toEqual([]);
	expect(await readdir(path.join(folder, 'files'))).toEqual([]);
});

it('comes to the same model from the same file and seed', async () => {
	const models = await Promise.all(
		[1, 2].map(async () => {
			const {client, folder} = await openLocal();
			const job = await untilEnded(
				client,
				(await startJob(client, {seed: 5})).id,
			);
			const name = `${job.fine_tuned_model?.replaceAll(':', '_')}.model`;
			return readFile(path.join(folder, 'models', name));
		}),
	);
	expect(models[0]?.equals(models[1] ?? Buffer.alloc(0))).toBe(true);
});

it.each([
	['cut short', (file: string) => truncate(file, 200)],
	['empty', (file: string) => truncate(file, 0)],
	[
		'changed',
		(file: string) =>
			new Promise(resolve => {
				createWriteStream(file, {flags: 'r+', start: 300}).end('oops', () =>
					resolve(undefined),
				);
			}),
	],
])('does not talk with a model whose file is %s', async (_, damage) => {
	const {client, folder} = await openLocal();
	const job = await untilEnded(client, (await startJob(client)).id);
	const model = job.fine_tuned_model ?? '';
	await damage(
		path.join(folder, 'models', `${model.replaceAll(':', '_')}.model`),
	);
	await expect(
		client.chat.completions.create({model, messages}),
	).rejects.toMatchObject({status: 500, code: 'model_damaged'});
});

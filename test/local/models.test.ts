import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {expect, it} from 'vitest';
import {openLocal, startJob, untilEnded} from './local.ts';
import {knownTraining} from './trainings.ts';
import {parrot} from './voices.ts';

it('lists what is built in and what was trained', async () => {
	const {client} = await openLocal({train: knownTraining});
	const names = async () => (await client.models.list()).data.map(({id}) => id);
	expect(await names()).toEqual(['twin-base', 'local-lexicon']);
	const job = await untilEnded(client, (await startJob(client)).id);
	const listed = await names();
	expect(listed[0]).toBe(job.fine_tuned_model);
	expect(listed.slice(1, 3)).toEqual(['twin-base', 'local-lexicon']);
	expect(listed.slice(3).every(id => id.includes(':ckpt-'))).toBe(true);
	expect(
		await client.models.retrieve(job.fine_tuned_model ?? ''),
	).toMatchObject({
		owned_by: 'local',
		shutdown_date: null,
	});
	expect((await client.models.retrieve('twin-base')).id).toBe('twin-base');
});

it('answers to what its owner calls a model; only the id deletes it', async () => {
	const called = new Map<string, string>();
	const {client} = await openLocal({
		train: knownTraining,
		load: parrot('hi'),
		modelCalled: async name => called.get(name) ?? null,
	});
	const job = await untilEnded(client, (await startJob(client)).id);
	const id = job.fine_tuned_model ?? '';
	called.set('Mika', id);
	const messages = [{role: 'user' as const, content: 'hi'}];
	const answer = await client.chat.completions.create({
		model: 'Mika',
		messages,
	});
	expect(answer.choices[0]?.message.content).toBe('hi');
	expect((await client.models.retrieve('Mika')).id).toBe(id);
	await expect(client.models.delete('Mika')).rejects.toMatchObject({
		status: 404,
	});
	await expect(
		client.chat.completions.create({model: 'Nobody', messages}),
	).rejects.toMatchObject({status: 404});
});

it('deletes a model with its checkpoints, and nothing of it is left', async () => {
	const {client, folder} = await openLocal({
		train: knownTraining,
		load: parrot('hi'),
	});
	const kept = await untilEnded(client, (await startJob(client)).id);
	const job = await untilEnded(client, (await startJob(client)).id);
	const model = job.fine_tuned_model ?? '';
	const messages = [{role: 'user' as const, content: 'hi'}];
	await client.chat.completions.create({model, messages});
	expect(await client.models.delete(model)).toEqual({
		id: model,
		object: 'model',
		deleted: true,
	});
	await expect(client.models.retrieve(model)).rejects.toMatchObject({
		status: 404,
	});
	await expect(
		client.chat.completions.create({model, messages}),
	).rejects.toMatchObject({status: 404});
	const left = await readdir(path.join(folder, 'models'));
	expect(left).toHaveLength(8);
	const other = kept.fine_tuned_model?.replaceAll(':', '_') ?? '';
	expect(left.every(name => name.startsWith(other))).toBe(true);
});

it('does not delete what is built in or not there', async () => {
	const {client} = await openLocal();
	await expect(client.models.delete('twin-base')).rejects.toMatchObject({
		status: 403,
	});
	await expect(client.models.delete('ft:none')).rejects.toMatchObject({
		status: 404,
	});
});

it('keeps everything for the owner only', async () => {
	const {client, folder} = await openLocal({train: knownTraining});
	await untilEnded(client, (await startJob(client)).id);
	const names = await readdir(folder, {recursive: true, withFileTypes: true});
	expect(names.length).toBeGreaterThan(10);
	for (const entry of names) {
		const {mode} = await stat(path.join(entry.parentPath, entry.name));
		expect([entry.name, (mode & 0o777).toString(8)]).toEqual([
			entry.name,
			entry.isDirectory() ? '700' : '600',
		]);
	}
});

it('says what it does not know', async () => {
	const {client} = await openLocal();
	await expect(
		client.embeddings.create({model: 'x', input: 'x'}),
	).rejects.toMatchObject({
		status: 404,
		code: 'unknown_url',
	});
});

import {spawnSync} from 'node:child_process';
import {appendFile, readdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {expect, it, vi} from 'vitest';
import type {Train} from '../../source/local/training-thread.ts';
import {messagesOf, openLocal, startJob, untilEnded} from './local.ts';
import {endlessTraining, knownTraining, step} from './trainings.ts';

/** The id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

/** Makes a folder look as if the program that trains in it had been killed. */
async function makeOwnerless(folder: string, job: string): Promise<void> {
	const own = path.join(folder, 'jobs', job);
	const owners = (await readdir(own)).filter(name => name.startsWith('owner-'));
	expect(owners).toHaveLength(1);
	await writeFile(
		path.join(own, owners[0] ?? ''),
		JSON.stringify({pid: deadPid()}),
	);
}

it('goes on with a job of a program that ended, saying nothing twice', async () => {
	const {train, state} = endlessTraining();
	const first = await openLocal({train});
	const {id} = await startJob(first.client);
	await vi.waitFor(() => expect(state.running).toBe(1));
	await first.close();
	expect(state.running).toBe(0);

	const second = await openLocal({folder: first.folder, train: knownTraining});
	expect((await untilEnded(second.client, id)).status).toBe('succeeded');
	const messages = await messagesOf(second.client, id);
	expect(new Set(messages).size).toBe(messages.length);
	const steps = messages.filter(message => message.startsWith('Step'));
	expect(steps.map(message => message.slice(0, 8))).toEqual(
		[1, 2, 3, 4, 5].map(number => `Step ${number}/5`),
	);
});

it('goes on with a job of a program that was killed in the middle of a line', async () => {
	const {train, state} = endlessTraining();
	const killed = await openLocal({train});
	const {id} = await startJob(killed.client);
	await vi.waitFor(() => expect(state.running).toBe(1));
	await killed.client.fineTuning.jobs.listEvents(id);
	for (const name of ['stages', 'events', 'checkpoints'])
		await appendFile(
			path.join(killed.folder, 'jobs', id, `${name}.jsonl`),
			'{"object":"fine_tuning.jo',
		);
	await makeOwnerless(killed.folder, id);

	const next = await openLocal({folder: killed.folder, train: knownTraining});
	expect((await untilEnded(next.client, id)).status).toBe('succeeded');
	const messages = await messagesOf(next.client, id);
	expect(new Set(messages).size).toBe(messages.length);
	expect(messages.at(-1)).toBe('The job has successfully completed');
	const checkpoints = await next.client.fineTuning.jobs.checkpoints.list(id);
	expect(checkpoints.data).toHaveLength(3);
});

it('does not train again what was trained before the kill', async () => {
	let trained = 0;
	const once: Train = async function* () {
		trained++;
		yield step(1, 1);
		yield {type: 'trained', tokens: 5, model: Uint8Array.of(1)};
	};
	const first = await openLocal({train: once});
	const {id} = await startJob(first.client);
	const job = await untilEnded(first.client, id);
	await first.close();
	// As after a kill between the model and the last line of the journal.
	await writeFile(path.join(first.folder, 'jobs', id, 'stages.jsonl'), '');

	const second = await openLocal({folder: first.folder, train: once});
	const {at: _, ...again} = {at: 0, ...(await untilEnded(second.client, id))};
	expect(again).toMatchObject({
		status: 'succeeded',
		fine_tuned_model: job.fine_tuned_model,
		trained_tokens: 5,
		result_files: job.result_files,
	});
	expect(trained).toBe(1);
});

it('leaves a job to the program that trains it', async () => {
	const one = endlessTraining();
	const {client, folder} = await openLocal({train: one.train});
	const {id} = await startJob(client);
	await vi.waitFor(() => expect(one.state.running).toBe(1));
	const other = endlessTraining();
	const second = await openLocal({folder, train: other.train});
	for (let time = 0; time < 20; time++)
		await second.client.fineTuning.jobs.retrieve(id);
	expect(other.state.begun).toBe(0);
});

it('stops where another program has taken over', async () => {
	const {train, state} = endlessTraining();
	const slow = await openLocal({train});
	const {id} = await startJob(slow.client);
	await vi.waitFor(() => expect(state.running).toBe(1));
	await makeOwnerless(slow.folder, id);
	const other = endlessTraining();
	const next = await openLocal({folder: slow.folder, train: other.train});
	await next.client.fineTuning.jobs.retrieve(id);
	await vi.waitFor(() => expect(other.state.running).toBe(1));
	await vi.waitFor(() => expect(state.running).toBe(0), {timeout: 5000});
	expect(other.state.running).toBe(1);
});

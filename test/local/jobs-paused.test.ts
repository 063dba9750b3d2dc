import {expect, it, vi} from 'vitest';
import type {Train, TrainingInput} from '../../source/local/training-thread.ts';
import {messagesOf, openLocal, startJob, untilEnded} from './local.ts';
import {step} from './trainings.ts';

/** A training that saves after its first step and then stands still, unless it goes on from what was saved. */
function savingTraining() {
	const inputs: TrainingInput[] = [];
	const train: Train = async function* (input, signal) {
		inputs.push(input);
		yield step(1, 2);
		if (!input.saved) {
			yield {type: 'saved', state: Uint8Array.of(1, 2, 3)};
			yield step(2, 2);
			await new Promise((_, reject) => {
				signal.addEventListener('abort', () => reject(signal.reason));
			});
		}

		yield {type: 'trained', tokens: 1, model: Uint8Array.of(9)};
	};
	return {train, inputs};
}

const saidSteps = async (
	{client}: Awaited<ReturnType<typeof openLocal>>,
	id: string,
) => (await messagesOf(client, id)).filter(one => one.startsWith('Step 2'));

it('pauses, stays paused in the next program, and goes on from what was saved', async () => {
	const first = savingTraining();
	const local = await openLocal({train: first.train});
	const {id} = await startJob(local.client);
	await vi.waitFor(async () =>
		expect(await saidSteps(local, id)).toHaveLength(1),
	);
	const isHeld = {status: 'queued', paused: true};
	expect(await local.client.fineTuning.jobs.pause(id)).toMatchObject(isHeld);
	expect(await local.client.fineTuning.jobs.retrieve(id)).toMatchObject(isHeld);
	await local.close();

	const next = savingTraining();
	const {client} = await openLocal({folder: local.folder, train: next.train});
	expect(await client.fineTuning.jobs.retrieve(id)).toMatchObject(isHeld);
	expect(next.inputs).toHaveLength(0);
	const resumed = await client.fineTuning.jobs.resume(id);
	expect(resumed).not.toHaveProperty('paused');
	expect((await untilEnded(client, id)).status).toBe('succeeded');
	expect(next.inputs.map(({saved}) => saved && [...saved])).toEqual([
		[1, 2, 3],
	]);
	const messages = await messagesOf(client, id);
	expect(messages).toContain('Fine-tuning job paused');
	expect(messages).toContain('Fine-tuning job resumed');
});

it('can be cancelled while it is paused', async () => {
	const {train} = savingTraining();
	const {client} = await openLocal({train});
	const {id} = await startJob(client);
	await client.fineTuning.jobs.pause(id);
	const {status} = await client.fineTuning.jobs.cancel(id);
	expect(status).toBe('cancelled');
	await expect(client.fineTuning.jobs.resume(id)).rejects.toThrow(
		/ended already \(cancelled\), so it cannot be resumed/,
	);
	await expect(client.fineTuning.jobs.pause(id)).rejects.toThrow(
		/cannot be paused/,
	);
});

it.each([
	[{minutes: 2.5}, 2.5],
	[{}, null],
])('hands the time budget on: %j', async (body, minutes) => {
	const {train, inputs} = savingTraining();
	const {client} = await openLocal({train});
	const {id} = await startJob(client, body as object);
	await vi.waitFor(() => expect(inputs).toHaveLength(1));
	expect(inputs[0]?.minutes).toBe(minutes);
	await client.fineTuning.jobs.cancel(id);
});

it.each([-1, 'long', 2000])('refuses %j minutes', async minutes => {
	const {client} = await openLocal();
	await expect(startJob(client, {minutes} as object)).rejects.toThrow(
		/"minutes" has to be a number from 0 to 1440/,
	);
});

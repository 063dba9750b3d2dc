import {describe, expect, it, vi} from 'vitest';
import {messagesOf, openLocal, startJob} from './local.ts';
import {endlessTraining} from './trainings.ts';

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

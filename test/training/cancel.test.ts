import {describe, expect, test} from 'vitest';
import type {Job} from '../../source/store/types.ts';
import {cancelJob} from '../../source/training/cancel.ts';
import type {TrainingEvent} from '../../source/training/events.ts';
import {createFaultProvider} from '../helpers/fault-provider.ts';
import {trainingNotAvailable} from '../helpers/faults.ts';
import {
	collect,
	inPhase,
	ofType,
	prepared,
	run,
	temporaryStore,
} from './home.ts';

const world = async () => ({
	provider: createFaultProvider(),
	store: await temporaryStore(),
});

describe('cancelling', () => {
	test('a running job ends at the provider, and its watcher tells so', async () => {
		const {provider, store} = await world();
		const job = await prepared(store);
		const connection = provider.connection();
		const events: TrainingEvent[] = [];
		for await (const event of run(job, {provider, store})) {
			events.push(event);
			if (event.type === 'stage' && event.stage === 'queue')
				await cancelJob(job, {connection, store});
		}
		expect(events.at(-1)).toEqual({type: 'cancelled'});
		expect((await store.jobs.get(job.id))?.phase).toBe('cancelled');
		expect(provider.requests).toContain('POST /fine_tuning/jobs/:id/cancel');
		expect(await store.twins.list()).toEqual([]);
	});

	test('what was only uploaded is deleted there', async () => {
		const {provider, store} = await world();
		const job = await prepared(store);
		await collect(run(job, {provider, store}), inPhase('uploaded'));
		await cancelJob(job, {connection: provider.connection(), store});
		expect(provider.files.size).toBe(0);
		expect((await store.jobs.get(job.id))?.phase).toBe('cancelled');
	});

	test('while files are being sent, no job is created', async () => {
		const {provider, store} = await world();
		const job = await prepared(store);
		const connection = provider.connection();
		const events: TrainingEvent[] = [];
		for await (const event of run(job, {provider, store})) {
			events.push(event);
			if (event.type === 'stage') await cancelJob(job, {connection, store});
		}
		expect(events.at(-1)).toEqual({type: 'cancelled'});
		expect(provider.jobs.size).toBe(0);
		expect(provider.files.size).toBe(0);
	});

	test('a job that has succeeded meanwhile keeps its twin', async () => {
		const {provider, store} = await world();
		provider.script.life = [{status: 'succeeded'}];
		const job = await prepared(store);
		await collect(run(job, {provider, store}), inPhase('created'));
		const kept = (await store.jobs.get(job.id)) as Job;
		expect(
			await cancelJob(kept, {connection: provider.connection(), store}),
		).toEqual(kept);
		expect((await collect(run(kept, {provider, store}))).at(-1)?.type).toBe(
			'twin',
		);
	});

	test('a provider that cannot be asked gives a sentence, and nothing changes', async () => {
		const {provider, store} = await world();
		const job = await prepared(store);
		await collect(run(job, {provider, store}), inPhase('created'));
		provider.fault('POST /fine_tuning/jobs/:id/cancel', 'network');
		await expect(
			cancelJob(job, {connection: provider.connection(), store}),
		).rejects.toThrow(/not cancelled: OpenAI.*cannot be reached/);
		expect((await store.jobs.get(job.id))?.phase).toBe('created');
	});

	test('a refusal after a refusal tells the same', async () => {
		const {provider, store} = await world();
		provider.fault('POST /fine_tuning/jobs', trainingNotAvailable);
		const job = await prepared(store);
		const [first] = ofType(
			await collect(run(job, {provider, store})),
			'failed',
		);
		const kept = (await store.jobs.get(job.id)) as Job;
		const [second] = ofType(
			await collect(run(kept, {provider, store})),
			'failed',
		);
		expect(second).toEqual(first);
	});
});

import {appendFile} from 'node:fs/promises';
import {describe, expect, test} from 'vitest';
import type {Job} from '../../source/store/types.ts';
import type {TrainingEvent} from '../../source/training/events.ts';
import {findSame, unfinished} from '../../source/training/unfinished.ts';
import {createFaultProvider} from '../helpers/fault-provider.ts';
import {
	collect,
	inPhase,
	ofType,
	plan,
	prepared,
	run,
	temporaryStore,
} from './home.ts';

const world = async () => ({
	provider: createFaultProvider(),
	store: await temporaryStore(),
});

describe('coming back', () => {
	test.each(['prepared', 'uploaded', 'created'] as const)(
		'to a record that was left %s makes one job and one twin',
		async phase => {
			const {provider, store} = await world();
			const job = await prepared(store);
			// Whoever stops listening is like a kill: nothing after this event was done.
			await collect(run(job, {provider, store}), inPhase(phase));
			const [left] = await unfinished(store);
			expect(left?.phase).toBe(phase);
			const events = await collect(run(left ?? job, {provider, store}));
			expect(events.at(-1)?.type).toBe('twin');
			expect(ofType(events, 'metrics')).toHaveLength(4);
			expect(provider.jobs.size).toBe(1);
			expect(provider.files.size).toBe(2);
			expect(await unfinished(store)).toEqual([]);
			expect(await store.twins.list()).toHaveLength(1);
		},
	);

	test.each([
		{kind: 'a provider that keeps metadata', isClone: false},
		{kind: 'a clone that keeps none', isClone: true},
	])('after a kill between create and save at $kind', async ({isClone}) => {
		const {provider, store} = await world();
		provider.script.isClone = isClone;
		const job = await prepared(store);
		await collect(run(job, {provider, store}), inPhase('created'));
		// As if the last save had not happened.
		const kept = (await store.jobs.get(job.id)) as Job;
		const before: Job = {...kept, phase: 'uploaded', remoteId: null};
		await store.jobs.save(before);
		const events = await collect(run(before, {provider, store}));
		expect(events.at(-1)?.type).toBe('twin');
		expect(provider.jobs.size).toBe(1);
	});

	test('a data set that was damaged meanwhile is not sent', async () => {
		const {provider, store} = await world();
		const job = await prepared(store);
		await appendFile(job.trainingFile, '{"messages":[]}\n');
		const events = await collect(run(job, {provider, store}));
		expect(events.at(-1)).toMatchObject({
			type: 'failed',
			reason: expect.stringContaining(
				'The training data cannot be sent, line 13 is wrong: it has no list of messages',
			),
		});
		expect(provider.files.size).toBe(0);
	});

	test.each(['POST /files', 'POST /fine_tuning/jobs'])(
		'an answer to %s that gets lost doubles nothing',
		async route => {
			const {provider, store} = await world();
			provider.fault(route, 'lost');
			const events = await collect(
				run(await prepared(store), {provider, store}),
			);
			expect(ofType(events, 'reconnecting')).toHaveLength(1);
			expect(events.at(-1)?.type).toBe('twin');
			expect(provider.jobs.size).toBe(1);
			expect(provider.files.size).toBe(2);
		},
	);

	test('after a kill between the twin and the record makes no second twin', async () => {
		const {provider, store} = await world();
		const job = await prepared(store);
		await collect(run(job, {provider, store}));
		const ended = (await store.jobs.get(job.id)) as Job;
		const before: Job = {...ended, phase: 'created', twinId: null};
		await store.jobs.save(before);
		const events = await collect(run(before, {provider, store}));
		expect(await store.twins.list()).toEqual([
			expect.objectContaining({id: ended.twinId}),
		]);
		expect(events.at(-1)?.type).toBe('twin');
	});

	test('leaving ends the watching without a last word, and the record stays', async () => {
		const {provider, store} = await world();
		const job = await prepared(store);
		const leave = new AbortController();
		provider.fault('GET /fine_tuning/jobs/:id/events', 'hang');
		const events: TrainingEvent[] = [];
		for await (const event of run(job, {provider, store}, leave.signal)) {
			events.push(event);
			if (event.type === 'stage' && event.stage === 'validate') leave.abort();
		}
		expect(['failed', 'cancelled', 'twin']).not.toContain(events.at(-1)?.type);
		expect((await store.jobs.get(job.id))?.phase).toBe('created');
		expect(provider.requests).not.toContain(
			'POST /fine_tuning/jobs/:id/cancel',
		);
	});

	test('to a job that the embedded provider has forgotten starts it afresh', async () => {
		const {provider, store} = await world();
		const job = await prepared(store, {provider: 'local', model: 'twin-base'});
		await collect(run(job, {provider, store}), inPhase('created'));
		provider.jobs.clear();
		provider.files.clear();
		const kept = (await store.jobs.get(job.id)) as Job;
		const events = await collect(run(kept, {provider, store}));
		expect(events.at(-1)?.type).toBe('twin');
	});

	test('to a job that a provider has forgotten ends it, since a new one costs', async () => {
		const {provider, store} = await world();
		const job = await prepared(store);
		await collect(run(job, {provider, store}), inPhase('created'));
		provider.jobs.clear();
		const kept = (await store.jobs.get(job.id)) as Job;
		const events = await collect(run(kept, {provider, store}));
		expect(events.at(-1)?.type).toBe('failed');
		expect(provider.jobs.size).toBe(0);
	});

	test('to one that has ended tells its end and asks nobody', async () => {
		const {provider, store} = await world();
		const job = await prepared(store);
		await collect(run(job, {provider, store}));
		const ended = (await store.jobs.get(job.id)) as Job;
		provider.requests.length = 0;
		const events = await collect(run(ended, {provider, store}));
		expect(events.map(({type}) => type)).toEqual(['job', 'twin']);
		expect(provider.requests).toEqual([]);
	});
});

test('every state is on disk before it is told', async () => {
	const {provider, store} = await world();
	for await (const event of run(await prepared(store), {provider, store})) {
		if (event.type === 'job')
			expect(await store.jobs.get(event.job.id)).toEqual(event.job);
		if (event.type === 'twin')
			expect(await store.twins.get(event.twin.id)).toEqual(event.twin);
	}
	expect.hasAssertions();
});

test('the same plan finds its unfinished job, another plan does not', async () => {
	const {store} = await world();
	const job = await prepared(store);
	expect((await findSame(plan(), store))?.id).toBe(job.id);
	for (const changes of [
		{model: 'gpt-4o'},
		{name: 'Ben'},
		{training: `${plan().training}\n`},
		{validation: null},
		{provider: 'nebius' as const},
	])
		expect(await findSame(plan(changes), store)).toBeNull();
	await store.jobs.save({...job, phase: 'failed'});
	expect(await findSame(plan(), store)).toBeNull();
});

import {describe, expect, test} from 'vitest';
import {createFaultProvider} from '../helpers/fault-provider.ts';
import {broken, type Fault, html, refuse} from '../helpers/faults.ts';
import {life} from '../helpers/lives.ts';
import {collect, ofType, prepared, run, temporaryStore} from './home.ts';

const world = async () => ({
	provider: createFaultProvider(),
	store: await temporaryStore(),
});

const curve = [
	{step: 1, trainLoss: 2.5, validLoss: 3},
	{step: 2, trainLoss: 1.5, validLoss: 2},
	{step: 3, trainLoss: 1.25, validLoss: 1.75},
	{step: 4, trainLoss: 1.125, validLoss: 1.625},
];

describe('metrics', () => {
	test.each(['data', 'text', 'checkpoints'] as const)(
		'are read from %s',
		async source => {
			const {provider, store} = await world();
			provider.script.life = life(source);
			provider.script.isClone = source === 'checkpoints';
			const job = await prepared(store);
			const events = await collect(run(job, {provider, store}));
			expect(ofType(events, 'metrics')).toMatchObject(curve);
			expect(events.at(-1)?.type).toBe('twin');
		},
	);

	test('arrive once each, oldest first, over many pages', async () => {
		const {provider, store} = await world();
		const steps = Array.from({length: 250}, (_, index) => index + 1);
		provider.script.life = [
			{status: 'running'},
			{
				status: 'running',
				events: steps.map(step => ({
					type: 'metrics' as const,
					data: {step, total_steps: 251, train_loss: 1 / step},
				})),
			},
			{
				status: 'succeeded',
				events: [{data: {step: 251, total_steps: 251, train_loss: 0}}],
			},
		];
		const events = await collect(run(await prepared(store), {provider, store}));
		expect(ofType(events, 'metrics').map(({step}) => step)).toEqual([
			...steps,
			251,
		]);
	});
});

describe('what the specification does not know', () => {
	test('a status of its own is told and survived', async () => {
		const {provider, store} = await world();
		provider.script.life = [
			{status: 'running'},
			{status: 'preparing'},
			{status: 'preparing'},
			...life().slice(2),
		];
		const events = await collect(run(await prepared(store), {provider, store}));
		const told = ofType(events, 'message').filter(({text}) =>
			text.includes('"preparing"'),
		);
		expect(told).toHaveLength(1);
		expect(events.at(-1)?.type).toBe('twin');
	});

	test('paused is told once, and so is going on', async () => {
		const {provider, store} = await world();
		provider.script.life = [
			{status: 'running'},
			{status: 'paused'},
			{status: 'paused'},
			...life().slice(2),
		];
		const events = await collect(run(await prepared(store), {provider, store}));
		expect(ofType(events, 'paused').map(({paused}) => paused)).toEqual([
			true,
			false,
		]);
	});

	test('a server without events, checkpoints, lists and models still trains', async () => {
		const {provider, store} = await world();
		const gone = refuse(404, {message: 'Not Found', code: null});
		for (const route of [
			'GET /files',
			'GET /fine_tuning/jobs',
			'GET /fine_tuning/jobs/:id/events',
			'GET /fine_tuning/jobs/:id/checkpoints',
			'GET /models/:id',
		])
			provider.fault(route, ...Array.from({length: 20}, () => gone));
		const events = await collect(run(await prepared(store), {provider, store}));
		expect(events.at(-1)).toMatchObject({
			type: 'twin',
			twin: {shutdownDate: null},
		});
	});
});

describe('a network that comes and goes', () => {
	test.each<Fault>(['network', broken, html(502)])(
		'while the job runs, %s is waited out',
		async fault => {
			const {provider, store} = await world();
			provider.fault(
				'GET /fine_tuning/jobs/:id',
				fault,
				fault,
				fault,
				fault,
				fault,
				fault,
			);
			provider.fault('GET /fine_tuning/jobs/:id/events', fault);
			const events = await collect(
				run(await prepared(store), {provider, store}),
			);
			expect(ofType(events, 'reconnecting')).toHaveLength(7);
			expect(ofType(events, 'metrics')).toHaveLength(4);
			expect(events.at(-1)?.type).toBe('twin');
		},
	);

	test('before there is a job, it gives up after some tries and can be taken up again', async () => {
		const {provider, store} = await world();
		provider.fault('POST /files', 'network', 'network', 'network', 'network');
		const job = await prepared(store);
		const events = await collect(run(job, {provider, store}));
		expect(ofType(events, 'reconnecting').length).toBeGreaterThan(0);
		expect(events.at(-1)).toMatchObject({
			type: 'failed',
			reason: expect.stringContaining('cannot be reached'),
		});
		const kept = await store.jobs.get(job.id);
		expect(kept?.phase).toBe('prepared');
		expect(
			(await collect(run(kept ?? job, {provider, store}))).at(-1)?.type,
		).toBe('twin');
	});
});

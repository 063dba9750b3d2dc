import {describe, expect, test} from 'vitest';
import type {Job} from '../../source/store/types.ts';
import type {TrainingEvent} from '../../source/training/events.ts';
import {runJob} from '../../source/training/run.ts';
import {
	badKey,
	broken,
	type Fault,
	html,
	noQuota,
	tooFast,
	trainingNotAvailable,
} from '../helpers/faults.ts';
import {unsafeData} from '../helpers/lives.ts';
import {createVirtualProvider} from '../helpers/virtual-provider.ts';
import {collect, inPhase, ofType, prepared, temporaryStore} from './home.ts';

/*
The embedded provider behind a door with faults, watched at the pace of a hosted one (10 to 30 s) on a virtual clock.
*/

async function world() {
	const provider = await createVirtualProvider();
	const store = await temporaryStore();
	const job = await prepared(store, {provider: 'openai', model: 'twin-base'});
	const go = (from: Job = job, signal = new AbortController().signal) =>
		runJob(
			from,
			{
				connection: provider.connection('openai'),
				store,
				sleep: provider.clock.sleep,
			},
			signal,
		);
	return {provider, store, job, go};
}

const last = (events: readonly TrainingEvent[]) => events.at(-1);

test('ten minutes of training are watched with few questions, and make one twin', async () => {
	const {provider, store, go} = await world();
	const events = await collect(go());
	expect(last(events)?.type).toBe('twin');
	const steps = ofType(events, 'metrics').map(({step}) => step);
	expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
	expect(provider.clock.now()).toBeGreaterThanOrEqual(600_000);
	const looks = provider.requests.filter(
		route => route === 'GET /fine_tuning/jobs/:id',
	);
	// At most one question in ten seconds, and at least one in thirty.
	expect(looks.length).toBeLessThanOrEqual(provider.clock.now() / 10_000 + 2);
	expect(looks.length).toBeGreaterThanOrEqual(
		provider.clock.now() / 30_000 - 1,
	);
	expect(await store.twins.list()).toHaveLength(1);
});

const passing: [name: string, fault: Fault, says: RegExp][] = [
	['the network is gone', 'network', /cannot be reached|network/i],
	['the answer gets lost', 'lost', /cannot be reached|network/i],
	['a socket that hangs', 'hang', /did not answer in time/],
	['500', broken, /problem of its own \(500\)/],
	['a web page with 502', html(502), /problem of its own \(502\)/],
	['429 with two minutes to wait', tooFast('120'), /wait 120 seconds/],
];

const routes = [
	'GET /files',
	'POST /files',
	'GET /fine_tuning/jobs',
	'POST /fine_tuning/jobs',
	'GET /fine_tuning/jobs/:id',
	'GET /fine_tuning/jobs/:id/events',
	'GET /fine_tuning/jobs/:id/checkpoints',
];

test.each(passing)(
	'%s, once at every request: told, waited out, and nothing is doubled',
	async (_, fault, says) => {
		const {provider, store, go} = await world();
		// An upload may take ten minutes: nobody waits for a hanging one here.
		const faulty = routes.filter(
			route => fault !== 'hang' || route !== 'POST /files',
		);
		for (const route of faulty) provider.fault(route, fault);
		const events = await collect(go());
		const told = ofType(events, 'reconnecting');
		const meant = told.filter(({reason}) => says.test(reason));
		expect(meant.length).toBeGreaterThanOrEqual(faulty.length);
		// A slow machine may add a time-out of its own.
		for (const {reason} of told)
			if (!says.test(reason)) expect(reason).toMatch(/did not answer in time/);
		expect(last(events)?.type).toBe('twin');
		expect([await provider.jobs(), await provider.files()]).toEqual([1, 2]);
		expect(await store.twins.list()).toHaveLength(1);
		// Four of them before the training, which takes ten minutes.
		if (says.source.includes('120'))
			expect(provider.clock.now()).toBeGreaterThanOrEqual(480_000 + 600_000);
	},
);

describe('what no waiting helps', () => {
	test.each<[string, string, Fault, RegExp, string]>([
		[
			'an organisation that may not train',
			'POST /fine_tuning/jobs',
			trainingNotAvailable,
			/no longer lets this organisation train.*deleted at OpenAI/,
			'not-allowed',
		],
	])('%s leaves no file behind', async (_, route, fault, says, cause) => {
		const {provider, store, job, go} = await world();
		provider.fault(route, fault);
		const events = await collect(go());
		expect(last(events)).toMatchObject({
			type: 'failed',
			cause,
			reason: expect.stringMatching(says),
		});
		expect([await provider.jobs(), await provider.files()]).toEqual([0, 0]);
		expect((await store.jobs.get(job.id))?.phase).toBe('failed');
	});

	test.each<[string, Fault, RegExp]>([
		['no credit', noQuota, /no credit left.*billing/],
		['a key that is not accepted', badKey, /does not accept the key/],
	])(
		'%s: the record stays, knows its files, and goes on later',
		async (_, fault, says) => {
			const {provider, store, job, go} = await world();
			provider.fault('POST /fine_tuning/jobs', fault);
			const events = await collect(go());
			expect(last(events)).toMatchObject({
				type: 'failed',
				reason: expect.stringMatching(says),
			});
			const kept = (await store.jobs.get(job.id)) as Job;
			expect(kept.phase).toBe('uploaded');
			expect(last(await collect(go(kept)))?.type).toBe('twin');
			expect([await provider.jobs(), await provider.files()]).toEqual([1, 2]);
		},
	);

	test.each([
		['content', unsafeData, 'content', ['hate', 'violence']],
		['money', 'Billing hard limit has been reached.', 'credit', []],
		['memory', 'Out of memory', 'other', []],
	])(
		'a job that fails late for %s says so, and its files are deleted',
		async (_, message, cause, categories) => {
			const {provider, store, job, go} = await world();
			provider.script.failsAfter = {step: 8, message};
			const events = await collect(go());
			expect(ofType(events, 'metrics').length).toBeGreaterThan(5);
			expect(last(events)).toMatchObject({
				type: 'failed',
				cause,
				categories,
				reason: expect.stringContaining('deleted at OpenAI'),
			});
			expect(await provider.files()).toBe(0);
			expect(await store.twins.list()).toEqual([]);
			expect((await store.jobs.get(job.id))?.uploaded).toEqual({
				training: null,
				validation: null,
			});
		},
	);
});

test('a clone without metrics and metadata: numbers from checkpoints, the job found by its file', async () => {
	const {provider, store, job, go} = await world();
	provider.script.isClone = true;
	await collect(go(), inPhase('created'));
	const kept = (await store.jobs.get(job.id)) as Job;
	// As if it had been killed between creating and saving.
	const before: Job = {...kept, phase: 'uploaded', remoteId: null};
	await store.jobs.save(before);
	const events = await collect(go(before));
	expect(last(events)?.type).toBe('twin');
	expect(ofType(events, 'metrics').at(-1)?.step).toBe(10);
	expect(await provider.jobs()).toBe(1);
});

test.each(['prepared', 'uploaded', 'created'] as const)(
	'killed when it was %s, the same job goes on',
	async phase => {
		const {provider, store, job, go} = await world();
		await collect(go(), inPhase(phase));
		const kept = (await store.jobs.get(job.id)) as Job;
		const events = await collect(go(kept));
		expect(last(events)?.type).toBe('twin');
		expect([await provider.jobs(), await provider.files()]).toEqual([1, 2]);
		expect(await store.twins.list()).toHaveLength(1);
	},
);

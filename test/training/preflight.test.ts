import {describe, expect, test} from 'vitest';
import type {ProviderName} from '../../source/provider/types.ts';
import {checkSpace} from '../../source/training/preflight/space.ts';
import type {
	Check,
	Load,
	PreflightOptions,
} from '../../source/training/preflight/types.ts';
import {preflight} from '../../source/training/preflight.ts';
import {type Target, usualTarget} from '../../source/training/target.ts';
import {
	createFaultProvider,
	type FaultProvider,
} from '../helpers/fault-provider.ts';
import {
	badKey,
	broken,
	html,
	refuse,
	trainingNotAvailable,
} from '../helpers/faults.ts';
import {collect, prepared, run, temporaryStore} from './home.ts';

const load: Load = {
	examples: 200,
	bytes: 100_000,
	tokens: 100_000,
	epochs: 3,
	problem: null,
};
const never = new AbortController().signal;
const today = '2026-11-26';

type World = {
	provider: FaultProvider;
	store: Awaited<ReturnType<typeof temporaryStore>>;
};

const world = async (): Promise<World> => ({
	provider: createFaultProvider(),
	store: await temporaryStore(),
});

/** What is found out before a training. */
const look = (
	{provider, store}: World,
	name: ProviderName,
	changes: Partial<Target> = {},
	options: Partial<PreflightOptions> = {},
) =>
	preflight(
		{
			target: {...usualTarget(name), ...changes},
			load,
			connection: name === 'local' ? null : provider.connection(name),
			store,
			today,
			...options,
		},
		never,
	);

/** One check as 'level: sentence'. */
const said = (checks: readonly Check[], name: Check['name']) => {
	const found = checks.find(check => check.name === name);
	return found ? `${found.level}: ${found.text}` : null;
};

test('everything that can be known is said once, and nothing is sent or created', async () => {
	const here = await world();
	here.provider.script.shutdownDate = '2027-02-01';
	const {checks, shutdownDate, price} = await look(here, 'openai');
	expect(checks.map(({name, level}) => [name, level])).toEqual([
		['allowed', 'good'],
		['model', 'warning'],
		['price', 'good'],
		['time', 'unknown'],
		['format', 'good'],
		['space', 'good'],
	]);
	// 100,000 tokens, three times, at 3 dollars a million.
	expect(price).toBeCloseTo(0.9);
	// What the provider says goes before the table.
	expect(shutdownDate).toBe('2027-02-01');
	expect(said(checks, 'model')).toContain('in 67 days.');
	expect(here.provider.requests.every(each => each.startsWith('GET'))).toBe(
		true,
	);
});

describe('whether the organisation may train', () => {
	test.each<
		[
			name: string,
			prepare: (provider: FaultProvider) => void,
			says: RegExp | null,
		]
	>([
		['it lists models', () => {}, /^good: OpenAI lists models/],
		[
			'it lists none',
			({script}) => {
				script.limits = {data: []};
			},
			/^warning: .*lists no model.*will most likely refuse.*prompted twin/,
		],
		[
			'in another form',
			({script}) => {
				script.limits = {'gpt-4o-mini-2024-07-18': {jobs: 1}};
			},
			/^good: /,
		],
		[
			'it knows no such question',
			({script}) => {
				script.limits = null;
			},
			/^warning: .*\(404\).*may refuse after the upload, which is then deleted/,
		],
		[
			'it forbids it',
			provider =>
				provider.fault('GET /fine_tuning/model_limits', trainingNotAvailable),
			/^warning: .*\(403\)/,
		],
		[
			'the key is wrong',
			provider => provider.fault('GET /fine_tuning/model_limits', badKey),
			/^warning: .*key/,
		],
		[
			'it is broken',
			provider => provider.fault('GET /fine_tuning/model_limits', broken),
			/^unknown: .*could not be asked/,
		],
		[
			'a proxy answers',
			provider => provider.fault('GET /fine_tuning/model_limits', html(502)),
			/^unknown: .*could not be asked/,
		],
		[
			'the network is gone',
			provider => provider.fault('GET /fine_tuning/model_limits', 'network'),
			/^unknown: .*could not be asked/,
		],
	])('%s', async (_, prepare, says) => {
		const here = await world();
		prepare(here.provider);
		const {checks} = await look(here, 'openai');
		expect(said(checks, 'allowed')).toMatch(says as RegExp);
		// The key is in no sentence.
		expect(JSON.stringify(checks)).not.toContain('sk-');
	});

	test('a refusal is remembered, and nothing is asked', async () => {
		const here = await world();
		here.provider.fault('POST /fine_tuning/jobs', trainingNotAvailable);
		await collect(run(await prepared(here.store), here));
		here.provider.requests.length = 0;
		const {checks} = await look(here, 'openai');
		expect(said(checks, 'allowed')).toMatch(
			/^bad: OpenAI refused to train for this organisation on \d{4}-/,
		);
		expect(here.provider.requests).not.toContain(
			'GET /fine_tuning/model_limits',
		);
	});

	test('providers without such a question are not asked', async () => {
		const here = await world();
		const {checks} = await look(here, 'nebius');
		expect(said(checks, 'allowed')).toBe(
			'unknown: Nebius says only when it is asked to train.',
		);
		expect(here.provider.requests).not.toContain(
			'GET /fine_tuning/model_limits',
		);
	});

	test('neither the embedded provider nor a prompted twin has to ask', async () => {
		const here = await world();
		const prompted = {way: 'prompted', model: 'gpt-6-luna'} as const;
		for (const {checks} of [
			await look(here, 'local'),
			await look(here, 'openai', prompted),
		])
			expect(said(checks, 'allowed')).toBeNull();
	});
});

describe('how long the model can be trained and answers', () => {
	test.each<[name: string, today: string, told: string | null, says: RegExp]>([
		[
			'by the table',
			'2026-10-01',
			null,
			/^good: The twin stops to answer on 2027-01-14, in 105 days \(as of this program’s table\)\./,
		],
		['soon', today, null, /^warning: .*in 49 days/],
		['tomorrow', '2027-01-05', '2027-01-06', /^warning: .*in 1 day\./],
		[
			'trained no more',
			'2027-01-06',
			null,
			/^bad: .*cannot be trained any more, since 2027-01-06: choose another/,
		],
		[
			'shut down',
			'2026-12-02',
			'2026-12-01',
			/^bad: .*was shut down on 2026-12-01: choose another model/,
		],
	])('%s', async (_, day, told, says) => {
		const here = await world();
		here.provider.script.shutdownDate = told;
		const {checks} = await look(here, 'openai', {}, {today: day});
		expect(said(checks, 'model')).toMatch(says);
	});

	test('a model that the provider does not have', async () => {
		const here = await world();
		here.provider.fault(
			'GET /models/:id',
			refuse(404, {message: 'No such model.', code: 'model_not_found'}),
		);
		const {checks} = await look(here, 'openai', {model: 'gpt-9'});
		expect(said(checks, 'model')).toMatch(/^bad: /);
	});

	test('a server that does not answer the question, and a model nobody knows', async () => {
		const here = await world();
		here.provider.fault('GET /models/:id', broken);
		const {checks} = await look(here, 'custom', {
			model: 'mine',
			baseURL: 'http://192.0.2.1/v1',
			way: 'fine-tuned',
		});
		expect(said(checks, 'model')).toBe(
			'unknown: Nobody says how long mine will answer.',
		);
	});
});

describe('what it costs, and how long it takes', () => {
	test.each<
		[
			name: string,
			provider: ProviderName,
			changes: Partial<Target>,
			load: Partial<Load>,
			price: RegExp,
			time: RegExp | null,
		]
	>([
		['embedded', 'local', {}, {}, /^good: Nothing but electricity/, null],
		[
			'a server of one’s own',
			'custom',
			{baseURL: 'http://127.0.0.1:8000/v1', model: 'mine'},
			{},
			/^good: Nothing but electricity/,
			/Made in seconds|Roughly/,
		],
		[
			'OpenAI',
			'openai',
			{},
			{},
			/^good: About \$0\.90: 300 thousand tokens \(3 epochs/,
			/Roughly 10 minutes/,
		],
		[
			'hours of it',
			'openai',
			{},
			{tokens: 4_161_888, epochs: 1},
			/^good: About \$12\.49/,
			/Roughly 2 hours/,
		],
		['Nebius', 'nebius', {}, {}, /^good: About \$0\.12/, /Roughly/],
		[
			'Azure',
			'azure',
			{},
			{},
			/^unknown: .*look it up before you agree/,
			/Roughly/,
		],
		[
			'tokens not counted',
			'openai',
			{},
			{tokens: null},
			/^unknown: /,
			/not known beforehand/,
		],
		[
			'prompted',
			'openai',
			{way: 'prompted', model: 'gpt-6-luna'},
			{},
			/^good: No training to pay; a reply costs about \$0\.0003/,
			/Made in seconds/,
		],
		[
			'prompted, at no known price',
			'custom',
			{way: 'prompted', model: 'x', baseURL: 'http://192.0.2.1/v1'},
			{},
			/^unknown: No training to pay/,
			/Made in seconds/,
		],
	])('%s', async (_, name, changes, own, price, time) => {
		const here = await world();
		const {checks} = await look(here, name, changes, {load: {...load, ...own}});
		expect(said(checks, 'price')).toMatch(price);
		if (time) expect(said(checks, 'time')).toMatch(time);
		else expect(said(checks, 'time')).toBeNull();
	});
});

test('lines that the published checks refuse stand in the way', async () => {
	const here = await world();
	const problem = 'Example 3 cannot be sent: it has no reply.';
	const {checks} = await look(here, 'openai', {}, {load: {...load, problem}});
	expect(said(checks, 'format')).toBe(`bad: ${problem}`);
	const {problem: _, ...unchecked} = load;
	const local = await look(here, 'local', {}, {load: unchecked});
	expect(said(local.checks, 'format')).toBeNull();
});

describe('room on the disk', () => {
	test.each<[free: number | null, bytes: number, says: string]>([
		[80e9, 1e6, 'good: 80.0 GB are free on the disk.'],
		[
			10e6,
			1e3,
			'bad: Only 10 MB are free on the disk, and 50 MB may be needed: free some space first.',
		],
		[
			500e6,
			100e6,
			'bad: Only 500 MB are free on the disk, and 600 MB may be needed: free some space first.',
		],
		[null, 1e3, 'unknown: How much room the disk has could not be found out.'],
	])('%s bytes for a data set of %s', async (free, bytes, says) => {
		const {level, text} = await checkSpace('home', bytes, async () => free);
		expect(`${level}: ${text}`).toBe(says);
	});
});

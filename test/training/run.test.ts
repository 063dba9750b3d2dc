import {readFile, rm} from 'node:fs/promises';
import {describe, expect, test} from 'vitest';
import {createFaultProvider} from '../helpers/fault-provider.ts';
import {
	broken,
	type Fault,
	html,
	noQuota,
	refuse,
	trainingNotAvailable,
} from '../helpers/faults.ts';
import {failingLife, life, unsafeData} from '../helpers/lives.ts';
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

describe('the whole way', () => {
	test('uploads, creates, follows and keeps a twin', async () => {
		const {provider, store} = await world();
		provider.script.shutdownDate = '2027-01-14';
		const job = await prepared(store);
		const events = await collect(run(job, {provider, store}));

		expect(ofType(events, 'stage').map(({stage}) => stage)).toEqual([
			'upload',
			'validate',
			'queue',
			'train',
			'finish',
		]);
		expect(ofType(events, 'metrics')).toMatchObject(
			curve.map(point => ({...point, totalSteps: 4})),
		);
		expect(ofType(events, 'message').map(({text}) => text)).toEqual([
			'Created fine-tuning job',
			'Files validated',
			'The job has successfully completed',
		]);
		expect(events.at(-1)).toMatchObject({
			type: 'twin',
			twin: {
				name: 'Mia',
				provider: 'openai',
				model: 'ft:gpt-4o-mini-2024-07-18:org:twin:1',
				made: 'fine-tuned',
				systemPrompt: 'You are Mia.',
				sampling: {temperature: 0.75, topP: 0.15},
				shutdownDate: '2027-01-14',
			},
		});
		const [twin] = await store.twins.list();
		expect(await store.jobs.get(job.id)).toMatchObject({
			phase: 'succeeded',
			twinId: twin?.id,
			remoteId: 'ftjob-1',
		});
	});

	test('sends the files as they are, tagged and with the hyperparameters', async () => {
		const {provider, store} = await world();
		const job = await prepared(store, {suffix: 'Mia & Ben!'});
		await collect(run(job, {provider, store}));
		const [training, validation] = [...provider.files.values()];
		expect(training?.content).toBe(await readFile(job.trainingFile, 'utf8'));
		expect(validation?.content).toBe(
			await readFile(job.validationFile ?? '', 'utf8'),
		);
		expect(provider.bodies).toEqual([
			{
				model: 'gpt-4o-mini-2024-07-18',
				training_file: 'file-1',
				validation_file: 'file-2',
				suffix: 'mia-ben',
				metadata: {app: 'twin-tui', job: job.id},
				method: {
					type: 'supervised',
					supervised: {
						hyperparameters: {
							n_epochs: 3,
							batch_size: 'auto',
							learning_rate_multiplier: 'auto',
						},
					},
				},
			},
		]);
	});

	test('gives a clone the form it wants, and never a multiplier as a rate', async () => {
		const {provider, store} = await world();
		const job = await prepared(store, {
			provider: 'nebius',
			hyperparameters: {epochs: 2, batchSize: 8, learningRateMultiplier: 1.5},
		});
		const events = await collect(run(job, {provider, store}));
		expect(provider.bodies[0]).toMatchObject({
			hyperparameters: {n_epochs: 2, batch_size: 8},
		});
		expect(provider.bodies[0]).not.toHaveProperty('method');
		expect(provider.bodies[0]).not.toHaveProperty(
			'hyperparameters.learning_rate_multiplier',
		);
		expect(ofType(events, 'message')[0]?.level).toBe('warn');
	});

	test('puts the mark in front that Azure asks for', async () => {
		const {provider, store} = await world();
		const job = await prepared(store, {provider: 'azure', validation: null});
		await collect(run(job, {provider, store}));
		const [file] = [...provider.files.values()];
		expect(file?.content.startsWith('\uFEFF{"messages"')).toBe(true);
		expect(provider.files.size).toBe(1);
	});
});

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
			{status: 'paused'},
			{status: 'paused'},
			...life().slice(2),
		];
		const events = await collect(run(await prepared(store), {provider, store}));
		const told = ofType(events, 'message').filter(({text}) =>
			text.includes('"paused"'),
		);
		expect(told).toHaveLength(1);
		expect(events.at(-1)?.type).toBe('twin');
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

describe('refusals', () => {
	test('an organisation that may not train: sentence, uploads deleted, record closed', async () => {
		const {provider, store} = await world();
		provider.fault('POST /fine_tuning/jobs', trainingNotAvailable);
		const job = await prepared(store);
		const events = await collect(run(job, {provider, store}));
		expect(events.at(-1)).toMatchObject({
			type: 'failed',
			reason: expect.stringMatching(/no longer lets.*train.*deleted at OpenAI/),
		});
		expect(provider.files.size).toBe(0);
		expect(await store.jobs.get(job.id)).toMatchObject({
			phase: 'failed',
			uploaded: {training: null, validation: null},
		});
	});

	test('files that cannot be deleted are named', async () => {
		const {provider, store} = await world();
		provider.fault('POST /fine_tuning/jobs', trainingNotAvailable);
		provider.fault(
			'DELETE /files/:id',
			refuse(403, {message: 'No.', code: null}),
		);
		const events = await collect(run(await prepared(store), {provider, store}));
		expect(events.at(-1)).toMatchObject({
			reason: expect.stringContaining('remove file-1 at OpenAI by hand'),
		});
	});

	test.each([
		{
			name: 'content',
			life: failingLife(unsafeData, 'invalid_training_file'),
			says: /\(hate, violence\): lower the threshold/,
		},
		{
			name: 'content at Azure',
			life: failingLife(
				'The job failed due to an unsafe training file.',
				'unsafe_file',
			),
			says: /for its content: lower the threshold/,
		},
		{
			name: 'too few',
			life: failingLife(
				'The file must have at least 10 examples.',
				'invalid_training_file',
			),
			says: /more examples.*pick more chats/,
		},
		{
			name: 'money',
			life: failingLife(
				'Billing hard limit has been reached.',
				'exceeded_quota',
			),
			says: /no credit left.*billing settings/,
		},
		{
			name: 'nothing but {}',
			life: [{status: 'failed' as const, error: {}}],
			says: /without giving a reason/,
		},
		{
			name: 'the reason in an event only',
			life: [
				{
					status: 'failed' as const,
					error: null,
					events: [{level: 'error' as const, message: 'Out of memory'}],
				},
			],
			says: /failed: Out of memory/,
		},
	])('a job that fails for $name', async ({life, says}) => {
		const {provider, store} = await world();
		provider.script.life = life;
		const job = await prepared(store);
		const events = await collect(run(job, {provider, store}));
		expect(events.at(-1)).toMatchObject({
			type: 'failed',
			reason: expect.stringMatching(says),
		});
		const kept = await store.jobs.get(job.id);
		expect(kept?.phase).toBe('failed');
		expect(kept?.error).toMatch(says);
		expect(await store.twins.list()).toEqual([]);
	});

	test('no credit leaves the record so that it can be gone on with', async () => {
		const {provider, store} = await world();
		provider.fault('POST /fine_tuning/jobs', noQuota);
		const job = await prepared(store);
		const first = await collect(run(job, {provider, store}));
		expect(first.at(-1)).toMatchObject({
			type: 'failed',
			reason: expect.stringContaining('no credit left'),
		});
		const kept = await store.jobs.get(job.id);
		expect(kept?.phase).toBe('uploaded');
		const second = await collect(run(kept ?? job, {provider, store}));
		expect(second.at(-1)?.type).toBe('twin');
		expect(provider.files.size).toBe(2);
	});

	test('a data set that is gone ends the job', async () => {
		const {provider, store} = await world();
		const job = await prepared(store);
		await rm(job.trainingFile);
		const events = await collect(run(job, {provider, store}));
		expect(events.at(-1)).toMatchObject({
			type: 'failed',
			reason: expect.stringContaining('is gone'),
		});
		expect((await store.jobs.get(job.id))?.phase).toBe('failed');
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

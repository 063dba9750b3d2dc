import {readFile} from 'node:fs/promises';
import {describe, expect, test} from 'vitest';
import {createFaultProvider} from '../helpers/fault-provider.ts';
import {collect, jsonl, ofType, prepared, run, temporaryStore} from './home.ts';

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
				metadata: {
					app: 'twin-tui',
					job: job.id,
					dataset: job.dataset.hash,
				},
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

	test.each(['openai', 'azure', 'nebius', 'custom'] as const)(
		'nothing but messages goes over the wire to %s',
		async name => {
			const {provider, store} = await world();
			const source = {chat: 'Anna Lee', people: ['Ben'], times: [null, null]};
			const withSources = (text: string) =>
				text.replaceAll(/}\n/g, `,"source":${JSON.stringify(source)}}\n`);
			const job = await prepared(store, {
				provider: name,
				training: withSources(jsonl(12)),
				validation: withSources(jsonl(2)),
			});
			expect(await readFile(job.trainingFile, 'utf8')).toContain('Anna Lee');
			await collect(run(job, {provider, store}));
			const sent = [...provider.files.values()].map(({content}) =>
				content.replace('\uFEFF', ''),
			);
			expect(sent).toEqual([jsonl(12), jsonl(2)]);
		},
	);

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

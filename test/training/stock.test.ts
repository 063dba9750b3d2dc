import {stat} from 'node:fs/promises';
import {describe, expect, test} from 'vitest';
import {datasetFiles} from '../../source/store/datasets.ts';
import {removeItem, stockAt, stockHere} from '../../source/training/stock.ts';
import {createFaultProvider} from '../helpers/fault-provider.ts';
import {refuse} from '../helpers/faults.ts';
import {life} from '../helpers/lives.ts';
import {collect, inPhase, prepared, run, temporaryStore} from './home.ts';

const never = new AbortController().signal;

const world = async () => ({
	provider: createFaultProvider(),
	store: await temporaryStore(),
});

describe('what lies at a provider', () => {
	test('files, trained models and what still runs, each in words; what others left is told apart', async () => {
		const {provider, store} = await world();
		await collect(
			run(await prepared(store), {provider, store}),
			inPhase('created'),
		);
		provider.files.set('file-x', {
			id: 'file-x',
			filename: 'payroll.jsonl',
			content: '',
			bytes: 0,
		});
		provider.script.models.push('ft:gpt-4o-mini:org:twin:1');
		const items = await stockAt(provider.connection(), store, never);
		expect(items.map(({words, ours}) => [words, ours])).toEqual([
			[
				expect.stringMatching(
					/^File of \w+, \d kB, uploaded .*\(job-\w+\.training\.jsonl\)/,
				),
				true,
			],
			[expect.stringMatching(/^File of \w+, .*\.validation\.jsonl/), true],
			[
				expect.stringMatching(
					/^File, .*\(payroll\.jsonl\) – not made by twin-tui$/,
				),
				false,
			],
			[expect.stringMatching(/^Model ft:.* – not made by twin-tui$/), false],
			[
				expect.stringMatching(
					/^Training of \w+, .*deleting cancels it \(ftjob-1\)$/,
				),
				true,
			],
		]);
	});

	test('is deleted through the protocol; what is gone already is fine', async () => {
		const {provider, store} = await world();
		provider.script.life = [{status: 'running'}];
		await collect(
			run(await prepared(store), {provider, store}),
			inPhase('created'),
		);
		provider.fault(
			'DELETE /files/:id',
			refuse(404, {message: 'Gone.', code: null}),
		);
		const connect = async () => provider.connection();
		for (const item of await stockAt(provider.connection(), store, never))
			await removeItem(item, store, connect);
		expect(provider.jobs.get('ftjob-1')?.cancelled).toBe(true);
		expect(provider.files.size).toBe(1);
	});

	test('a server that keeps no lists has nothing', async () => {
		const {provider, store} = await world();
		const gone = refuse(404, {message: 'Not Found', code: null});
		for (const route of ['GET /files', 'GET /models', 'GET /fine_tuning/jobs'])
			provider.fault(route, gone);
		expect(await stockAt(provider.connection('custom'), store, never)).toEqual(
			[],
		);
	});
});

describe('what lies here', () => {
	test('twins, records and data sets, in words; a data set that is needed still is not offered', async () => {
		const {provider, store} = await world();
		const done = await prepared(store);
		await collect(run(done, {provider, store}));
		provider.script.life = life();
		const open = await prepared(store, {name: 'Ben'});
		const items = await stockHere(store);
		expect(items.map(({words}) => words)).toEqual([
			expect.stringMatching(/^Twin Mia, fine-tuned, of 12 examples, \d{4}-/),
			expect.stringMatching(/^Record of the training of Mia \(succeeded\)/),
			expect.stringMatching(/^Data set of Mia: without it, past exchanges/),
		]);
		const never = async () => provider.connection();
		for (const item of items) await removeItem(item, store, never);
		expect(await store.twins.list()).toEqual([]);
		const gone = datasetFiles(store.home, done.id).training;
		await expect(stat(gone)).rejects.toThrow('ENOENT');
		expect((await stat(open.trainingFile)).isFile()).toBe(true);
		expect((await store.jobs.list()).map(({id}) => id)).toEqual([open.id]);
	});
});

import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {reply} from '../../source/commands/reply.ts';
import {train} from '../../source/commands/train.ts';
import {trainOptions} from '../../source/commands/train-options.ts';
import {openStore} from '../../source/store/store.ts';
import type {Twin} from '../../source/store/types.ts';
import {servedTwin} from '../../source/twin/served.ts';
import {chatServer} from '../helpers/chat-server.ts';
import {fakeIo} from '../helpers/io.ts';
import {jsonl} from '../training/home.ts';

async function temporaryHome() {
	const home = await mkdtemp(path.join(tmpdir(), 'twin-tui-test-'));
	onTestFinished(() => rm(home, {recursive: true, force: true}));
	process.env.TWIN_TUI_HOME = home;
	return {home, store: openStore({settings: home, data: home, log: home})};
}

const never = new AbortController().signal;

describe('the whole way with the embedded provider', () => {
	test('training data in, a twin that answers out', async () => {
		const {home, store} = await temporaryHome();
		const file = path.join(home, 'mia.jsonl');
		await writeFile(file, jsonl(40));
		const training = fakeIo(home);
		const options = trainOptions({json: true, name: 'Mia'});
		expect(await train(file, options, training.io, never)).toBe(0);
		const events = training.written.stdout
			.trim()
			.split('\n')
			.map(line => JSON.parse(line));
		const [twin] = await store.twins.list();
		expect(events.at(-1)).toEqual({twin});
		expect(twin).toMatchObject({
			name: 'Mia',
			provider: 'local',
			made: 'fine-tuned',
		});
		const metrics = events.filter(({type}) => type === 'metrics');
		expect(metrics.length).toBeGreaterThan(0);
		for (const {trainLoss} of metrics) expect(trainLoss).toBeGreaterThan(0);

		const asking = fakeIo(home, {stdin: 'how are you 7\n'});
		expect(await reply({twin: 'mia'}, asking.io, never)).toBe(0);
		expect(asking.written.stdout).toMatch(/\S.*\n$/s);
		expect(asking.written.stderr).toBe('');
	});
});

test('--as a name that nobody has is told, one that somebody has is not', async () => {
	const {home, store} = await temporaryHome();
	const file = path.join(home, 'mia.jsonl');
	const sourced = jsonl(40)
		.trim()
		.split('\n')
		.map(line => {
			const example = JSON.parse(line);
			const times = example.messages.map(() => null);
			const source = {chat: 'Ada', people: ['Ada'], times};
			return JSON.stringify({...example, source});
		});
	await writeFile(file, `${sourced.join('\n')}\n`);
	expect(
		await train(file, trainOptions({name: 'Mia'}), fakeIo(home).io, never),
	).toBe(0);
	const [twin] = await store.twins.list();
	if (twin) await store.twins.save({...twin, names: {Ada: 'Auntie'}});
	const asAuntie = fakeIo(home, {stdin: 'how are you 7\n'});
	expect(await reply({as: 'auntie'}, asAuntie.io, never)).toBe(0);
	expect(asAuntie.written.stderr).toBe('');
	const asNobody = fakeIo(home, {stdin: 'how are you 7\n'});
	expect(await reply({as: 'Nobody'}, asNobody.io, never)).toBe(0);
	expect(asNobody.written.stderr).toBe(
		'Mia has no exchanges with "Nobody". It knows: Auntie.\n',
	);
});

describe('bad input', () => {
	const twin: Twin = {
		id: 'twin-1',
		name: 'Mia',
		provider: 'local',
		baseURL: null,
		model: 'ft:twin-base:local:gone:1',
		made: 'fine-tuned',
		systemPrompt: '',
		sampling: {temperature: 0.75, topP: 0.15},
		dataset: {chats: [], examples: 0, messages: 0, hash: ''},
		me: [],
		past: null,
		retrieval: true,
		style: null,
		shutdownDate: null,
		createdAt: '2026-01-01T00:00:00.000Z',
	};

	test('no twin yet', async () => {
		const {home} = await temporaryHome();
		const {io, written} = fakeIo(home, {stdin: 'hey'});
		expect(await reply({}, io, never)).toBe(1);
		expect(written.stderr).toMatch(/^There is no twin yet: make one/);
	});

	test('a name that no twin has', async () => {
		const {home, store} = await temporaryHome();
		await store.twins.save(twin);
		const {io, written} = fakeIo(home, {stdin: 'hey'});
		expect(await reply({twin: 'Ben'}, io, never)).toBe(1);
		expect(written.stderr).toBe(
			'There is no twin called "Ben". There are: Mia (twin-1).\n',
		);
	});

	test('no message', async () => {
		const {home, store} = await temporaryHome();
		await store.twins.save(twin);
		const {io, written} = fakeIo(home, {stdin: ' \n'});
		expect(await reply({}, io, never)).toBe(1);
		expect(written.stderr).toMatch(/^There is no message/);
	});

	test('a model that is gone', async () => {
		const {home, store} = await temporaryHome();
		await store.twins.save(twin);
		const {io, written} = fakeIo(home, {stdin: 'hey'});
		expect(await reply({twin: 'twin-1'}, io, never)).toBe(1);
		expect(written.stderr).toMatch(
			/not on this machine any more: train it again/,
		);
		expect(written.stdout).toBe('');
	});

	test('the newest of two twins with one name, unless the id says which', async () => {
		const {home, store} = await temporaryHome();
		await store.twins.save(twin);
		await store.twins.save({
			...twin,
			id: 'twin-2',
			provider: 'custom',
			baseURL: 'http://127.0.0.1:1/v1',
			createdAt: '2026-02-01T00:00:00.000Z',
		});
		for (const [wanted, reason] of [
			[undefined, '127.0.0.1:1'],
			['Mia', '127.0.0.1:1'],
			['twin-1', 'not on this machine any more'],
		] as const) {
			const {io, written} = fakeIo(home, {stdin: 'hey'});
			await reply({twin: wanted}, io, never);
			expect(written.stderr).toContain(reason);
		}
	});
});

test('who writes and who the twin is can be said: both are in the prompt', async () => {
	const {home, store} = await temporaryHome();
	const {url: baseURL, asked} = await chatServer(() => ['on my way']);
	await store.twins.save(
		servedTwin({name: 'Nora', baseURL, model: 'm', systemPrompt: 'Be Nora.'}),
	);
	const asking = fakeIo(home, {stdin: 'where are you?'});
	const options = {as: 'Ada', system: 'Be short.'};
	expect(await reply(options, asking.io, never)).toBe(0);
	expect(asking.written.stdout).toBe('on my way\n');
	expect(asked).toMatchObject([
		{
			messages: [
				{role: 'system', content: 'Be short.'},
				{role: 'user', content: 'where are you?'},
			],
		},
	]);
});

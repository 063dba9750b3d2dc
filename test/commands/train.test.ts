import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {type ServerType, serve} from '@hono/node-server';
import {describe, expect, onTestFinished, test} from 'vitest';
import {reply} from '../../source/commands/reply.ts';
import {train} from '../../source/commands/train.ts';
import {
	type TrainValues,
	trainOptions,
} from '../../source/commands/train-options.ts';
import {openStore} from '../../source/store/store.ts';
import {createFaultProvider} from '../helpers/fault-provider.ts';
import {trainingNotAvailable} from '../helpers/faults.ts';
import {fakeIo} from '../helpers/io.ts';
import {jsonl} from '../training/home.ts';

/** A home with training data in it, gone after the test. */
async function world(content = jsonl(12)) {
	const home = await mkdtemp(path.join(tmpdir(), 'twin-tui-test-'));
	onTestFinished(() => rm(home, {recursive: true, force: true}));
	process.env.TWIN_TUI_HOME = home;
	const file = path.join(home, 'mia.jsonl');
	await writeFile(file, content);
	const store = openStore({settings: home, data: home, log: home});
	return {home, file, store};
}

/** The fault provider on a port of its own, as a server that a user has. */
async function onLoopback() {
	const provider = createFaultProvider();
	const server = await new Promise<ServerType>(resolve => {
		const starting = serve(
			{
				fetch: request => provider.fetch(request),
				port: 0,
				hostname: '127.0.0.1',
			},
			() => resolve(starting),
		);
	});
	onTestFinished(() => void server.close());
	const {port} = server.address() as AddressInfo;
	return {provider, baseURL: `http://127.0.0.1:${port}/v1`};
}

const never = new AbortController().signal;

const lines = (text: string) =>
	text
		.trim()
		.split('\n')
		.map(line => JSON.parse(line));

describe('at a server of one’s own', () => {
	const values = (baseURL: string): TrainValues => ({
		provider: 'custom',
		'base-url': baseURL,
		model: 'qwen',
	});

	test('with --json: events as lines, the twin last', async () => {
		const {home, file, store} = await world();
		const {provider, baseURL} = await onLoopback();
		provider.script.life = [{status: 'succeeded'}];
		const {io, written} = fakeIo(home);
		const options = trainOptions({...values(baseURL), json: true, name: 'Mia'});
		expect(await train(file, options, io, never)).toBe(0);
		const printed = lines(written.stdout);
		const [twin] = await store.twins.list();
		expect(printed.at(-1)).toEqual({twin});
		expect(twin).toMatchObject({name: 'Mia', provider: 'custom', baseURL});
		expect(printed.slice(0, -1).map(({type}) => type)).toContain('stage');
		expect(written.stderr).toMatch(
			/^Sending 12 examples \(\d+ kB\) to Custom server \(127\.0\.0\.1:\d+\), to train qwen\.\n1 uploaded file with your examples still lies at Custom server \(file-1\): to delete it, start twin-tui and press X\.\n$/,
		);
	});

	test('without: the twin’s name only, which is the file’s', async () => {
		const {home, file} = await world();
		const {provider, baseURL} = await onLoopback();
		provider.script.life = [{status: 'succeeded'}];
		const {io, written} = fakeIo(home);
		expect(await train(file, trainOptions(values(baseURL)), io, never)).toBe(0);
		expect(written.stdout).toBe('mia\n');
	});

	test('without training: a twin at once, which is shown past exchanges', async () => {
		const {home, file, store} = await world();
		const {provider, baseURL} = await onLoopback();
		const {io, written} = fakeIo(home);
		const options = trainOptions({...values(baseURL), prompted: true});
		expect(await train(file, options, io, never)).toBe(0);
		expect(written.stdout).toBe('mia\n');
		// A server on this machine: nothing leaves it, so there is nothing to say.
		expect(written.stderr).toBe('');
		const [twin] = await store.twins.list();
		expect(twin).toMatchObject({made: 'prompted', model: 'qwen', baseURL});
		expect(provider.requests).toEqual([]);
		const {io: asking, written: said} = fakeIo(home, {
			stdin: 'how are you 3',
		});
		expect(await reply({}, asking, never)).toBe(0);
		expect(said.stdout).toBe('hey you\n');
		expect(JSON.stringify(provider.bodies.at(-1))).toContain(
			'They: how are you 3\\nYou: fine 3',
		);
	});

	test('a terminal sees the stages, and no control sequence of a provider', async () => {
		const {home, file} = await world();
		const {provider, baseURL} = await onLoopback();
		provider.script.life = [
			{
				status: 'succeeded',
				events: [
					{message: 'evil\u001B]0;title\u0007'},
					{data: {step: 1, total_steps: 2, train_loss: 1.5}},
				],
			},
		];
		const {io, written} = fakeIo(home, {isTTY: true});
		await train(file, trainOptions(values(baseURL)), io, never);
		expect(written.stderr).toContain('Uploading the data set…\n');
		expect(written.stderr).toContain('Step 1/2, loss 1.50');
		expect(written.stderr).toContain('evil ]0;title \n');
		expect(written.stderr).not.toContain('\u001B]');
	});

	test('Ctrl+C leaves, and the same command comes back to the same job', async () => {
		const {home, file, store} = await world();
		const {provider, baseURL} = await onLoopback();
		provider.script.life = [{status: 'running'}];
		const options = trainOptions(values(baseURL));
		const stop = new AbortController();
		const first = fakeIo(home, {isTTY: true});
		const write = first.io.stderr.write.bind(first.io.stderr);
		first.io.stderr.write = (text: string) => {
			if (text.startsWith('Training')) stop.abort();
			return write(text);
		};
		expect(await train(file, options, first.io, stop.signal)).toBe(130);
		expect(first.written.stderr).toMatch(/goes on there\. The same command/);
		provider.script.life = [{status: 'succeeded'}];
		const second = fakeIo(home);
		expect(await train(file, options, second.io, never)).toBe(0);
		expect(second.written.stderr).toMatch(/^Going on/);
		expect(provider.jobs.size).toBe(1);
		expect(await store.jobs.list()).toHaveLength(1);
	});

	test('a refusal is one sentence and exit code 1', async () => {
		const {home, file} = await world();
		const {provider, baseURL} = await onLoopback();
		provider.fault('POST /fine_tuning/jobs', trainingNotAvailable);
		const {io, written} = fakeIo(home);
		const options = trainOptions({...values(baseURL), json: true});
		expect(await train(file, options, io, never)).toBe(1);
		expect(lines(written.stdout).at(-1)).toMatchObject({type: 'failed'});
		expect(written.stderr.trim().split('\n').at(-1)).toMatch(/no longer lets/);
	});
});

describe('bad input', () => {
	test.each([
		{
			name: 'no JSON',
			content: 'hello\n',
			says: /mia\.jsonl is no training data: Line 1/,
		},
		{name: 'nothing', content: '\n', says: /holds no examples/},
		{name: 'too few', content: jsonl(9), says: /has 9 examples.*at least 10/},
	])('$name', async ({content, says}) => {
		const {home, file, store} = await world(content);
		const {io, written} = fakeIo(home);
		expect(await train(file, trainOptions({}), io, never)).toBe(1);
		expect(written.stderr).toMatch(says);
		expect(written.stderr.trim()).not.toContain('\n');
		expect(written.stdout).toBe('');
		expect(await store.jobs.list()).toEqual([]);
	});

	test.each<{name: string; values: TrainValues; says: RegExp}>([
		{name: 'no key', values: {provider: 'openai'}, says: /OPENAI_API_KEY/},
		{
			name: 'no base URL',
			values: {provider: 'custom', model: 'm'},
			says: /CUSTOM_BASE_URL/,
		},
		{
			name: 'no model',
			values: {provider: 'custom', 'base-url': 'http://127.0.0.1:1/v1'},
			says: /--model/,
		},
		{
			name: 'no validation file',
			values: {validation: '/nowhere.jsonl'},
			says: /\/nowhere\.jsonl cannot be read: there is no such file/,
		},
	])('$name', async ({values, says}) => {
		const {home, file} = await world();
		const {io, written} = fakeIo(home);
		expect(await train(file, trainOptions(values), io, never)).toBe(1);
		expect(written.stderr).toMatch(says);
	});

	test('no such file', async () => {
		const {home} = await world();
		const {io, written} = fakeIo(home);
		expect(await train(home, trainOptions({}), io, never)).toBe(1);
		expect(written.stderr).toMatch(/cannot be read: it is a folder/);
	});
});

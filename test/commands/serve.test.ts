import {once} from 'node:events';
import {createServer, request} from 'node:http';
import type {AddressInfo} from 'node:net';
import {PassThrough} from 'node:stream';
import OpenAI from 'openai';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {UsageError} from '../../source/commands/io.ts';
import {serve, serveOptions} from '../../source/commands/serve.ts';
import {findHome} from '../../source/store/home.ts';
import {openStore} from '../../source/store/store.ts';
import {modelCalled} from '../../source/twin/called.ts';
import {examples, temporaryFolder, upload} from '../local/local.ts';
import {twin} from '../state/samples.ts';

/** A stream that keeps what is written. */
function collect() {
	const stream = new PassThrough();
	const chunks: Buffer[] = [];
	stream.on('data', (chunk: Buffer) => chunks.push(chunk));
	return {stream, text: () => Buffer.concat(chunks).toString()};
}

/** A server on a free port, ended after the test. */
async function start(key: string | null = 'secret-key') {
	const [stdout, stderr] = [collect(), collect()];
	const controller = new AbortController();
	const environment = {TWIN_TUI_HOME: await temporaryFolder()};
	const code = serve(
		{port: 0, key},
		{stdout: stdout.stream, stderr: stderr.stream, environment},
		controller.signal,
	);
	onTestFinished(async () => {
		controller.abort();
		await code;
	});
	await vi.waitFor(() => expect(stdout.text()).toContain('\n'));
	const url = stdout.text().trim();
	return {url, stderr, environment, code, stop: () => controller.abort()};
}

const clientOf = (baseURL: string, apiKey: string) =>
	new OpenAI({baseURL, apiKey, maxRetries: 0});

describe('serve', () => {
	it('answers the SDK on a loopback port until it is stopped', async () => {
		const {url, stderr, code, stop} = await start();
		expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
		expect(stderr.text()).toBe('');
		const client = clientOf(url, 'secret-key');
		const id = await upload(client, examples(2));
		const content = await client.files.content(id);
		expect(await content.text()).toBe(examples(2));
		stop();
		expect(await code).toBe(0);
		await expect(client.models.list()).rejects.toThrow('Connection error');
	});

	it('makes up a key of its own and shows it', async () => {
		const {url, stderr} = await start(null);
		const key = /^Key: (\S{30,})\n$/.exec(stderr.text())?.[1] ?? '';
		expect((await clientOf(url, key).models.list()).data).not.toEqual([]);
		await expect(clientOf(url, 'other').models.list()).rejects.toMatchObject({
			status: 401,
		});
	});

	it.each([
		[{}, 401, 'missing_api_key'],
		[{authorization: 'Basic secret-key'}, 401, 'missing_api_key'],
		[{authorization: 'Bearer secret'}, 401, 'invalid_api_key'],
		[
			{authorization: 'Bearer secret-key', host: 'evil.example'},
			403,
			'foreign_host',
		],
		[
			{authorization: 'Bearer secret-key', host: '127.0.0.1.evil.example'},
			403,
			'foreign_host',
		],
		[{authorization: 'Bearer secret-key', host: 'localhost:1'}, 200, undefined],
		[{authorization: 'bearer secret-key', host: '[::1]:8787'}, 200, undefined],
	])('lets in who it should: %o', async (headers, status, code) => {
		const {url} = await start();
		const answer = await get(`${url}/models`, headers);
		expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
	});

	it('says which port is in use', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		onTestFinished(() => void other.close());
		await once(other, 'listening');
		const {port} = other.address() as AddressInfo;
		const [stdout, stderr] = [collect(), collect()];
		const environment = {TWIN_TUI_HOME: await temporaryFolder()};
		const code = await serve(
			{port, key: 'k'},
			{stdout: stdout.stream, stderr: stderr.stream, environment},
			new AbortController().signal,
		);
		expect(code).toBe(1);
		expect(stdout.text()).toBe('');
		expect(stderr.text()).toBe(
			`Port ${port} is in use by another program. Choose one with --port, for example --port ${port + 1}.\n`,
		);
	});
});

it('finds the model by the name of its twin, whatever the case', async () => {
	const folder = await temporaryFolder();
	const home = findHome({TWIN_TUI_HOME: folder});
	const {twins} = openStore(home);
	await twins.save({...twin, model: 'ft:twin-base:local:mika:1'});
	await twins.save({...twin, id: 'far', name: 'Far', provider: 'openai'});
	expect(await modelCalled('mika', home)).toBe('ft:twin-base:local:mika:1');
	expect(await modelCalled(twin.id, home)).toBe('ft:twin-base:local:mika:1');
	expect(await modelCalled('Far', home)).toBe(null);
	expect(await modelCalled('', home)).toBe(null);
});

it('reads its flags', () => {
	expect(serveOptions({})).toEqual({port: 8787, key: null});
	expect(serveOptions({port: '0', key: 'a-b'})).toEqual({port: 0, key: 'a-b'});
	for (const wrong of [
		{port: 'x'},
		{port: '65536'},
		{port: ''},
		{key: ''},
		{key: 'a b'},
	])
		expect(() => serveOptions(wrong)).toThrow(UsageError);
});

/** A request with headers that `fetch` would set by itself. */
function get(
	url: string,
	headers: Record<string, string>,
): Promise<{status: number; body: {error?: {code: string}}}> {
	return new Promise((resolve, reject) => {
		request(url, {headers}, response => {
			let text = '';
			response.setEncoding('utf8');
			response.on('data', chunk => {
				text += chunk;
			});
			response.on('end', () =>
				resolve({status: response.statusCode ?? 0, body: JSON.parse(text)}),
			);
		})
			.on('error', reject)
			.end();
	});
}

import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import {createServer} from 'node:net';
import OpenAI from 'openai';
import {expect, onTestFinished, test, vi} from 'vitest';
import {serve} from '../../source/commands/serve.ts';
import {findHome} from '../../source/store/home.ts';
import {openStore} from '../../source/store/store.ts';
import type {Twin} from '../../source/store/types.ts';
import {servedTwin} from '../../source/twin/served.ts';
import {chatServer} from '../helpers/chat-server.ts';
import {fakeIo} from '../helpers/io.ts';
import {differencesFrom} from '../helpers/schema.ts';
import {temporaryFolder} from '../local/local.ts';
import {twin as embedded} from '../state/samples.ts';

/** `serve` in a home with these twins, and a client of it. */
async function serving(twins: readonly Twin[]) {
	const folder = await temporaryFolder();
	const store = openStore(findHome({TWIN_TUI_HOME: folder}));
	for (const twin of twins) await store.twins.save(twin);
	const {io, written} = fakeIo(folder);
	const controller = new AbortController();
	const code = serve({port: 0, key: 'k'}, io, controller.signal);
	onTestFinished(async () => {
		controller.abort();
		await code;
	});
	await vi.waitFor(() => expect(written.stdout).toContain('\n'));
	const baseURL = written.stdout.trim();
	const client = new OpenAI({baseURL, apiKey: 'k', maxRetries: 0});
	return {client, written};
}

const nora = (baseURL: string): Twin => ({
	...servedTwin({
		name: 'Nora',
		baseURL,
		model: 'nora-7b',
		systemPrompt: 'Be Nora.',
	}),
	sampling: {temperature: 0.4, topP: 0.3},
});

const messages = [{role: 'user' as const, content: 'how are you?'}];

test('a twin of another provider is listed, told of, and found by id and name', async () => {
	const server = await chatServer(() => ['hi']);
	const twin = nora(server.url);
	const {client, written} = await serving([embedded, twin]);
	await vi.waitFor(() => expect(written.stderr).toContain('Nora'));
	expect(written.stderr).toContain(
		`Nora: model ${twin.id}, or just its name; answered by Custom server at ${server.url}, which gets what is sent to it\n`,
	);
	const ids = (await client.models.list()).data.map(({id}) => id);
	expect(ids).toContain(twin.id);
	expect((await client.models.retrieve('nora')).id).toBe(twin.id);
	await expect(client.models.delete('nora')).rejects.toMatchObject({
		status: 404,
	});
});

test('it answers as in the chat: with its own words on who it is, and its own sampling', async () => {
	const server = await chatServer(() => ['all good\n', 'you?']);
	const {client} = await serving([nora(server.url)]);
	const answer = await client.chat.completions.create({
		model: 'Nora',
		messages,
	});
	expect(differencesFrom('CreateChatCompletionResponse', answer)).toEqual([]);
	expect(answer.choices[0]).toMatchObject({
		message: {role: 'assistant', content: 'all good\nyou?'},
		finish_reason: 'stop',
	});
	expect(server.asked).toMatchObject([
		{
			model: 'nora-7b',
			temperature: 0.4,
			top_p: 0.3,
			messages: [{role: 'system', content: 'Be Nora.'}, ...messages],
		},
	]);
});

test('what a client asks for goes on: system message, sampling, limit, stop and seed', async () => {
	const server = await chatServer(() => ['one', ' two']);
	const {client} = await serving([nora(server.url)]);
	const stream = await client.chat.completions.create({
		model: 'Nora',
		messages: [{role: 'system', content: 'Be short.'}, ...messages],
		temperature: 0,
		max_completion_tokens: 7,
		stop: ['three'],
		seed: 5,
		stream: true,
	});
	const pieces: string[] = [];
	for await (const chunk of stream)
		pieces.push(chunk.choices[0]?.delta.content ?? '');
	expect(pieces.join('|')).toMatch(/one\| two/);
	expect(server.asked[0]).toMatchObject({
		messages: [{role: 'system', content: 'Be short.'}, ...messages],
		temperature: 0,
		top_p: 0.3,
		max_tokens: 7,
		stop: ['three'],
		seed: 5,
	});
});

test('a client that goes away ends the request that was made for it', async () => {
	const server = await chatServer(() => null);
	const {client} = await serving([nora(server.url)]);
	const stream = await client.chat.completions.create({
		model: 'Nora',
		messages,
		stream: true,
	});
	for await (const chunk of stream)
		if (chunk.choices[0]?.delta.content) stream.controller.abort();
	await vi.waitFor(() => expect(server.left()).toBe(1));
});

test('where its provider does not answer, that is said in a sentence', async () => {
	const gone = createServer().listen(0, '127.0.0.1');
	await once(gone, 'listening');
	const {port} = gone.address() as AddressInfo;
	await new Promise(resolve => gone.close(resolve));
	const {client} = await serving([nora(`http://127.0.0.1:${port}/v1`)]);
	await expect(
		client.chat.completions.create({model: 'Nora', messages}),
	).rejects.toMatchObject({
		status: 502,
		code: 'twin_unreachable',
		message: expect.stringContaining(`Nothing answers at 127.0.0.1:${port}`),
	});
});

test('a name that two twins share means the newer one, wherever its model is', async () => {
	const server = await chatServer(() => ['the new one']);
	const newer = {...nora(server.url), name: embedded.name};
	const {client} = await serving([embedded, newer]);
	const answer = await client.chat.completions.create({
		model: 'mika',
		messages,
	});
	expect(answer.choices[0]?.message.content).toBe('the new one');
});

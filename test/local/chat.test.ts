import {once} from 'node:events';
import {readdir, rm} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {serve} from '@hono/node-server';
import type OpenAI from 'openai';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {createLocalApp} from '../../source/local/app.ts';
import type {Sampling, Turn} from '../../source/local/engine/types.ts';
import type {Load, Voice} from '../../source/local/engine.ts';
import {differencesFrom} from '../helpers/schema.ts';
import {
	briefTraining,
	knownTraining,
	noReport,
	openLocal,
	parrot,
	startJob,
	untilEnded,
} from './local.ts';

const hi = [{role: 'user' as const, content: 'how are you'}];

/** A provider with a model of this voice, and its name. */
async function openWith(load: Load, train = briefTraining) {
	const local = await openLocal({train, load});
	const job = await untilEnded(local.client, (await startJob(local.client)).id);
	return {...local, model: job.fine_tuned_model ?? ''};
}

describe('a reply', () => {
	it('comes whole, with what it cost', async () => {
		const {client, model} = await openWith(parrot('all', ' good'));
		const reply = await client.chat.completions.create({model, messages: hi});
		expect(reply).toMatchObject({
			object: 'chat.completion',
			model,
			choices: [
				{
					index: 0,
					finish_reason: 'stop',
					message: {role: 'assistant', content: 'all good'},
				},
			],
			usage: {prompt_tokens: 3, completion_tokens: 2, total_tokens: 5},
		});
	});

	it('comes in pieces that conform to the schema', async () => {
		const {client, model} = await openWith(parrot('all', ' good'));
		const stream = await client.chat.completions.create({
			model,
			messages: hi,
			stream: true,
			stream_options: {include_usage: true},
		});
		const chunks: OpenAI.ChatCompletionChunk[] = [];
		for await (const chunk of stream) {
			expect(
				differencesFrom('CreateChatCompletionStreamResponse', chunk),
			).toEqual([]);
			chunks.push(chunk);
		}
		expect(chunks.map(({choices}) => choices[0]?.delta.content)).toEqual([
			'',
			'all',
			' good',
			undefined,
			undefined,
		]);
		expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop');
		expect(chunks.at(-1)).toMatchObject({
			choices: [],
			usage: {total_tokens: 5},
		});
		expect(new Set(chunks.map(({id}) => id)).size).toBe(1);
	});

	it.each([
		[{max_tokens: 2}, 'length'],
		[{max_completion_tokens: 2, max_tokens: 9}, 'length'],
		[{max_completion_tokens: 3}, 'stop'],
	])('that is as long as it may be was cut: %o', async (limit, finish) => {
		const {client, model} = await openWith(parrot('all', ' good'));
		const reply = await client.chat.completions.create({
			model,
			messages: hi,
			...limit,
		});
		expect(reply.choices[0]?.finish_reason).toBe(finish);
	});

	it('is asked of the engine as the client asked it', async () => {
		const asked: [readonly Turn[], Sampling][] = [];
		const {client, model} = await openWith(() => ({
			async *reply(turns, sampling) {
				asked.push([turns, sampling]);
				yield 'ok';
				return noReport;
			},
		}));
		await client.chat.completions.create({
			model,
			messages: [
				{role: 'developer', content: 'You are Zoë.'},
				{
					role: 'user',
					content: [
						{type: 'text', text: 'one'},
						{type: 'text', text: 'two'},
					],
				},
			],
			temperature: 0.75,
			top_p: 0.15,
			seed: 3,
			stop: '\n',
			max_tokens: 20,
		});
		await client.chat.completions.create({
			model,
			messages: hi,
			stop: ['a', 'b'],
		});
		expect(asked).toEqual([
			[
				[
					{role: 'system', content: 'You are Zoë.'},
					{role: 'user', content: 'one\ntwo'},
				],
				{temperature: 0.75, topP: 0.15, seed: 3, stop: ['\n'], maxTokens: 20},
			],
			[
				hi,
				{temperature: 1, topP: 1, seed: null, stop: ['a', 'b'], maxTokens: 400},
			],
		]);
	});
});

/** A voice that never ends, and tells whether it goes on. */
function endlessVoice() {
	const state = {speaking: 0, pieces: 0};
	const voice: Voice = {
		async *reply(_turns, _sampling, signal) {
			state.speaking++;
			try {
				while (!signal.aborted) {
					state.pieces++;
					yield 'and ';
					await new Promise(resolve => setImmediate(resolve));
				}
				return noReport;
			} finally {
				state.speaking--;
			}
		},
	};
	return {load: () => voice, state};
}

describe('stopping', () => {
	it.each(['abort', 'break'] as const)(
		'ends the generation of a stream: %s',
		async how => {
			const {load, state} = endlessVoice();
			const {client, model} = await openWith(load);
			const stream = await client.chat.completions.create({
				model,
				messages: hi,
				stream: true,
			});
			let chunks = 0;
			for await (const _ of stream) {
				if (++chunks < 5) continue;
				if (how === 'break') break;
				stream.controller.abort();
			}
			expect(chunks).toBeGreaterThanOrEqual(5);
			await vi.waitFor(() => expect(state.speaking).toBe(0));
		},
	);

	it('ends the generation of a whole reply', async () => {
		const {load, state} = endlessVoice();
		const {client, model} = await openWith(load);
		const controller = new AbortController();
		const reply = client.chat.completions.create(
			{model, messages: hi},
			{signal: controller.signal},
		);
		const refused = expect(reply).rejects.toThrow('aborted');
		await vi.waitFor(() => expect(state.pieces).toBeGreaterThan(3));
		controller.abort();
		await refused;
		await vi.waitFor(() => expect(state.speaking).toBe(0));
	});

	it.each([true, false])(
		'ends it over a port too, where the client goes away: stream %s',
		async stream => {
			const {load, state} = endlessVoice();
			const {model, folder} = await openWith(load);
			const {app, close} = createLocalApp({folder, load});
			const server = serve({fetch: app.fetch, port: 0, hostname: '127.0.0.1'});
			onTestFinished(async () => {
				server.close();
				await close();
			});
			await once(server, 'listening');
			const {port} = server.address() as AddressInfo;
			const controller = new AbortController();
			const asked = fetch(`http://127.0.0.1:${port}/v1/chat/completions`, {
				method: 'POST',
				body: JSON.stringify({model, messages: hi, stream}),
				signal: controller.signal,
			}).then(response => response.text());
			const refused = expect(asked).rejects.toThrow('aborted');
			await vi.waitFor(() => expect(state.pieces).toBeGreaterThan(3));
			controller.abort();
			await refused;
			await vi.waitFor(() => expect(state.speaking).toBe(0));
		},
	);

	it('makes no more than the reader takes', async () => {
		const {load, state} = endlessVoice();
		const {client, model} = await openWith(load);
		const stream = await client.chat.completions.create({
			model,
			messages: hi,
			stream: true,
		});
		for (let time = 0; time < 50; time++)
			await new Promise(resolve => setImmediate(resolve));
		expect(state.pieces).toBeLessThan(5);
		stream.controller.abort();
	});
});

describe('no reply', () => {
	it('of a model that is not there, or knows nothing yet', async () => {
		const {client} = await openLocal();
		const ask = (model: string) =>
			client.chat.completions.create({model, messages: hi});
		await expect(ask('ft:twin-base:local::none')).rejects.toMatchObject({
			status: 404,
			code: 'model_not_found',
		});
		await expect(ask('../x')).rejects.toMatchObject({status: 404});
		await expect(ask('twin-base')).rejects.toMatchObject({
			status: 400,
			code: 'model_not_trained',
		});
	});

	it('of a model that the engine cannot read', async () => {
		const {client, model} = await openWith(() => {
			throw new Error('This is no model.');
		});
		const patient = client.withOptions({maxRetries: 2});
		const reply = patient.chat.completions.create({model, messages: hi});
		await expect(reply).rejects.toMatchObject({
			status: 500,
			code: 'model_damaged',
			message: expect.stringMatching(/cannot be used.*This is no model\.$/),
		});
	});

	it('of a model whose file is gone', async () => {
		const {client, folder, model} = await openWith(parrot('hi'));
		const models = path.join(folder, 'models');
		for (const name of await readdir(models))
			if (name.endsWith('.model')) await rm(path.join(models, name));
		await expect(
			client.chat.completions.create({model, messages: hi}),
		).rejects.toMatchObject({status: 500, code: 'model_damaged'});
	});

	it('once the engine fails: as JSON and in the middle of a stream', async () => {
		const {client, model} = await openWith(() => ({
			async *reply() {
				yield 'all';
				throw new Error('secret detail');
			},
		}));
		await expect(
			client.chat.completions.create({model, messages: hi}),
		).rejects.toMatchObject({status: 500, code: 'internal_error'});
		const stream = await client.chat.completions.create({
			model,
			messages: hi,
			stream: true,
		});
		const said: string[] = [];
		const read = async () => {
			for await (const {choices} of stream)
				said.push(choices[0]?.delta.content ?? '');
		};
		await expect(read()).rejects.toThrow(/embedded provider failed/);
		expect(said).toEqual(['', 'all']);
	});

	it.each([
		['messages', {messages: []}],
		['messages[0].role', {messages: [{role: 'tool', content: 'x'}]}],
		[
			'messages[0].content',
			{messages: [{role: 'user', content: [{type: 'image_url'}]}]},
		],
		['temperature', {temperature: 3}],
		['top_p', {top_p: -1}],
		['max_tokens', {max_tokens: 0}],
		['seed', {seed: 1.5}],
		['stop', {stop: ['a', 'b', 'c', 'd', 'e']}],
		['n', {n: 2}],
		['logprobs', {logprobs: true}],
		['response_format', {response_format: {type: 'json_object'}}],
		['tool_choice', {tool_choice: 'required'}],
	])('to a request with a wrong %s', async (param, wrong) => {
		const {client} = await openLocal();
		const body = {model: 'ft:x', messages: hi, ...wrong};
		await expect(
			client.chat.completions.create(
				body as OpenAI.ChatCompletionCreateParamsNonStreaming,
			),
		).rejects.toMatchObject({status: 400, param});
	});

	it.each(['{', '[]', '', 'null'])(
		'to a body that is no JSON object: %j',
		async body => {
			const {fetch} = await openLocal();
			const response = await fetch('http://twin.invalid/v1/chat/completions', {
				method: 'POST',
				body,
			});
			expect(response.status).toBe(400);
			expect(await response.json()).toMatchObject({
				error: {code: 'invalid_json'},
			});
		},
	);
});

it('loads a model once, and keeps the two used last', async () => {
	const loads: number[] = [];
	const load: Load = bytes => {
		loads.push(bytes[0] ?? 0);
		return parrot('hi')();
	};
	const {client, model} = await openWith(load, knownTraining);
	const names = [model, `${model}:ckpt-step-4`, `${model}:ckpt-step-5`];
	for (const index of [0, 0, 1, 0, 2, 0, 1])
		await client.chat.completions.create({
			model: names[index] ?? '',
			messages: hi,
		});
	expect(loads).toEqual([9, 4, 5, 4]);
});

import {readdir, rm} from 'node:fs/promises';
import path from 'node:path';
import type OpenAI from 'openai';
import {describe, expect, it} from 'vitest';
import {openLocal} from './local.ts';
import {hi, openWith, parrot} from './voices.ts';

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

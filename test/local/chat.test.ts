import type OpenAI from 'openai';
import {describe, expect, it} from 'vitest';
import type {Sampling, Turn} from '../../source/local/engine/types.ts';
import type {Load} from '../../source/local/engine.ts';
import {differencesFrom} from '../helpers/schema.ts';
import {knownTraining} from './trainings.ts';
import {hi, noReport, openWith, parrot} from './voices.ts';

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
		const usual = {recall: 0.5, partner: null};
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
				{
					temperature: 0.75,
					topP: 0.15,
					seed: 3,
					stop: ['\n'],
					maxTokens: 20,
					...usual,
				},
			],
			[
				hi,
				{
					temperature: 1,
					topP: 0.95,
					seed: null,
					stop: ['a', 'b'],
					maxTokens: 400,
					...usual,
				},
			],
		]);
	});
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

import {describe, expect, test} from 'vitest';
import {openTokenCounter} from '../../source/dataset/count/count.ts';
import {cost, costs, trainingPrice} from '../../source/dataset/prices.ts';
import {readiness} from '../../source/dataset/readiness.ts';
import {billable, billedTokens, epochs} from '../../source/dataset/tokens.ts';
import type {Example} from '../../source/dataset/types.ts';

const example = (...contents: string[]): Example => ({
	messages: contents.map((content, at) => ({
		role: at % 2 === 0 ? 'user' : 'assistant',
		content,
	})),
});

const {signal} = new AbortController();
const count = (examples: Example[], few?: number) =>
	openTokenCounter(few).perExample(examples, signal);

describe('counting tokens', () => {
	test.each<[string, Example[], number[]]>([
		['none', [], []],
		// o200k: "hello world" is 2 tokens, "hi" is 1; 4 around each message, 3 per example.
		['one example', [example('hello world', 'hi')], [2 + 1 + 2 * 4 + 3]],
		['two', [example('hi', 'hi'), example('hi')], [2 + 8 + 3, 1 + 4 + 3]],
		['a typed special token is text', [example('<|endoftext|>')], [7 + 7]],
	])('%s', async (_, examples, tokens) => {
		expect(await count(examples)).toEqual(tokens);
		// In a thread of its own, the same.
		expect(await count(examples, 0)).toEqual(tokens);
	});

	test('what is longer than the limit is not billed beyond it', async () => {
		const tokens = await count([example('a b '.repeat(80_000)), example('hi')]);
		expect(tokens[0]).toBeGreaterThan(65_536);
		expect(billable(tokens)).toBe(65_536 + 8);
	});

	test('a long run without spaces is counted about right, and at once', async () => {
		const [tokens] = await count([example('haha'.repeat(10_000))]);
		expect(tokens).toBeGreaterThan(9_000);
		expect(tokens).toBeLessThan(11_000);
	});

	test('a count that nobody waits for is ended', async () => {
		const ended = new AbortController();
		const counting = openTokenCounter(0).perExample(
			[example('hello')],
			ended.signal,
		);
		ended.abort();
		await expect(counting).rejects.toThrow('aborted');
	});

	test('what is counted behind one that nobody waits for has its own answers', async () => {
		const counter = openTokenCounter(0);
		const ended = new AbortController();
		const given = counter.perText(['one two three four'], ended.signal);
		ended.abort();
		await expect(given).rejects.toThrow('aborted');
		const {signal} = new AbortController();
		const [first, second] = await Promise.all([
			counter.perText(['hello', 'hello there'], signal),
			counter.perText(['one', 'one two'], signal),
		]);
		expect([first, second]).toEqual([
			[1, 2],
			[1, 2],
		]);
		await counter.close();
	});
});

describe('readiness', () => {
	test.each([
		[9, 400, 'too few'],
		[10, 10, 'a try'],
		[20, 49, 'a try'],
		[20, 50, 'first voice'],
		[100, 499, 'first voice'],
		[100, 500, 'voice'],
		[300, 2000, 'plenty'],
	])('%d examples with %d replies: %s', (examples, replies, level) => {
		expect(readiness(examples, replies, 10)).toMatchObject({level, replies});
	});
});

test.each([
	[0, 0],
	[3, 25],
	[10, 10],
	[33, 3],
	[34, 3],
	[8333, 3],
	[8334, 2],
	[20_000, 1],
	[100_000, 1],
])('auto goes %d examples over %d times', (examples, times) => {
	expect(epochs(examples)).toBe(times);
});

describe('cost', () => {
	test('of the published experiment', () => {
		expect(billedTokens(1_387_296, 3)).toBe(4_161_888);
		expect(cost(4_161_888, 'gpt-4o-mini', 2_000_000)).toBe(6.49);
		expect(cost(4_161_888)).toBe(12.49);
	});

	test('an allowance larger than the bill is no income', () => {
		expect(cost(1000, 'gpt-4o', 2_000_000)).toBe(0);
	});

	test('of every model with a price', () => {
		expect(costs(3_000_000, 1_000_000)).toEqual({
			'gpt-4o-mini-2024-07-18': 6,
			'gpt-4.1-mini-2025-04-14': 10,
			'gpt-4.1-2025-04-14': 50,
			'gpt-4o-2024-08-06': 50,
		});
	});

	test.each([
		['gpt-4.1-mini-2025-04-14', 5],
		['gpt-4o', 25],
		['ft:gpt-4o-mini-2024-07-18:me::abc', 3],
		['gpt-6-luna', null],
	])('%s', (model, price) => {
		expect(trainingPrice(model)).toBe(price);
		expect(cost(1_000_000, model)).toBe(price);
	});
});

import {describe, expect, test} from 'vitest';
import {cost, trainingPrice} from '../../source/dataset/prices.ts';
import {
	billedTokens,
	countTokens,
	epochs,
} from '../../source/dataset/tokens.ts';
import type {Example} from '../../source/dataset/types.ts';

const example = (...contents: string[]): Example => ({
	messages: contents.map((content, at) => ({
		role: at % 2 === 0 ? 'user' : 'assistant',
		content,
	})),
});

describe('countTokens', () => {
	test.each<[string, Example[], number]>([
		['none', [], 0],
		// o200k: "hello world" is 2 tokens, "hi" is 1; 4 around each message, 3 per example.
		['one example', [example('hello world', 'hi')], 2 + 1 + 2 * 4 + 3],
		['two', [example('hi', 'hi'), example('hi', 'hi')], 2 * (2 + 8 + 3)],
		['a typed special token is text', [example('<|endoftext|>')], 7 + 7],
		['no more than the limit', [example('a b '.repeat(80_000))], 65_536],
	])('%s', async (_, examples, tokens) => {
		expect(await countTokens(examples)).toBe(tokens);
	});

	test('a long run without spaces is counted about right, and at once', async () => {
		const run = 'haha'.repeat(10_000);
		expect(await countTokens([example(run)])).toBeGreaterThan(9_000);
		expect(await countTokens([example(run)])).toBeLessThan(11_000);
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
		expect(cost(4_161_888 - 2_000_000)).toBe(6.49);
		expect(cost(4_161_888)).toBe(12.49);
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

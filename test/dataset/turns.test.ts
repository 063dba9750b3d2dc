import {describe, expect, test} from 'vitest';
import {toExchanges} from '../../source/dataset/exchanges.ts';
import {openConversation} from '../../source/dataset/openers.ts';
import {splitBySize} from '../../source/dataset/split.ts';
import type {Exchange} from '../../source/dataset/types.ts';

/** `uua` is two messages of Anna and one of mine; `-` is passed over. */
const exchangesOf = (roles: string, separateReplies = false): Exchange[] =>
	toExchanges(
		{mine: Uint8Array.from([...roles], role => (role === 'a' ? 1 : 0))},
		{from: 0, to: roles.length},
		Uint8Array.from([...roles], role => (role === '-' ? 1 : 0)),
		separateReplies,
	);

/** Positions and entries of each: `0-3/2` is positions 0 to 2 in two entries; a nudge is marked by a plus. */
const write = (exchanges: readonly Exchange[]): string[] =>
	exchanges.map(
		({from, to, entries, nudged}) =>
			`${nudged ? '+' : ''}${from}-${to}/${entries}`,
	);

describe('rules 3 and 8, exchanges', () => {
	test.each([
		['uua', false, ['0-3/2']],
		['uaua', false, ['0-2/2', '2-4/2']],
		['uaaua', false, ['0-3/2', '3-5/2']],
		['uaaua', true, ['0-3/3', '3-5/2']],
		['aua', false, ['0-1/1', '1-3/2']],
		['aaua', true, ['0-2/2', '2-4/2']],
		['u-ua', false, ['0-4/2']],
		['', false, []],
	])('%s, separate replies %s', (roles, separate, exchanges) => {
		expect(write(exchangesOf(roles, separate))).toEqual(exchanges);
	});

	test('what is passed over is no message', () => {
		expect(exchangesOf('u-ua').map(({messages}) => messages)).toEqual([3]);
	});
});

describe('rule 5, openers', () => {
	test.each([
		['auua', 'keep', ['0-1/1', '1-4/2'], 0],
		['aauua', 'drop', ['2-5/2'], 2],
		['aauua', 'nudge', ['+0-2/2', '2-5/2'], 0],
		['ua', 'drop', ['0-2/2'], 0],
		['ua', 'nudge', ['0-2/2'], 0],
		['aa', 'drop', [], 2],
		['aa', 'nudge', ['+0-2/2'], 0],
		['', 'nudge', [], 0],
	] as const)('%s, %s', (roles, openers, exchanges, dropped) => {
		const opened = openConversation(exchangesOf(roles), openers, true);
		expect(write(opened.exchanges)).toEqual(exchanges);
		expect(opened.dropped).toBe(dropped);
		expect(opened.nudged).toBe(exchanges[0]?.startsWith('+') ?? false);
	});

	test('separate replies are dropped together', () => {
		const opened = openConversation(exchangesOf('aaua', true), 'drop', true);
		expect(write(opened.exchanges)).toEqual(['2-4/2']);
	});

	test('nobody can be nudged towards nobody', () => {
		const opened = openConversation(exchangesOf('aa'), 'nudge', false);
		expect(write(opened.exchanges)).toEqual(['0-2/1']);
	});
});

describe('rule 4, size', () => {
	test.each([
		['uauaua', false, 6, ['0-6/6']],
		['uauaua', false, 5, ['0-4/4', '4-6/2']],
		['uauaua', false, 4, ['0-4/4', '4-6/2']],
		['uauaua', false, 2, ['0-2/2', '2-4/2', '4-6/2']],
		// One exchange larger than the limit stays whole.
		['uauaaaua', true, 3, ['0-2/2', '2-6/4', '6-8/2']],
		['ua', false, 1, ['0-2/2']],
		['auaua', false, 3, ['0-3/3', '3-5/2']],
	])('%s, separate replies %s, at most %d', (roles, separate, most, parts) => {
		const exchanges = exchangesOf(roles, separate);
		expect(write(splitBySize(exchanges, most))).toEqual(parts);
	});
});

describe('rule 6, validity', () => {
	test.each([
		['ua', true],
		['aua', true],
		['a', false],
		['aa', false],
	])('%s: %s', (roles, valid) => {
		const [whole] = splitBySize(exchangesOf(roles), 50);
		expect(whole?.asked).toBe(valid);
	});
});

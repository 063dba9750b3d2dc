import {describe, expect, test} from 'vitest';
import type {Exchanges} from '../../source/dataset/columns.ts';
import {toExchanges} from '../../source/dataset/exchanges.ts';
import {
	type Split,
	type SplitOptions,
	splitExchanges,
} from '../../source/dataset/split.ts';

/** `uua` is two messages of Anna and one of mine; `-` is passed over. */
const exchangesOf = (roles: string, separateReplies = false): Exchanges =>
	toExchanges(
		{mine: Uint8Array.from([...roles], role => (role === 'a' ? 1 : 0))},
		{length: 1, from: Int32Array.of(0), to: Int32Array.of(roles.length)},
		Uint8Array.from([...roles], role => (role === '-' ? 1 : 0)),
		separateReplies,
	);

const numbers = (length: number): number[] => [...Array(length).keys()];

/** Positions and entries of each: `0-3/2` is positions 0 to 2 in two entries. */
const write = ({length, from, to, entries}: Exchanges): string[] =>
	numbers(length).map(at => `${from[at]}-${to[at]}/${entries[at]}`);

/** The same of examples-to-be; a nudge is marked by a plus. */
const writeCuts = ({cuts}: Split): string[] =>
	numbers(cuts.length).map(
		at =>
			`${cuts.nudged[at] ? '+' : ''}${cuts.from[at]}-${cuts.to[at]}/${cuts.entries[at]}`,
	);

const split = (
	exchanges: Exchanges,
	options: Partial<SplitOptions> = {},
	hasPartner = true,
): Split =>
	splitExchanges(
		exchanges,
		{pairs: false, maxMessages: 50, openers: 'keep', ...options},
		hasPartner,
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
		const {length, messages} = exchangesOf('u-ua');
		expect([...messages.subarray(0, length)]).toEqual([3]);
	});
});

describe('rule 5, openers', () => {
	test.each([
		['auua', 'keep', ['0-4/3'], 0],
		['aauua', 'drop', ['2-5/2'], 2],
		['aauua', 'nudge', ['+0-5/4'], 0],
		['ua', 'drop', ['0-2/2'], 0],
		['ua', 'nudge', ['0-2/2'], 0],
		['aa', 'drop', [], 2],
		['aa', 'nudge', ['+0-2/2'], 0],
	] as const)('%s, %s', (roles, openers, cuts, dropped) => {
		const opened = split(exchangesOf(roles), {openers});
		expect(writeCuts(opened)).toEqual(cuts);
		expect(opened.openers).toBe(dropped);
		expect(opened.nudges).toBe(cuts[0]?.startsWith('+') ? 1 : 0);
	});

	test('separate replies are dropped together', () => {
		const opened = split(exchangesOf('aaua', true), {openers: 'drop'});
		expect(writeCuts(opened)).toEqual(['2-4/2']);
	});

	test('nobody can be nudged towards nobody', () => {
		const opened = split(exchangesOf('aa'), {openers: 'nudge'}, false);
		expect(writeCuts(opened)).toEqual([]);
		expect([opened.nudges, opened.invalid]).toEqual([0, 2]);
	});
});

describe('rule 4, size', () => {
	test.each([
		['uauaua', false, 6, ['0-6/6'], 0, 0],
		['uauaua', false, 5, ['0-4/4', '4-6/2'], 1, 0],
		['uauaua', false, 4, ['0-4/4', '4-6/2'], 1, 0],
		['uauaua', false, 2, ['0-2/2', '2-4/2', '4-6/2'], 2, 0],
		// One exchange larger than the limit stays whole.
		['uauaaaua', true, 3, ['0-2/2', '2-6/4', '6-8/2'], 2, 1],
		['ua', false, 1, ['0-2/2'], 0, 1],
		['auaua', false, 3, ['0-3/3', '3-5/2'], 1, 0],
	])(
		'%s, separate replies %s, at most %d',
		(roles, separate, maxMessages, parts, splits, oversized) => {
			const found = split(exchangesOf(roles, separate), {maxMessages});
			expect(writeCuts(found)).toEqual(parts);
			expect([found.sizeSplits, found.oversized]).toEqual([splits, oversized]);
		},
	);

	test('a nudge counts for it', () => {
		const options = {maxMessages: 3, openers: 'nudge'} as const;
		expect(writeCuts(split(exchangesOf('auaua'), options))).toEqual([
			'+0-1/2',
			'1-3/2',
			'3-5/2',
		]);
	});
});

describe('rule 8, pairs', () => {
	test.each([
		['uaua', ['0-2/2', '2-4/2'], 0],
		['auaa', ['1-4/2'], 1],
	])('%s', (roles, pairs, invalid) => {
		const found = split(exchangesOf(roles), {pairs: true, maxMessages: 1});
		expect(writeCuts(found)).toEqual(pairs);
		expect([found.invalid, found.sizeSplits, found.oversized]).toEqual([
			invalid,
			0,
			0,
		]);
	});
});

describe('rule 6, validity', () => {
	test.each([
		['ua', 0],
		['aua', 0],
		['a', 1],
		['aa', 2],
	])('%s: %d messages are dropped', (roles, dropped) => {
		const {cuts, invalid} = split(exchangesOf(roles));
		expect([cuts.length, invalid]).toEqual([dropped === 0 ? 1 : 0, dropped]);
	});
});

import {describe, expect, test} from 'vitest';
import {openConversation} from '../../source/dataset/openers.ts';
import {toExchanges} from '../../source/dataset/pairs.ts';
import {splitBySize} from '../../source/dataset/split.ts';
import {toTurns} from '../../source/dataset/turns.ts';
import type {Turn} from '../../source/dataset/types.ts';
import {isValid} from '../../source/dataset/validity.ts';
import {keptOf} from './samples.ts';

/** `uua` is two messages of Anna and one of mine, a minute apart. */
const turnsOf = (roles: string, separateReplies = false): Turn[] =>
	toTurns(
		keptOf(
			[...roles].map((role, index) => [
				role === 'a' ? 'me' : 'Anna',
				`01 10:${String(index).padStart(2, '0')}`,
				`${index}`,
			]),
		),
		separateReplies,
	);
const write = (turns: readonly Turn[]): string =>
	turns
		.map(
			({role, messages, nudge}) =>
				`${role[0]}${nudge ?? messages.map(({text}) => text).join('+')}`,
		)
		.join(' ');

describe('rule 3, turns', () => {
	test.each([
		['uuaau', false, 'u0+1 a2+3 u4'],
		['uuaau', true, 'u0+1 a2 a3 u4'],
		['aua', false, 'a0 u1 a2'],
		['', false, ''],
	])('%s, separate replies %s', (roles, separate, turns) => {
		expect(write(turnsOf(roles, separate))).toBe(turns);
	});
});

describe('rule 5, openers', () => {
	test.each([
		['auua', 'keep', 'a0 u1+2 a3', 0],
		['aauua', 'drop', 'u2+3 a4', 2],
		['aauua', 'nudge', 'uStart a chat with Person1. a0+1 u2+3 a4', 0],
		['ua', 'drop', 'u0 a1', 0],
		['ua', 'nudge', 'u0 a1', 0],
		['aa', 'drop', '', 2],
		['aa', 'nudge', 'uStart a chat with Person1. a0+1', 0],
	] as const)('%s, %s', (roles, openers, turns, dropped) => {
		const opened = openConversation(turnsOf(roles), openers, 'Person1');
		expect(write(opened.turns)).toBe(turns);
		expect(opened.dropped).toBe(dropped);
		expect(opened.nudged).toBe(turns.startsWith('uStart'));
	});

	test('separate replies are dropped together', () => {
		const opened = openConversation(turnsOf('aaua', true), 'drop', 'Person1');
		expect(write(opened.turns)).toBe('u2 a3');
	});

	test('nobody can be nudged towards nobody', () => {
		expect(write(openConversation(turnsOf('aa'), 'nudge', null).turns)).toBe(
			'a0+1',
		);
	});
});

describe('rule 8, exchanges', () => {
	test.each([
		['uaua', false, ['u0 a1', 'u2 a3']],
		['uaaua', true, ['u0 a1 a2', 'u3 a4']],
		['aua', false, ['a0', 'u1 a2']],
		['', false, []],
	])('%s, separate replies %s', (roles, separate, exchanges) => {
		expect(toExchanges(turnsOf(roles, separate)).map(write)).toEqual(exchanges);
	});
});

describe('rule 4, size', () => {
	test.each([
		['uauaua', false, 6, ['u0 a1 u2 a3 u4 a5']],
		['uauaua', false, 5, ['u0 a1 u2 a3', 'u4 a5']],
		['uauaua', false, 4, ['u0 a1 u2 a3', 'u4 a5']],
		['uauaua', false, 2, ['u0 a1', 'u2 a3', 'u4 a5']],
		// One exchange larger than the limit stays whole.
		['uauaaaua', true, 3, ['u0 a1', 'u2 a3 a4 a5', 'u6 a7']],
		['ua', false, 1, ['u0 a1']],
		['auaua', false, 3, ['a0 u1 a2', 'u3 a4']],
	])('%s, separate replies %s, at most %d', (roles, separate, most, parts) => {
		const exchanges = toExchanges(turnsOf(roles, separate));
		expect(splitBySize(exchanges, most).map(write)).toEqual(parts);
	});
});

describe('rule 6, validity', () => {
	test.each([
		['ua', true],
		['aua', true],
		['u', false],
		['a', false],
		['uau', false],
		['', false],
	])('%s: %s', (roles, valid) => {
		expect(isValid(turnsOf(roles))).toBe(valid);
	});
});

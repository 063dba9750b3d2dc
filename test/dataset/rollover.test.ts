import {describe, expect, test} from 'vitest';
import {gapAt, splitAtGaps} from '../../source/dataset/conversations.ts';
import {rollOver} from '../../source/dataset/rollover.ts';
import type {DatasetOptions} from '../../source/dataset/types.ts';
import {keptOf, type Line, textsAt} from './samples.ts';

function roll(lines: Line[], rollover: DatasetOptions['rollover']) {
	const kept = keptOf(lines);
	const {conversations, left, ...counts} = rollOver(
		kept,
		splitAtGaps(kept, 6),
		rollover,
	);
	const of = (column: Int32Array): number[] => [
		...column.subarray(0, conversations.length),
	];
	const to = of(conversations.to);
	return {
		...counts,
		texts: of(conversations.from).map((from, nth) =>
			textsAt(lines, kept, from, to[nth] ?? 0, left).join(' '),
		),
		rolled: of(conversations.rolledOver),
		gaps: of(conversations.own).map((own, nth) => [
			gapAt(kept, own),
			gapAt(kept, conversations.end[nth] ?? 0),
		]),
	};
}

/** 38 hours between Bob's "ok" and the next day that I write. */
const unanswered: Line[] = [
	['Bob', '03 20:00', 'there?'],
	['me', '03 20:01', 'yes'],
	['Bob', '03 20:05', 'ok'],
	['me', '05 10:05', 'fresh'],
];

describe('rule 2, roll-over', () => {
	test.each<[DatasetOptions['rollover'], string[], number, number]>([
		['always', ['there? yes', 'ok fresh'], 1, 0],
		['never', ['there? yes', 'fresh'], 0, 1],
		[38, ['there? yes', 'ok fresh'], 1, 0],
		[37.9, ['there? yes', 'fresh'], 0, 1],
	])('%s', (rollover, texts, moved, old) => {
		expect(roll(unanswered, rollover)).toMatchObject({
			texts,
			moved,
			old,
			end: 0,
		});
	});

	test('the age is counted to the conversation’s first own message', () => {
		const lines: Line[] = [
			['me', '01 10:00', 'hi'],
			['Bob', '01 10:01', 'old'],
			['Bob', '01 20:01', 'new'],
			['me', '01 23:00', 'late'],
		];
		expect(roll(lines, 10).texts).toEqual(['hi', 'old new late']);
		expect(roll(lines, 9.9).texts).toEqual(['hi', 'new late']);
		expect(roll(lines, 'always').oldest).toBe(10 * 3600);
	});

	test('each message has its own age', () => {
		const lines: Line[] = [
			['me', '01 10:00', 'hi'],
			['Bob', '01 11:00', 'old'],
			['Bob', '01 15:00', 'young'],
			['me', '02 10:00', 'late'],
		];
		expect(roll(lines, 20)).toMatchObject({
			texts: ['hi', 'young late'],
			old: 1,
			rolled: [0, 1],
		});
	});

	test('a conversation without me is all roll-over, over several of them', () => {
		const lines: Line[] = [
			['Bob', '01 10:00', 'one'],
			['Bob', '02 10:00', 'two'],
			['Bob', '03 10:00', 'three'],
			['me', '03 10:05', 'here'],
		];
		expect(roll(lines, 'always')).toMatchObject({
			texts: ['one two three here'],
			rolled: [2],
			oldest: 2 * 86_400,
		});
		expect(roll(lines, 24)).toMatchObject({
			texts: ['two three here'],
			old: 1,
		});
		expect(roll(lines, 'never')).toMatchObject({
			texts: ['three here'],
			old: 2,
		});
	});

	test('what is left at the end of the chat is dropped, whatever the setting', () => {
		const lines: Line[] = [
			['me', '01 10:00', 'hi'],
			['Bob', '01 10:01', 'a'],
			['Bob', '05 10:01', 'b'],
		];
		for (const rollover of ['always', 'never', 1] as const)
			expect(roll(lines, rollover)).toMatchObject({
				texts: ['hi'],
				end: 2,
				old: 0,
			});
	});

	test('gaps before and behind are told in seconds, null at both ends of the chat', () => {
		const lines: Line[] = [
			['me', '01 10:00', 'a'],
			['me', '01 17:12', 'b'],
		];
		expect(roll(lines, 'always').gaps).toEqual([
			[null, 25_920],
			[25_920, null],
		]);
	});

	test('clocks that were set back: what is too old is passed over wherever it stands', () => {
		const lines: Line[] = [
			['Bob', '02 10:00', 'young'],
			['Bob', '01 10:00', 'old'],
			['Bob', '02 11:00', 'young too'],
			['me', '03 09:00', 'back'],
		];
		expect(roll(lines, 24)).toMatchObject({
			texts: ['young young too back'],
			rolled: [2],
			old: 1,
			moved: 2,
		});
	});

	test('a message that is ahead of its time is not old', () => {
		const lines: Line[] = [
			['Bob', '01 08:00', 'a'],
			['Bob', '02 10:00', 'b'],
			['Bob', '03 10:00', 'c'],
			['me', '03 09:00', 'back'],
		];
		expect(roll(lines, 23).texts).toEqual(['c back']);
	});
});

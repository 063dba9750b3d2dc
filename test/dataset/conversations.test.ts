import {describe, expect, test} from 'vitest';
import {splitAtGaps} from '../../source/dataset/conversations.ts';
import {keptOf, type Line, textsAt} from './samples.ts';

function texts(lines: Line[], hours = 6): string[][] {
	const kept = keptOf(lines);
	const starts = splitAtGaps(kept, hours);
	return starts.map((from, nth) =>
		textsAt(lines, kept, from, starts[nth + 1] ?? kept.length),
	);
}

describe('rule 1, gap', () => {
	test.each<[string, string, string, number, boolean]>([
		['exactly 6 h is none', '01 10:00:00', '01 16:00:00', 6, false],
		['6 h and a second is one', '01 10:00:00', '01 16:00:01', 6, true],
		['over midnight', '01 23:00', '02 06:00', 6, true],
		['over midnight, but short', '01 23:00', '02 01:00', 6, false],
		['backwards is none', '02 10:00', '01 10:00', 6, false],
		['half an hour, exactly', '01 10:00', '01 10:30', 0.5, false],
		['half an hour and a minute', '01 10:00', '01 10:31', 0.5, true],
		['a day asked for', '01 10:00', '02 09:00', 24, false],
	])('%s', (_, first, second, hours, isGap) => {
		const lines: Line[] = [
			['Anna', first, 'a'],
			['Anna', second, 'b'],
		];
		expect(texts(lines, hours)).toEqual(isGap ? [['a'], ['b']] : [['a', 'b']]);
	});

	test('looks at the message before, not at the conversation’s first', () => {
		expect(
			texts([
				['Anna', '01 10:00', 'a'],
				['Anna', '01 15:00', 'b'],
				['Anna', '01 20:00', 'c'],
			]),
		).toEqual([['a', 'b', 'c']]);
	});

	test('is seen inside a run of one sender', () => {
		expect(
			texts([
				['me', '01 09:01', 'monday'],
				['me', '03 20:00', 'wednesday'],
			]),
		).toEqual([['monday'], ['wednesday']]);
	});

	test('counts between kept messages: media in between bridges nothing', () => {
		expect(
			texts([
				['Anna', '01 10:00', 'a'],
				['Anna', '01 14:00', 'photo', 'media'],
				['Anna', '01 18:00', 'b'],
			]),
		).toEqual([['a'], ['b']]);
	});

	test('nothing in, nothing out', () => {
		expect(splitAtGaps(keptOf([]), 6)).toEqual([]);
	});
});

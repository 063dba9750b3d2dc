import fc from 'fast-check';
import {expect, test} from 'vitest';
import {dropper} from '../../../source/moderation/selection/dropper.ts';
import {
	decidedByHand,
	droppedMost,
	nearest,
} from '../../../source/moderation/selection/lists.ts';
import {categories, type Scores} from '../../../source/moderation/types.ts';
import {buildTable} from '../../helpers/scored.ts';
import {isDropped, selectionArbitrary} from './arbitrary.ts';

const scoresOf = (given: Record<string, number>): Scores =>
	categories.map(category => given[category] ?? 0);

const scores = new Map([
	['damn', scoresOf({harassment: 0.3})],
	['shit', scoresOf({harassment: 0.55, sexual: 0.1})],
	['wtf', scoresOf({harassment: 0.63})],
	['kill you', scoresOf({harassment: 0.8, 'harassment/threatening': 0.9})],
]);
const texts = new Map([
	['damn', 7],
	['shit', 12],
	['wtf', 40],
	['kill you', 1],
	['unheard', 60],
]);

test('lists the nearest texts on both sides with their two highest scores', () => {
	const {dropped, kept} = nearest(buildTable(texts, scores), 0.6, 2);
	expect(dropped.map(row => row.text)).toEqual(['wtf', 'kill you']);
	expect(kept.map(row => row.text)).toEqual(['shit', 'damn']);
	expect(dropped[1]).toEqual({
		text: 'kill you',
		count: 1,
		isDropped: true,
		byHand: null,
		top: [
			{category: 'harassment/threatening', score: 0.9},
			{category: 'harassment', score: 0.8},
		],
	});
});

test('lists what is dropped most often, unscored texts among it', () => {
	const rows = droppedMost(buildTable(texts, scores), 0.6, 2);
	expect(rows.map(({text, count}) => [text, count])).toEqual([
		['unheard', 60],
		['wtf', 40],
	]);
	expect(rows[0]?.top).toEqual([]);
});

test('finds the same texts in a large table as in a small one', () => {
	const many = new Map<string, number>();
	const manyScores = new Map<string, Scores>();
	for (let index = 0; index < 3000; index++) {
		const text = `text ${index}`;
		many.set(text, ((index * 7919) % 3001) + 1);
		manyScores.set(text, scoresOf({hate: (index % 100) / 100}));
	}
	const table = buildTable(many, manyScores);
	// Above 0.2 most are dropped (searched), above 0.9 few (sorted).
	for (const threshold of [0.2, 0.9]) {
		const drops = dropper(table, threshold);
		const expected = [...many]
			.filter(([text]) => drops(text))
			.sort((a, b) => b[1] - a[1])
			.slice(0, 25);
		expect(
			droppedMost(table, threshold, 25).map(({text, count}) => [text, count]),
		).toEqual(expected);
	}
});

test('lists each text on the side that it falls on, nearest first', () => {
	fc.assert(
		fc.property(
			selectionArbitrary,
			fc.integer({min: 0, max: 100}).map(hundredth => hundredth / 100),
			fc.integer({min: 0, max: 5}),
			({texts, scores, settings}, threshold, n) => {
				const table = buildTable(texts, scores, settings);
				const drops = (text: string) =>
					isDropped(text, scores, threshold, settings);
				const {dropped, kept} = nearest(table, threshold, n);
				const most = droppedMost(table, threshold, n);
				expect(dropped.length).toBeLessThanOrEqual(n);
				for (const row of [...dropped, ...most])
					expect(drops(row.text)).toBe(true);
				for (const row of kept) expect(drops(row.text)).toBe(false);
				for (const row of [...dropped, ...kept, ...most]) {
					expect(row.count).toBe(texts.get(row.text));
					expect(row.isDropped).toBe(drops(row.text));
				}
				const counts = [...texts]
					.filter(([text]) => drops(text))
					.map(([, count]) => count)
					.sort((one, other) => other - one);
				expect(most.map(({count}) => count)).toEqual(counts.slice(0, n));
				const byHand = decidedByHand(table, threshold);
				expect(byHand.map(({text}) => text)).toEqual([
					...settings.byHand.keys(),
				]);
			},
		),
	);
});

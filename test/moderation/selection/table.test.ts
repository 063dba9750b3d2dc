import fc from 'fast-check';
import {expect, test} from 'vitest';
import {barsAt} from '../../../source/moderation/selection/bars.ts';
import {dropper} from '../../../source/moderation/selection/dropper.ts';
import {
	presetOf,
	strict,
} from '../../../source/moderation/selection/settings.ts';
import {
	countsAt,
	histogram,
} from '../../../source/moderation/selection/table.ts';
import {categories, type Scores} from '../../../source/moderation/types.ts';
import {buildTable} from '../../helpers/scored.ts';
import {
	isDropped,
	selectionArbitrary,
	thresholdArbitrary,
} from './arbitrary.ts';

const scoresOf = (harassment: number, violence = 0): Scores =>
	categories.map(category =>
		category === 'harassment'
			? harassment
			: category === 'violence'
				? violence
				: 0,
	);

const texts = new Map([
	['ok', 20],
	['wtf', 40],
	['you idiot', 3],
	['I will kill you', 1],
	['never asked', 2],
]);
const scores = new Map([
	['ok', scoresOf(0)],
	['wtf', scoresOf(0.6)],
	['you idiot', scoresOf(0.7)],
	['I will kill you', scoresOf(0.4, 0.75)],
]);

test.each<[threshold: number, keeps: number, drops: number]>([
	[1, 64, 2],
	[0.75, 64, 2],
	[0.74, 63, 3],
	[0.7, 63, 3],
	[0.69, 60, 6],
	[0.6, 60, 6],
	[0.5999, 20, 46],
	[0, 20, 46],
])(
	'at %d keeps %d and drops %d messages: strictly greater, unscored out',
	(threshold, keeps, drops) => {
		const table = buildTable(texts, scores);
		expect(countsAt(table, threshold)).toEqual({keeps, drops});
		expect(table.unscored).toBe(2);
	},
);

test('counts only the categories that are on', () => {
	const table = buildTable(texts, scores, {categories: new Set(['violence'])});
	expect(countsAt(table, 0.6)).toEqual({keeps: 63, drops: 3});
});

test('lets a category have a threshold of its own', () => {
	const table = buildTable(texts, scores, {
		thresholds: new Map([['harassment', 0.65]]),
	});
	expect(countsAt(table, 0.1)).toEqual({keeps: 60, drops: 6});
	expect(countsAt(table, 1)).toEqual({keeps: 61, drops: 5});
});

test('does by hand what the owner says', () => {
	const table = buildTable(texts, scores, {
		byHand: new Map([
			['wtf', 'keep'],
			['never asked', 'keep'],
			['ok', 'drop'],
		]),
	});
	expect(countsAt(table, 0)).toEqual({keeps: 42, drops: 24});
	expect(countsAt(table, 1)).toEqual({keeps: 46, drops: 20});
});

test('keeps what has no scores only when told so', () => {
	const table = buildTable(texts, scores, {unscored: 'keep'});
	expect(countsAt(table, 1)).toEqual({keeps: 66, drops: 0});
});

test('drops what the scorer flagged where that is asked for', () => {
	const flagged = new Map(scores).set('ok', [...scoresOf(0), 1]);
	const at = (how: 'drop' | 'ignore') =>
		countsAt(buildTable(texts, flagged, {flagged: how}), 0.8);
	expect(at('ignore')).toEqual({keeps: 64, drops: 2});
	expect(at('drop')).toEqual({keeps: 44, drops: 22});
});

test('has a strict preset that drops half sure signs of what files are refused for', () => {
	const {thresholds, flagged, threshold} = strict;
	const hateful = new Map([
		['half', scoresOf(0, 0.51)],
		['rude', scoresOf(0.59)],
		['flagged', [...scoresOf(0.1), 1]],
	]);
	const one = new Map([...hateful.keys()].map(text => [text, 1]));
	const table = buildTable(one, hateful, {thresholds, flagged});
	const drops = dropper(table, threshold);
	expect([...one.keys()].filter(drops)).toEqual(['half', 'flagged']);
	expect(presetOf(threshold, table.settings)?.name).toBe('strict');
	expect(presetOf(0.61, table.settings)).toBeUndefined();
	expect(presetOf(0.8, buildTable(one, hateful).settings)?.name).toBe('0.80');
});

test('puts a score at the edge of a step left of the marker, as the threshold does', () => {
	const bins = histogram(buildTable(texts, scores));
	expect(bins).toHaveLength(20);
	// (0.55, 0.60], (0.65, 0.70], (0.70, 0.75].
	expect([bins[0], bins[11], bins[13], bins[14]]).toEqual([20, 40, 3, 1]);
});

test('has a bar per category', () => {
	const bars = barsAt(buildTable(texts, scores), 0.6);
	expect(bars.map(bar => bar.category)).toEqual([...categories]);
	const common = {on: true, threshold: 0.6, isOwn: false};
	expect(bars.filter(bar => bar.messages > 0)).toEqual([
		{...common, category: 'harassment', messages: 3},
		{...common, category: 'violence', messages: 1},
	]);
});

test('counts as one by one counting does, for any selection', () => {
	fc.assert(
		fc.property(
			selectionArbitrary,
			thresholdArbitrary,
			({texts, scores, settings}, threshold) => {
				const drops = (text: string) =>
					isDropped(text, scores, threshold, settings);
				const sum = (wanted: boolean) =>
					[...texts].reduce(
						(all, [text, count]) =>
							drops(text) === wanted ? all + count : all,
						0,
					);
				const table = buildTable(texts, scores, settings);
				expect(countsAt(table, threshold)).toEqual({
					keeps: sum(false),
					drops: sum(true),
				});
				const dropsByTable = dropper(table, threshold);
				for (const text of texts.keys())
					expect(dropsByTable(text)).toBe(drops(text));
			},
		),
	);
});

test('never keeps less at a higher threshold', () => {
	fc.assert(
		fc.property(
			selectionArbitrary,
			thresholdArbitrary,
			thresholdArbitrary,
			({texts, scores, settings}, a, b) => {
				const table = buildTable(texts, scores, settings);
				const low = countsAt(table, Math.min(a, b));
				const high = countsAt(table, Math.max(a, b));
				expect(low.keeps).toBeLessThanOrEqual(high.keeps);
				expect(low.keeps + low.drops).toBe(high.keeps + high.drops);
			},
		),
	);
});

test('has every scored message in one step, those right of a step line being those that it drops', () => {
	fc.assert(
		fc.property(
			selectionArbitrary,
			fc.integer({min: 0, max: 20}),
			({texts, scores, settings}, step) => {
				const {categories} = settings;
				const table = buildTable(texts, scores, {
					categories,
					unscored: 'keep',
				});
				const bins = histogram(table);
				const sum = (some: readonly number[]) =>
					some.reduce((all, count) => all + count, 0);
				expect(sum(bins) + table.unscored).toBe(table.messages);
				expect(countsAt(table, step / 20).drops).toBe(
					sum(bins.slice(step)) - (step === 0 ? table.zeros : 0),
				);
			},
		),
	);
});

test('counts a category as one by one counting does', () => {
	fc.assert(
		fc.property(
			selectionArbitrary,
			thresholdArbitrary,
			({texts, scores, settings}, threshold) => {
				const bars = barsAt(buildTable(texts, scores, settings), threshold);
				for (const [index, bar] of bars.entries()) {
					let messages = 0;
					for (const [text, count] of texts)
						if ((scores.get(text)?.[index] ?? -1) > bar.threshold)
							messages += count;
					expect(bar.messages).toBe(messages);
				}
			},
		),
	);
});

import fc from 'fast-check';
import {
	type Category,
	categories,
	type Scores,
} from '../../../source/moderation/types.ts';

/** A score as providers' scores are kept: four decimals, and often on the steps of the slider. */
const scoreArbitrary = fc.oneof(
	fc.integer({min: 0, max: 10_000}).map(step => step / 10_000),
	fc.integer({min: 0, max: 100}).map(step => step / 100),
);

export const thresholdArbitrary = scoreArbitrary;

export const scoresArbitrary: fc.Arbitrary<Scores> = fc.array(scoreArbitrary, {
	minLength: categories.length,
	maxLength: categories.length,
});

const keyArbitrary = fc
	.string({minLength: 1, maxLength: 3, unit: 'grapheme-ascii'})
	.map(text => text.trim())
	.filter(text => text !== '');

const categoriesArbitrary = fc
	.subarray([...categories])
	.map(some => new Set<Category>(some));

/** Texts with counts, scores for most of them, and settings of every sort. */
export const selectionArbitrary = fc
	.array(
		fc.record({
			text: keyArbitrary,
			count: fc.integer({min: 1, max: 50}),
			scores: fc.option(scoresArbitrary, {freq: 8}),
			hand: fc.constantFrom('kept', 'dropped', null, null, null, null),
		}),
		{maxLength: 60},
	)
	.chain(rows =>
		fc
			.record({
				categories: categoriesArbitrary,
				thresholds: fc
					.array(fc.tuple(fc.constantFrom(...categories), scoreArbitrary), {
						maxLength: 2,
					})
					.map(entries => new Map(entries)),
				unscored: fc.constantFrom('drop' as const, 'keep' as const),
			})
			.map(settings => ({
				texts: new Map(rows.map(({text, count}) => [text, count])),
				scores: new Map(
					rows.flatMap(({text, scores}) =>
						scores ? [[text, scores] as const] : [],
					),
				),
				settings: {
					...settings,
					kept: new Set(
						rows.filter(row => row.hand === 'kept').map(row => row.text),
					),
					dropped: new Set(
						rows.filter(row => row.hand === 'dropped').map(row => row.text),
					),
				},
			})),
	);

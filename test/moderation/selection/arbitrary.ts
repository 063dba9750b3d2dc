import fc from 'fast-check';
import type {
	SelectionSettings,
	Verdict,
} from '../../../source/moderation/selection/settings.ts';
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
			hand: fc.constantFrom('keep', 'drop', null, null, null, null),
			flagged: fc.boolean(),
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
				flagged: fc.constantFrom('drop' as const, 'ignore' as const),
			})
			.map(settings => ({
				texts: new Map(rows.map(({text, count}) => [text, count])),
				scores: new Map(
					rows.flatMap(({text, scores, flagged}) =>
						scores ? [[text, flagged ? [...scores, 1] : scores] as const] : [],
					),
				),
				settings: {
					...settings,
					byHand: new Map(
						rows.flatMap(({text, hand}) =>
							hand ? [[text, hand as Verdict] as const] : [],
						),
					),
				},
			})),
	);

/** The rule for one text, word for word: what the table is held against. */
export function isDropped(
	text: string,
	scores: ReadonlyMap<string, Scores>,
	threshold: number,
	settings: SelectionSettings,
): boolean {
	const verdict = settings.byHand.get(text);
	if (verdict) return verdict === 'drop';
	const own = scores.get(text);
	if (!own) return settings.unscored === 'drop';
	if (settings.flagged === 'drop' && own[categories.length]) return true;
	return categories.some(
		(category, index) =>
			settings.categories.has(category) &&
			(own[index] ?? 0) > (settings.thresholds.get(category) ?? threshold),
	);
}

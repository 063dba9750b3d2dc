import {type Category, categories, type Scores} from '../types.ts';

/** Everything that decides about a text besides the threshold. */
export type SelectionSettings = {
	/** The categories that count; a score in any other is ignored. */
	categories: ReadonlySet<Category>;
	/** Thresholds of their own for some categories; the slider moves the rest. */
	thresholds: ReadonlyMap<Category, number>;
	/** What becomes of a text without scores; it fails closed unless told otherwise. */
	unscored: 'drop' | 'keep';
	/** Text keys that the owner kept by hand. */
	kept: ReadonlySet<string>;
	/** Text keys that the owner dropped by hand; this wins where a key is in both. */
	dropped: ReadonlySet<string>;
};

/** The published experiment's second threshold, which kept enough and trained without a refusal. */
export const defaultThreshold = 0.6;

export const defaultSettings: SelectionSettings = {
	categories: new Set(categories),
	thresholds: new Map(),
	unscored: 'drop',
	kept: new Set(),
	dropped: new Set(),
};

/** The level of a text that no threshold drops. */
export const alwaysKept = -1;
/** The level of a text that no threshold keeps. */
export const alwaysDropped = Number.POSITIVE_INFINITY;

/** What decides about a text, from its key and its scores. */
export type Verdict = {
	/**
	The one number that decides: dropped when greater than the threshold.
	Usually the highest score that the slider moves.
	*/
	level: number;
	/** Score of the highest category that is on; 0 where there is none. */
	highest: number;
};

/** Prepares the settings once for many texts. Scores count to four decimals, as they are kept. */
export function judgeBy(
	settings: SelectionSettings,
): (key: string, scores: Scores | undefined) => Verdict {
	const on = categories.flatMap((category, index) =>
		settings.categories.has(category)
			? [{index, own: settings.thresholds.get(category)}]
			: [],
	);
	return (key, scores) => {
		let highest = 0;
		let level = 0;
		for (const {index, own} of on) {
			const score = toStep(scores?.[index] ?? 0) / steps;
			if (score > highest) highest = score;
			if (own === undefined) level = Math.max(level, score);
			else if (score > own) level = alwaysDropped;
		}
		if (!scores && settings.unscored === 'drop') level = alwaysDropped;
		if (!scores && settings.unscored === 'keep') level = alwaysKept;
		if (settings.kept.has(key)) level = alwaysKept;
		if (settings.dropped.has(key)) level = alwaysDropped;
		return {level, highest};
	};
}

/** Scores are kept to four decimals (`store/scores.ts`), so this many steps lose nothing. */
export const steps = 10_000;

/** A score as a whole number of ten-thousandths: with those, 0.15 × 20 is not more than 3. */
export const toStep = (score: number): number => Math.round(score * steps);

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

/** Score of the highest category that is on; 0 where none is. */
export function highestScore(
	scores: Scores,
	settings: Pick<SelectionSettings, 'categories'>,
): number {
	let highest = 0;
	for (const [index, category] of categories.entries()) {
		if (settings.categories.has(category))
			highest = Math.max(highest, scores[index] ?? 0);
	}
	return highest;
}

/**
The one number that decides about a text: it is dropped when its level is
greater than the threshold. Usually the highest score that the slider moves.
*/
export function levelOf(
	key: string,
	scores: Scores | undefined,
	settings: SelectionSettings,
): number {
	if (settings.dropped.has(key)) return alwaysDropped;
	if (settings.kept.has(key)) return alwaysKept;
	if (!scores) return settings.unscored === 'drop' ? alwaysDropped : alwaysKept;
	let level = 0;
	for (const [index, category] of categories.entries()) {
		if (!settings.categories.has(category)) continue;
		const score = scores[index] ?? 0;
		const own = settings.thresholds.get(category);
		if (own === undefined) level = Math.max(level, score);
		else if (score > own) return alwaysDropped;
	}
	return level;
}

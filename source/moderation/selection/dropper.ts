import type {Scores} from '../types.ts';
import {
	alwaysKept,
	defaultSettings,
	judgeBy,
	type SelectionSettings,
} from './settings.ts';
import {textKey} from './texts.ts';

/**
What moderation says about a text: true where the data set drops it, which is
when a score is greater than the threshold (0 to 1), when it was dropped by
hand, or when it has no scores. Settings not given are `defaultSettings`.
Blank texts are never dropped here: the data set counts them on its own.
*/
export function dropper(
	scores: ReadonlyMap<string, Scores>,
	threshold: number,
	options: Partial<SelectionSettings> = {},
): (text: string) => boolean {
	const levelOf = leveller(scores, options);
	return text => levelOf(text) > threshold;
}

/** The same for every threshold at once: the level of a text, dropped where it is greater than the threshold. */
export function leveller(
	scores: ReadonlyMap<string, Scores>,
	options: Partial<SelectionSettings> = {},
): (text: string) => number {
	const judge = judgeBy({...defaultSettings, ...options});
	return text => {
		const key = textKey(text);
		return key === '' ? alwaysKept : judge(key, scores.get(key)).level;
	};
}

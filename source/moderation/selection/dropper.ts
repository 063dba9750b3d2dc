import {alwaysDropped, alwaysKept} from './levels.ts';
import {steps} from './settings.ts';
import type {Table} from './table.ts';
import {textKey} from './texts.ts';

/**
What moderation says about a text: true where the data set drops it, which is
when a score is greater than the threshold (0 to 1), when it was dropped by
hand, or when it has no scores. Blank texts are never dropped here: the data set
counts them on its own.
*/
export function dropper(
	table: Table,
	threshold: number,
): (text: string) => boolean {
	const levelOf = leveller(table);
	return text => levelOf(text) > threshold;
}

/** The same for every threshold at once: the level of a text, dropped where it is greater than the threshold. */
export function leveller({
	columns,
	levels,
	settings,
}: Table): (text: string) => number {
	// A text that was not in play has no scores.
	const unknown =
		settings.unscored === 'drop' ? Number.POSITIVE_INFINITY : alwaysKept;
	return text => {
		const key = textKey(text);
		if (key === '') return alwaysKept;
		const row = columns.rows.get(key);
		if (row === undefined) return unknown;
		const level = levels[row] as number;
		return level === alwaysDropped
			? Number.POSITIVE_INFINITY
			: level < 0
				? alwaysKept
				: level / steps;
	};
}

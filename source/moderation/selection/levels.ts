import {categories} from '../types.ts';
import type {Columns} from './columns.ts';
import {type SelectionSettings, steps, toLine} from './settings.ts';

/** The level of a text that no threshold drops, and of one that no threshold keeps. */
export const alwaysKept = -1;
export const alwaysDropped = steps + 1;

/** What decides about each text, in ten-thousandths. */
export type Levels = {
	/** Dropped when greater than the threshold. Usually the highest score that the slider moves. */
	levels: Int16Array;
	/** Highest score in a category that is on; 0 where there is none. */
	highest: Int16Array;
};

/** The levels of all texts. Pauses after each category. */
export function* levelsOf(
	columns: Columns,
	settings: SelectionSettings,
): Generator<void, Levels> {
	const {length} = columns.texts;
	const levels = new Int16Array(length);
	const highest = new Int16Array(length);
	for (const [index, category] of categories.entries()) {
		const column = columns.scores[index];
		if (!column || !settings.categories.has(category)) continue;
		const own = settings.thresholds.get(category);
		const line = own === undefined ? null : toLine(own);
		for (let row = 0; row < length; row++) {
			const score = column[row] as number;
			if (score > (highest[row] as number)) highest[row] = score;
			const level = line === null ? score : score > line ? alwaysDropped : 0;
			if (level > (levels[row] as number)) levels[row] = level;
		}
		yield;
	}
	decide(levels, columns, settings);
	return {levels, highest};
}

/** What counts more than any score. */
function decide(
	levels: Int16Array,
	{scored, flagged, rows}: Columns,
	settings: SelectionSettings,
): void {
	const unscored = settings.unscored === 'drop' ? alwaysDropped : alwaysKept;
	const dropsFlagged = settings.flagged === 'drop';
	for (let row = 0; row < levels.length; row++) {
		if (scored[row] === 0) levels[row] = unscored;
		else if (dropsFlagged && flagged[row] === 1) levels[row] = alwaysDropped;
	}
	for (const [text, verdict] of settings.byHand) {
		const row = rows.get(text);
		if (row !== undefined)
			levels[row] = verdict === 'keep' ? alwaysKept : alwaysDropped;
	}
}

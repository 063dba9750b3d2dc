import {categories, type Scores} from '../types.ts';
import {addToBars, sumFromAbove} from './bars.ts';
import {
	alwaysDropped,
	defaultSettings,
	judgeBy,
	type SelectionSettings,
	steps,
	toStep,
} from './settings.ts';

/** All distinct texts with what decides about them, sorted once so that a step of the slider is a binary search. */
export type Table = {
	/** By level, lowest first; equal levels in the order given. */
	texts: readonly string[];
	/** Dropped when greater than the threshold (`settings.ts`). */
	levels: Float64Array;
	/** Messages with this text. */
	counts: Float64Array;
	/** Messages with any of the first n texts, at n. */
	sums: Float64Array;
	/** Rows by count, most messages first; of equal ones the highest score first. */
	byCount: Uint32Array;
	/** Messages per step of 0.05, by the highest score; texts without scores are in none. */
	bins: readonly number[];
	/** Per category, messages above each ten-thousandth (`bars.ts`). */
	above: readonly Float64Array[];
	/** Messages in all, and those among them without scores. */
	messages: number;
	unscored: number;
	scores: ReadonlyMap<string, Scores>;
	settings: SelectionSettings;
};

/**
Sorts all texts (keys with their number of messages, as `distinctTexts` gives
them) by the highest score in a category that is on. Build it again when
scores or settings change; the threshold needs no new table.
*/
export function buildTable(
	texts: ReadonlyMap<string, number>,
	scores: ReadonlyMap<string, Scores>,
	options: Partial<SelectionSettings> = {},
): Table {
	const settings = {...defaultSettings, ...options};
	const judge = judgeBy(settings);
	const keys = [...texts.keys()];
	const given = Float64Array.from(texts.values());
	const levels = new Float64Array(keys.length);
	const bins = new Array<number>(20).fill(0);
	const above = categories.map(() => new Float64Array(steps + 2));
	let unscored = 0;
	for (const [row, key] of keys.entries()) {
		const count = given[row] ?? 0;
		const own = scores.get(key);
		const {level, highest} = judge(key, own);
		levels[row] = level;
		if (own) {
			const bin = Math.max(0, Math.ceil(toStep(highest) / 500) - 1);
			bins[bin] = (bins[bin] ?? 0) + count;
			addToBars(above, own, count);
		} else unscored += count;
	}
	const order = sortRows(levels.map(rankOf));
	const counts = gather(given, order);
	return {
		texts: Array.from(order, row => keys[row] ?? ''),
		levels: gather(levels, order),
		counts,
		sums: sumUp(counts),
		byCount: sortRows(counts).reverse(),
		bins,
		above: above.map(sumFromAbove),
		messages: counts.reduce((all, count) => all + count, 0),
		unscored,
		scores,
		settings,
	};
}

/** A level as a whole number that sorts like it. */
const rankOf = (level: number): number =>
	level === alwaysDropped ? steps + 2 : toStep(Math.max(level, -1 / steps)) + 1;

/**
Rows by rank, lowest first, equal ranks in their order. Ranks are whole and below
2^21, so rank and row fit one number: a million of these sort in a tenth of the
time that a comparing function takes.
*/
function sortRows(ranks: Float64Array): Uint32Array {
	const rows = 2 ** 32;
	const sorted = ranks.map((rank, row) => rank * rows + row).sort();
	return Uint32Array.from(sorted, packed => packed % rows);
}

/** Messages that a threshold (0 to 1) keeps and drops; a score equal to the threshold is kept. */
export function countsAt(
	table: Table,
	threshold: number,
): {keeps: number; drops: number} {
	const keeps = table.sums[firstDropped(table, threshold)] ?? 0;
	return {keeps, drops: table.messages - keeps};
}

/**
Messages by highest score in 20 steps of 0.05. A step holds its upper end, not
its lower one, so what lies right of a threshold is exactly what it drops (by
hand and without scores aside).
*/
export const histogram = (table: Table): readonly number[] => table.bins;

/** Index of the first row whose level is greater than the threshold. */
export function firstDropped({levels}: Table, threshold: number): number {
	let low = 0;
	let high = levels.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((levels[middle] ?? 0) > threshold) high = middle;
		else low = middle + 1;
	}
	return low;
}

function gather(values: Float64Array, order: Uint32Array): Float64Array {
	const gathered = new Float64Array(order.length);
	for (let index = 0; index < order.length; index++)
		gathered[index] = values[order[index] ?? 0] ?? 0;
	return gathered;
}

/** At n the sum of the first n. */
function sumUp(counts: Float64Array): Float64Array {
	const sums = new Float64Array(counts.length + 1);
	for (const [index, count] of counts.entries())
		sums[index + 1] = (sums[index] ?? 0) + count;
	return sums;
}

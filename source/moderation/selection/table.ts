import type {Scores} from '../types.ts';
import {countByCategory} from './bars.ts';
import {
	defaultSettings,
	highestScore,
	levelOf,
	type SelectionSettings,
} from './settings.ts';

/** All distinct texts with what decides about them, sorted once so that a step of the slider is a binary search. */
export type Table = {
	/** By level, lowest first; equal levels by text. */
	texts: readonly string[];
	/** Dropped when greater than the threshold (`levelOf`). */
	levels: Float64Array;
	/** Messages with this text. */
	counts: Float64Array;
	/** Messages with any of the first n texts, at n. */
	sums: Float64Array;
	/** Rows by count, most messages first; equal counts by text. */
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
	const rows = [...texts].map(([text, count]) => ({
		text,
		count,
		level: levelOf(text, scores.get(text), settings),
	}));
	rows.sort((a, b) => compare(a.level, b.level) || compare(a.text, b.text));
	const counts = Float64Array.from(rows, row => row.count);
	const sums = new Float64Array(rows.length + 1);
	for (const [index, count] of counts.entries())
		sums[index + 1] = (sums[index] ?? 0) + count;
	return {
		texts: rows.map(row => row.text),
		levels: Float64Array.from(rows, row => row.level),
		counts,
		sums,
		byCount: rowsByCount(rows),
		bins: countByStep(texts, scores, settings),
		above: countByCategory(texts, scores),
		messages: sums.at(-1) ?? 0,
		unscored: countUnscored(texts, scores),
		scores,
		settings,
	};
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

export const compare = <T extends number | string>(a: T, b: T): number =>
	a < b ? -1 : a > b ? 1 : 0;

function rowsByCount(
	rows: readonly {text: string; count: number}[],
): Uint32Array {
	const order = rows.map((row, index) => ({...row, index}));
	order.sort((a, b) => b.count - a.count || compare(a.text, b.text));
	return Uint32Array.from(order, row => row.index);
}

function countByStep(
	texts: ReadonlyMap<string, number>,
	scores: ReadonlyMap<string, Scores>,
	settings: SelectionSettings,
): number[] {
	const bins = new Array<number>(20).fill(0);
	for (const [text, count] of texts) {
		const own = scores.get(text);
		if (!own) continue;
		// Scores have four decimals; whole numbers keep 0.15 × 20 from being more than 3.
		const highest = Math.round(highestScore(own, settings) * 10_000);
		const bin = Math.min(19, Math.max(0, Math.ceil(highest / 500) - 1));
		bins[bin] = (bins[bin] ?? 0) + count;
	}
	return bins;
}

function countUnscored(
	texts: ReadonlyMap<string, number>,
	scores: ReadonlyMap<string, Scores>,
): number {
	let messages = 0;
	for (const [text, count] of texts) if (!scores.has(text)) messages += count;
	return messages;
}

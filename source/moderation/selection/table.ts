import {countAbove} from './bars.ts';
import type {Columns} from './columns.ts';
import {alwaysDropped, levelsOf} from './levels.ts';
import {type Ranking, rankMost} from './ranking.ts';
import {type SelectionSettings, toLine} from './settings.ts';

/** All distinct texts in the order of what decides about them: a step of the slider only looks things up. */
export type Table = {
	columns: Columns;
	settings: SelectionSettings;
	/** Of each row, in ten-thousandths (`levels.ts`). */
	levels: Int16Array;
	/** Rows by level, lowest first; equal levels in the order given. */
	order: Uint32Array;
	/** By level + 1: where in the order it begins, and messages in front of that. */
	starts: Uint32Array;
	sums: Float64Array;
	/** What each hundredth drops most often. */
	most: Ranking;
	/** Messages per step of 0.05, by the highest score; texts without scores are in none. */
	bins: readonly number[];
	/** Messages that score 0, in the first step but above no threshold. */
	zeros: number;
	/** Per category, messages above each ten-thousandth (`bars.ts`). */
	above: readonly Float64Array[];
	/** Messages in all, and those among them without scores. */
	messages: number;
	unscored: number;
};

/**
Orders all texts by the highest score in a category that is on. Make it again
when scores or settings change (with the one before, whose counts stay true for
the same scores); the threshold needs no new table. A million texts take up to
a second.
*/
export function tableOf(
	columns: Columns,
	settings: SelectionSettings,
	before: Table | null = null,
): Table {
	const steps = tableInSteps(columns, settings, before);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/** The same with pauses, some milliseconds apart, for whoever has keys to answer meanwhile. */
export function* tableInSteps(
	columns: Columns,
	settings: SelectionSettings,
	before: Table | null = null,
): Generator<void, Table> {
	const {levels, highest} = yield* levelsOf(columns, settings);
	const {order, starts, sums} = orderByLevel(levels, columns.counts);
	yield;
	const {bins, zeros, unscored} = binsOf(columns, highest);
	yield;
	return {
		columns,
		settings,
		levels,
		order,
		starts,
		sums,
		most: yield* rankMost(columns.counts, order, starts),
		bins,
		zeros,
		above:
			before?.columns === columns ? before.above : yield* countAbove(columns),
		messages: sums.at(-1) ?? 0,
		unscored,
	};
}

/** Levels are few and whole, so they are counted instead of compared. */
function orderByLevel(
	levels: Int16Array,
	counts: Float64Array,
): Pick<Table, 'order' | 'starts' | 'sums'> {
	const ranks = alwaysDropped + 2;
	const starts = new Uint32Array(ranks + 1);
	const sums = new Float64Array(ranks + 1);
	for (let row = 0; row < levels.length; row++) {
		const next = (levels[row] as number) + 2;
		starts[next] = (starts[next] as number) + 1;
		sums[next] = (sums[next] as number) + (counts[row] as number);
	}
	for (let rank = 1; rank <= ranks; rank++) {
		starts[rank] = (starts[rank] as number) + (starts[rank - 1] as number);
		sums[rank] = (sums[rank] as number) + (sums[rank - 1] as number);
	}
	const order = new Uint32Array(levels.length);
	const free = starts.slice();
	for (let row = 0; row < levels.length; row++) {
		const rank = (levels[row] as number) + 1;
		const place = free[rank] as number;
		order[place] = row;
		free[rank] = place + 1;
	}
	return {order, starts, sums};
}

function binsOf(
	{counts, scored}: Columns,
	highest: Int16Array,
): Pick<Table, 'bins' | 'zeros' | 'unscored'> {
	const bins = new Array<number>(20).fill(0);
	let zeros = 0;
	let unscored = 0;
	for (let row = 0; row < highest.length; row++) {
		const count = counts[row] as number;
		const score = highest[row] as number;
		if (scored[row] === 0) unscored += count;
		else {
			if (score === 0) zeros += count;
			const bin = Math.max(0, Math.ceil(score / 500) - 1);
			bins[bin] = (bins[bin] as number) + count;
		}
	}
	return {bins, zeros, unscored};
}

/** Messages that a threshold (0 to 1) keeps and drops; a score equal to the threshold is kept. */
export function countsAt(
	{sums, messages}: Table,
	threshold: number,
): {keeps: number; drops: number} {
	const keeps = sums[toLine(threshold) + 2] ?? 0;
	return {keeps, drops: messages - keeps};
}

/**
Messages by highest score in 20 steps of 0.05. A step holds its upper end, not
its lower one, so what lies right of a threshold is exactly what it drops (by
hand, by own thresholds and without scores aside).
*/
export const histogram = (table: Table): readonly number[] => table.bins;

/** Place in the order of the first row whose level is greater than the threshold. */
export const firstDropped = ({starts}: Table, threshold: number): number =>
	starts[toLine(threshold) + 2] ?? 0;

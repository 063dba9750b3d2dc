import {type Category, categories, type Scores} from '../types.ts';
import {steps, toStep} from './settings.ts';
import type {Table} from './table.ts';

export type Bar = {
	category: Category;
	on: boolean;
	/** The category's own threshold, or the slider's. */
	threshold: number;
	/** Messages with a score above it, switched on or not. */
	messages: number;
};

/** Per category, how many messages are above its threshold (the slider's, 0 to 1, unless it has its own). */
export function barsAt(table: Table, threshold: number): Bar[] {
	const {categories: on, thresholds} = table.settings;
	return categories.map((category, index) => {
		const own = thresholds.get(category) ?? threshold;
		const step = Math.max(-1, Math.floor(own * steps + 1e-6));
		return {
			category,
			on: on.has(category),
			threshold: own,
			messages: table.above[index]?.[step + 1] ?? 0,
		};
	});
}

/** Counts the messages of a text under its score, per category. */
export function addToBars(
	bars: readonly Float64Array[],
	scores: Scores,
	messages: number,
): void {
	// By index: an iterator here is most of the time that a large table takes.
	for (let index = 0; index < bars.length; index++) {
		const bar = bars[index] as Float64Array;
		const step = toStep(scores[index] ?? 0);
		bar[step] = (bar[step] ?? 0) + messages;
	}
}

/** Counts per step become, at n + 1, the messages with more than n steps; at 0 all that are scored. */
export function sumFromAbove(bar: Float64Array): Float64Array {
	for (let step = bar.length - 2; step >= 0; step--)
		bar[step] = (bar[step] ?? 0) + (bar[step + 1] ?? 0);
	return bar;
}

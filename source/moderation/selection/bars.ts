import {type Category, categories, type Scores} from '../types.ts';
import type {Table} from './table.ts';

/** Scores are kept to four decimals (`store/scores.ts`), so this many steps lose nothing. */
const steps = 10_000;

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

/** Per category, at n + 1 the messages whose score is more than n ten-thousandths; at 0 all that are scored. */
export function countByCategory(
	texts: ReadonlyMap<string, number>,
	scores: ReadonlyMap<string, Scores>,
): Float64Array[] {
	return categories.map((_, index) => {
		const above = new Float64Array(steps + 2);
		for (const [text, count] of texts) {
			const score = scores.get(text)?.[index];
			if (score === undefined) continue;
			const step = Math.round(score * steps);
			above[step] = (above[step] ?? 0) + count;
		}
		for (let step = steps - 1; step >= 0; step--)
			above[step] = (above[step] ?? 0) + (above[step + 1] ?? 0);
		return above;
	});
}

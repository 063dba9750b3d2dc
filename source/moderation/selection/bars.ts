import {type Category, categories} from '../types.ts';
import type {Columns} from './columns.ts';
import {steps, toLine} from './settings.ts';
import type {Table} from './table.ts';

export type Bar = {
	category: Category;
	on: boolean;
	/** The category's own threshold, or the slider's. */
	threshold: number;
	/** Whether it is the category's own. */
	isOwn: boolean;
	/** Messages with a score above it, switched on or not. */
	messages: number;
};

/** Per category, how many messages are above its threshold (the slider's, 0 to 1, unless it has its own). */
export function barsAt(table: Table, threshold: number): Bar[] {
	const {categories: on, thresholds} = table.settings;
	return categories.map((category, index) => {
		const own = thresholds.get(category);
		const line = own ?? threshold;
		return {
			category,
			on: on.has(category),
			threshold: line,
			isOwn: own !== undefined,
			messages: table.above[index]?.[toLine(line) + 1] ?? 0,
		};
	});
}

/** Per category, at n the messages with n ten-thousandths or more; at 0 all that are scored. Pauses after each category. */
export function* countAbove({
	scores,
	scored,
	counts,
}: Columns): Generator<void, Float64Array[]> {
	const all: Float64Array[] = [];
	for (const column of scores) {
		const above = new Float64Array(steps + 2);
		for (let row = 0; row < column.length; row++) {
			if (scored[row] === 0) continue;
			const step = column[row] as number;
			above[step] = (above[step] as number) + (counts[row] as number);
		}
		for (let step = steps; step >= 0; step--)
			above[step] = (above[step] as number) + (above[step + 1] as number);
		all.push(above);
		yield;
	}
	return all;
}

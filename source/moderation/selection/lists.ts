import {type Category, categories, type Scores} from '../types.ts';
import {alwaysDropped, alwaysKept} from './settings.ts';
import {firstDropped, type Table} from './table.ts';

/** A text as the moderation screen lists it. */
export type Row = {
	text: string;
	/** Messages with this text. */
	count: number;
	/** The two highest scores among the categories that are on, highest first; none without scores. */
	top: {category: Category; score: number}[];
};

/**
The n texts next to the line on both sides, nearest first: `dropped` are just
above the threshold, `kept` at or below it. Texts that no threshold moves (by
hand, without scores, by a category's own threshold) are left out.
*/
export function nearest(
	table: Table,
	threshold: number,
	n: number,
): {dropped: Row[]; kept: Row[]} {
	const line = firstDropped(table, threshold);
	const dropped: Row[] = [];
	for (let row = line; dropped.length < n; row++) {
		if ((table.levels[row] ?? alwaysDropped) === alwaysDropped) break;
		dropped.push(rowOf(table, row));
	}
	const kept: Row[] = [];
	for (let row = line - 1; kept.length < n; row--) {
		if ((table.levels[row] ?? alwaysKept) === alwaysKept) break;
		kept.push(rowOf(table, row));
	}
	return {dropped, kept};
}

/** Below so many dropped texts it is quicker to sort them than to search the whole table. */
const fewDropped = 1000;

/** The n texts that a threshold drops most often, most messages first; of equal ones the highest score first. */
export function droppedMost(table: Table, threshold: number, n: number): Row[] {
	const line = firstDropped(table, threshold);
	const {counts, texts} = table;
	const rows: number[] = [];
	if (texts.length - line <= fewDropped) {
		for (let row = line; row < texts.length; row++) rows.push(row);
		rows.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || b - a);
	} else {
		for (const row of table.byCount) {
			if (rows.length >= n) break;
			if (row >= line) rows.push(row);
		}
	}
	return rows.slice(0, n).map(row => rowOf(table, row));
}

function rowOf(table: Table, row: number): Row {
	const text = table.texts[row] ?? '';
	const scores: Scores = table.scores.get(text) ?? [];
	const top = categories
		.map((category, index) => ({category, score: scores[index] ?? 0}))
		.filter(
			({category}) =>
				scores.length > 0 && table.settings.categories.has(category),
		)
		.sort((a, b) => b.score - a.score)
		.slice(0, 2);
	return {text, count: table.counts[row] ?? 0, top};
}

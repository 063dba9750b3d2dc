import {type Category, categories} from '../types.ts';
import {isFixed, mostRanked} from './ranking.ts';
import {steps, toLine, type Verdict} from './settings.ts';
import {firstDropped, type Table} from './table.ts';

/** A text as the moderation screen lists it. */
export type Row = {
	text: string;
	/** Messages with this text. */
	count: number;
	isDropped: boolean;
	/** What the owner said about it; null where the scores decide. */
	byHand: Verdict | null;
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
	const rows = (from: number, by: 1 | -1): Row[] => {
		const found: Row[] = [];
		for (let place = from; found.length < n; place += by) {
			const row = table.order[place];
			if (row === undefined || isFixed(table.levels[row] as number)) break;
			found.push(rowOf(table, row, threshold));
		}
		return found;
	};
	return {dropped: rows(line, 1), kept: rows(line - 1, -1)};
}

/** The n texts (60 at most) that a threshold drops most often, most messages first; of equal ones the highest score first. The threshold counts in hundredths. */
export function droppedMost(table: Table, threshold: number, n: number): Row[] {
	const rows = table.most[Math.round(threshold * 100)] ?? [];
	return Array.from(rows.slice(0, Math.min(n, mostRanked)), row =>
		rowOf(table, row, threshold),
	);
}

/** The texts in play that the owner decided about. */
export const decidedByHand = (table: Table, threshold: number): Row[] =>
	rowsOf(table, table.settings.byHand.keys(), threshold);

/** Those of some texts that are in play. */
export const rowsOf = (
	table: Table,
	texts: Iterable<string>,
	threshold: number,
): Row[] =>
	[...texts].flatMap(text => {
		const row = table.columns.rows.get(text);
		return row === undefined ? [] : [rowOf(table, row, threshold)];
	});

function rowOf(table: Table, row: number, threshold: number): Row {
	const {columns, settings, levels} = table;
	const text = columns.texts[row] ?? '';
	const byHand = settings.byHand.get(text) ?? null;
	const top = categories
		.map((category, index) => ({
			category,
			score: (columns.scores[index]?.[row] ?? 0) / steps,
		}))
		.filter(
			({category}) =>
				columns.scored[row] === 1 && settings.categories.has(category),
		)
		.sort((a, b) => b.score - a.score)
		.slice(0, 2);
	return {
		text,
		count: columns.counts[row] ?? 0,
		isDropped: byHand
			? byHand === 'drop'
			: (levels[row] ?? 0) > toLine(threshold),
		byHand,
		top,
	};
}

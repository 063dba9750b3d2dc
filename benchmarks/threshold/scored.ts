import {
	type Columns,
	enterScores,
	makeColumns,
} from '../../source/moderation/selection/columns.ts';
import {categories} from '../../source/moderation/types.ts';

/** Distinct texts with scores as chats have them: most low, a few high. */
export function manyScored(messages: number): Columns {
	const texts = new Map<string, number>();
	for (let number = 0; number < messages; number++)
		texts.set(`message number ${number}`, 1 + (number % 97 === 0 ? 40 : 0));
	const columns = makeColumns(texts);
	let row = 0;
	for (const text of texts.keys()) {
		const base = ((row * 7919) % 10_007) / 10_007;
		enterScores(
			columns,
			new Map([
				[
					text,
					categories.map((_, at) => base ** (2 + at) * (row % 20 ? 0.2 : 1)),
				],
			]),
		);
		row++;
	}
	return columns;
}

/** Evenly spread ones of those with high scores: few, but as many as fill the same screen. */
export function fewOf(columns: Columns, count: number): Columns {
	const step = Math.floor(columns.texts.length / count / 20) * 20;
	const places = Array.from({length: count}, (_, at) => at * step);
	const texts = places.map(place => columns.texts[place] ?? '');
	const few = makeColumns(
		new Map(
			texts.map((text, at) => [text, columns.counts[places[at] ?? 0] ?? 0]),
		),
	);
	enterScores(
		few,
		new Map(
			places.map((place, at) => [
				texts[at] ?? '',
				columns.scores.map(column => (column[place] ?? 0) / 10_000),
			]),
		),
	);
	return few;
}

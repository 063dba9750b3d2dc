import {categories, type Scores} from '../types.ts';
import {toStep} from './settings.ts';

/** All distinct texts in play with their scores, as columns: a million of them are judged within a moment. */
export type Columns = {
	texts: readonly string[];
	/** The place of each text. */
	rows: ReadonlyMap<string, number>;
	/** Messages with this text. */
	counts: Float64Array;
	/** By category, in ten-thousandths. */
	scores: readonly Uint16Array[];
	/** 1 for a text with scores, and for one that the scorer flagged. */
	scored: Uint8Array;
	flagged: Uint8Array;
};

/** Columns without scores, of texts with their number of messages (`distinctTexts`). */
export function makeColumns(texts: ReadonlyMap<string, number>): Columns {
	const steps = columnsInSteps(texts);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/** Texts between two pauses: a few milliseconds. */
const stride = 5000;

/** The same with pauses, for whoever has keys to answer meanwhile. */
export function* columnsInSteps(
	texts: ReadonlyMap<string, number>,
): Generator<void, Columns> {
	const {size} = texts;
	const keys: string[] = [];
	const rows = new Map<string, number>();
	const counts = new Float64Array(size);
	for (const [key, count] of texts) {
		counts[keys.length] = count;
		rows.set(key, keys.length);
		if (keys.push(key) % stride === 0) yield;
	}
	return {
		texts: keys,
		rows,
		counts,
		scores: categories.map(() => new Uint16Array(size)),
		scored: new Uint8Array(size),
		flagged: new Uint8Array(size),
	};
}

/** Enters scores by text; texts that are not in play are passed over. */
export function enterScores(
	{rows, scores, scored, flagged}: Columns,
	given: ReadonlyMap<string, Scores>,
): void {
	for (const [text, own] of given) {
		const row = rows.get(text);
		if (row === undefined) continue;
		scored[row] = 1;
		flagged[row] = own[categories.length] ? 1 : 0;
		// By index: an iterator here is most of the time that a large table takes.
		for (let index = 0; index < scores.length; index++)
			(scores[index] as Uint16Array)[row] = toStep(own[index] ?? 0);
	}
}

/** Columns as they are now, for whoever keeps them while more is entered. */
export const copyColumns = (columns: Columns): Columns => ({
	...columns,
	scores: columns.scores.map(column => column.slice()),
	scored: columns.scored.slice(),
	flagged: columns.flagged.slice(),
});

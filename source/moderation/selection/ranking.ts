import {alwaysDropped} from './levels.ts';

/** The rows that each hundredth drops most often, most messages first; of equal ones the highest score first. */
export type Ranking = readonly Uint32Array[];

/** More are on no screen. */
export const mostRanked = 60;

/** Rows that are looked at between two pauses: a few milliseconds. */
const stride = 50_000;

/** One pass from the highest level down, with pauses. `starts` is where each level + 1 begins in the order. */
export function* rankMost(
	counts: Float64Array,
	order: Uint32Array,
	starts: Uint32Array,
): Generator<void, Ranking> {
	const ranking: Uint32Array[] = [];
	let best: number[] = [];
	let end = order.length;
	for (let hundredth = 100; hundredth >= 0; hundredth--) {
		const start = starts[hundredth * 100 + 2] as number;
		const before = best;
		for (let place = end - 1; place >= start; place--) {
			best = withRow(best, order[place] as number, counts);
			if (place % stride === 0) yield;
		}
		ranking[hundredth] =
			best === before && ranking[hundredth + 1]
				? (ranking[hundredth + 1] as Uint32Array)
				: Uint32Array.from(best);
		end = start;
	}
	return ranking;
}

/** The same list where a row is too rare for it. */
function withRow(best: number[], row: number, counts: Float64Array): number[] {
	const count = counts[row] as number;
	const isFull = best.length === mostRanked;
	if (isFull && count <= (counts[best.at(-1) as number] as number)) return best;
	const place = best.findIndex(other => (counts[other] as number) < count);
	return best
		.toSpliced(place < 0 ? best.length : place, 0, row)
		.slice(0, mostRanked);
}

/** Whether no threshold keeps or drops it. */
export const isFixed = (level: number): boolean =>
	level < 0 || level === alwaysDropped;

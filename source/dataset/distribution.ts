/** How a number is spread over examples, for a few figures and a small chart. */
export type Distribution = {
	min: number;
	median: number;
	/** 95 of 100 are not above it. */
	p95: number;
	max: number;
	/** `bins` even steps from `min` to `max`; the last one holds `max` too. */
	histogram: number[];
};

/** Bars that fit beside a few words. */
const bins = 12;

/** Beyond this, values are sorted instead of counted one by one. */
const mostCounted = 1 << 20;

/** The nearest-rank percentiles, so that each is a value that occurs; all zeros where there is nothing. Values are whole, from 0. */
export function distributionOf(
	values: readonly number[] | Uint32Array,
): Distribution {
	const sorted = sort(Uint32Array.from(values));
	const histogram = Array<number>(bins).fill(0);
	const at = (share: number) =>
		sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
	const min = at(0);
	const max = at(1);
	const step = (max - min) / bins;
	for (const value of sorted) {
		const bin = step > 0 ? Math.floor((value - min) / step) : 0;
		histogram[Math.min(bin, bins - 1)] =
			(histogram[Math.min(bin, bins - 1)] ?? 0) + 1;
	}
	return {min, median: at(0.5), p95: at(0.95), max, histogram};
}

/** By counting, since these are many and small. */
function sort(values: Uint32Array): Uint32Array {
	let most = 0;
	for (const value of values) if (value > most) most = value;
	if (most > mostCounted) return values.sort();
	const counts = new Uint32Array(most + 1);
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	let from = 0;
	for (const [value, count] of counts.entries()) {
		values.fill(value, from, from + count);
		from += count;
	}
	return values;
}

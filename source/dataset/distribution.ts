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
	const all = Uint32Array.from(values);
	const tally = count(all);
	const at = (share: number): number => {
		let rest = Math.ceil(share * all.length);
		for (const [value, times] of tally) {
			rest -= times;
			if (rest <= 0) return value;
		}
		return 0;
	};
	const min = at(0);
	const max = at(1);
	const step = (max - min) / bins;
	const histogram = Array<number>(bins).fill(0);
	for (const [value, times] of tally) {
		const bin = step > 0 ? Math.floor((value - min) / step) : 0;
		(histogram[Math.min(bin, bins - 1)] as number) += times;
	}
	return {min, median: at(0.5), p95: at(0.95), max, histogram};
}

/** Which values there are, the smallest first, and how many of each. */
function count(values: Uint32Array): [value: number, times: number][] {
	let most = 0;
	for (let at = 0; at < values.length; at++)
		most = Math.max(most, values[at] as number);
	const tally: [number, number][] = [];
	if (most > mostCounted) {
		for (const value of values.sort()) {
			const last = tally.at(-1);
			if (last?.[0] === value) last[1]++;
			else tally.push([value, 1]);
		}
		return tally;
	}
	const counts = new Uint32Array(most + 1);
	for (let at = 0; at < values.length; at++)
		(counts[values[at] as number] as number)++;
	for (let value = 0; value <= most; value++) {
		const times = counts[value] as number;
		if (times > 0) tally.push([value, times]);
	}
	return tally;
}

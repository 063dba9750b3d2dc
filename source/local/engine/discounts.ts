import type {Growing} from './growing.ts';
import {order} from './place.ts';

/** How much is taken from counts of 1, 2 and more, per length of the context: three numbers each. */
export function discountsOf({countsOfCounts}: Growing): Float64Array {
	const discounts = new Float64Array(3 * order);
	for (let depth = 0; depth < order; depth++) {
		const seen = (times: number) => countsOfCounts[5 * depth + times] as number;
		const share = seen(1) / (seen(1) + 2 * seen(2) || 1);
		for (let times = 1; times <= 3; times++) {
			const ratio = seen(times + 1) / (seen(times) || 1);
			const discount = times - (times + 1) * share * ratio;
			// Little text makes the estimate wild; no discount may be 0 or take everything.
			const least = 0.3 * times;
			discounts[3 * depth + times - 1] =
				seen(times) === 0
					? 0.6 * times
					: Math.min(0.95 * times, Math.max(least, discount));
		}
	}

	return discounts;
}

import type {NetworkPlan} from '../network/train.ts';

/** Measurements are so far apart, as a share of the way up to there: little text is learnt by heart early. */
const spacing = 0.15;
/** Measuring takes at most such a share of the time. */
const mostMeasuring = 0.08;

export type Occasions = {
	/** Whether a network is to be measured at a slice of its training. */
	isNow(slice: {slice: number; isLast: boolean}): boolean;
	/** Takes the time of a measurement, and puts the next one off. */
	timed<Result>(slice: number, measure: () => Result): Result;
};

/**
When a network is measured: at its last slice, and ever further apart before.
@param done the slice up to which an earlier run came; where the clock decides nothing, its occasions are gone on with
*/
export function openOccasions(
	{first, minutes}: NetworkPlan,
	done: number,
): Occasions {
	const begun = performance.now();
	const following = (slice: number) =>
		slice + Math.max(1, Math.round(spacing * (slice - first)));
	let spent = 0;
	let next = first + 1;
	while (next <= done) next = following(next);
	return {
		isNow({slice, isLast}) {
			// By the clock only where the clock decides anyway: else the same seed gives the same bytes.
			const isCheap =
				minutes === null ||
				spent <= mostMeasuring * (performance.now() - begun);
			return isLast || (slice >= next && isCheap);
		},
		timed(slice, measure) {
			next = following(slice);
			const from = performance.now();
			const result = measure();
			spent += performance.now() - from;
			return result;
		},
	};
}

/** Failures in a row before the scan gives up; with the back-off about two minutes. */
const maxFailures = 8;
/** A rate limit is no failure, but one that never ends is. */
const maxLimits = 100;
/** Seconds. */
const longestBackOff = 30;

/** What a scan makes of failures that may pass. Times are in milliseconds. */
export type Patience = {
	/**
	Seconds to wait after a failure, as the provider asks or backing off further each time; requests that were in the
	air together fail together, once.
	@returns null where there were too many in a row
	*/
	fail(
		failure: {seconds: number | null; limit: boolean},
		sentAt: number,
		now: number,
	): number | null;
	/** An answer is here: whatever there was, is over. */
	succeed(): void;
	/** Failures in a row. */
	count(): number;
};

export function createPatience(): Patience {
	let failures = 0;
	let limits = 0;
	let last = Number.NEGATIVE_INFINITY;
	return {
		fail({seconds, limit}, sentAt, now) {
			if (sentAt >= last) {
				if (limit) limits++;
				else failures++;
				last = now;
			}
			if (failures >= maxFailures || limits >= maxLimits) return null;
			return seconds || Math.min(longestBackOff, 2 ** (failures + limits - 1));
		},
		succeed() {
			failures = 0;
			limits = 0;
		},
		count: () => failures + limits,
	};
}

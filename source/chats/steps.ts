/** Messages between two pauses of work on a whole chat: a millisecond or two. */
export const STEP = 2000;

/** What work that pauses comes to, without its pauses. */
export function withoutPauses<Result>(steps: Generator<void, Result>): Result {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

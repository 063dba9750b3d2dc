/** Draws the next number, 0 ≤ n < 1. */
export type Random = () => number;

/** A generator that gives the same numbers for the same seed on every machine (mulberry32). */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** 32 bits for a text (FNV-1a over UTF-16 units), continued from `start`. */
export function hashText(text: string, start = 0x811c9dc5): number {
	let hash = start;
	for (let at = 0; at < text.length; at++) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	}

	return hash >>> 0;
}

/** The index that `at` (0 ≤ at < 1) falls on when each index is as wide as its weight; -1 without any weight. */
export function pickWeighted(weights: ArrayLike<number>, at: number): number {
	let total = 0;
	for (let index = 0; index < weights.length; index++) {
		total += weights[index] ?? 0;
	}

	let left = at * total;
	let last = -1;
	for (let index = 0; index < weights.length; index++) {
		const weight = weights[index] ?? 0;
		if (weight <= 0) continue;
		last = index;
		left -= weight;
		if (left < 0) return index;
	}

	return last;
}

import {STEP} from './steps.ts';

/** Gaps of up to this many comparisons are aligned one by one; larger ones have messages that occur once, or nothing in common. */
const LARGEST_TABLE = 250_000;

/**
 * Finds what two sequences have in common, in order, as pairs of places. In long ones what occurs once in both is matched
 * first, then what lies between (a "patience" diff), so that tens of thousands of messages are aligned in one pass. Short
 * ones have their longest common part: there, what occurs once in both may be two different messages, one in front of
 * the other's beginning and one behind the first one's end. Pauses every few milliseconds.
 */
export function* align(
	one: readonly string[],
	other: readonly string[],
): Generator<void, [number, number][]> {
	const pairs: [number, number][] = [];
	const ranges = [{a: 0, aEnd: one.length, b: 0, bEnd: other.length}];
	let compared = 0;
	for (let range = ranges.pop(); range; range = ranges.pop()) {
		let {a, aEnd, b, bEnd} = range;
		while (a < aEnd && b < bEnd && one[a] === other[b])
			if (pairs.push([a++, b++]) % STEP === 0) yield;
		while (a < aEnd && b < bEnd && one[aEnd - 1] === other[bEnd - 1])
			if (pairs.push([--aEnd, --bEnd]) % STEP === 0) yield;
		const comparisons = (aEnd - a) * (bEnd - b);
		if (comparisons === 0) continue;
		if (comparisons <= LARGEST_TABLE) {
			pairs.push(...longestCommon(one, other, {a, aEnd, b, bEnd}));
			compared += comparisons;
			if (compared > LARGEST_TABLE) {
				compared = 0;
				yield;
			}
			continue;
		}
		const anchors = rising(yield* uniquePairs(one, other, {a, aEnd, b, bEnd}));
		yield;
		if (anchors.length === 0) continue;
		for (const [inOne, inOther] of anchors) {
			ranges.push({a, aEnd: inOne, b, bEnd: inOther});
			pairs.push([inOne, inOther]);
			a = inOne + 1;
			b = inOther + 1;
		}
		ranges.push({a, aEnd, b, bEnd});
	}
	return pairs.sort(([x], [y]) => x - y);
}

type Range = {a: number; aEnd: number; b: number; bEnd: number};

/** Places of what occurs once in each of two ranges, in the order of the first. */
function* uniquePairs(
	one: readonly string[],
	other: readonly string[],
	{a, aEnd, b, bEnd}: Range,
): Generator<void, [number, number][]> {
	const inOne = yield* uniquePlaces(one, a, aEnd);
	const inOther = yield* uniquePlaces(other, b, bEnd);
	const pairs: [number, number][] = [];
	let looked = 0;
	for (const [key, place] of inOne) {
		const partner = inOther.get(key) ?? -1;
		if (place >= 0 && partner >= 0) pairs.push([place, partner]);
		if (++looked % STEP === 0) yield;
	}
	return pairs;
}

/** The place of each key of a range; -1 where it occurs again. */
function* uniquePlaces(
	keys: readonly string[],
	from: number,
	to: number,
): Generator<void, Map<string, number>> {
	const places = new Map<string, number>();
	for (let at = from; at < to; at++) {
		const key = keys[at] as string;
		places.set(key, places.has(key) ? -1 : at);
		if (at % STEP === 0) yield;
	}
	return places;
}

/** The longest part of pairs whose second places rise, too (patience sorting). */
function rising(pairs: readonly [number, number][]): [number, number][] {
	const tops: number[] = [];
	const before = new Int32Array(pairs.length);
	const second = (at: number) => pairs[at]?.[1] ?? -1;
	for (let at = 0; at < pairs.length; at++) {
		let low = 0;
		let high = tops.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (second(tops[middle] as number) < second(at)) low = middle + 1;
			else high = middle;
		}
		before[at] = low > 0 ? (tops[low - 1] as number) : -1;
		tops[low] = at;
	}
	const longest: [number, number][] = [];
	for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] as number)
		longest.push(pairs[at] as [number, number]);
	return longest.reverse();
}

/** The longest common subsequence of two short ranges. */
function longestCommon(
	one: readonly string[],
	other: readonly string[],
	{a, aEnd, b, bEnd}: Range,
): [number, number][] {
	const width = bEnd - b + 1;
	const table = new Uint16Array((aEnd - a + 1) * width);
	const at = (i: number, j: number) => (i - a) * width + j - b;
	for (let i = aEnd - 1; i >= a; i--)
		for (let j = bEnd - 1; j >= b; j--)
			table[at(i, j)] =
				one[i] === other[j]
					? (table[at(i + 1, j + 1)] as number) + 1
					: Math.max(
							table[at(i + 1, j)] as number,
							table[at(i, j + 1)] as number,
						);
	const pairs: [number, number][] = [];
	for (let i = a, j = b; i < aEnd && j < bEnd; )
		if (one[i] === other[j]) pairs.push([i++, j++]);
		else if ((table[at(i + 1, j)] as number) >= (table[at(i, j + 1)] as number))
			i++;
		else j++;
	return pairs;
}

import {discountsOf} from './discounts.ts';
import type {Growing} from './growing.ts';
import type {NgramData} from './ngram.ts';
import type {Pairs} from './pairs.ts';

/** Puts counts in order; probabilities stay exactly what they were. */
export function freeze(growing: Growing): NgramData {
	const {contexts, grams, vocabularySize} = growing;
	const size = contexts.size + 1;
	const firstChild = new Uint32Array(size + 1).fill(size);
	const childToken = new Uint16Array(size);
	const former = new Uint32Array(size);
	const sorted = sortPairs(contexts, size, vocabularySize);
	let made = 1;
	for (let context = 0; context < size; context++) {
		const old = former[context] as number;
		firstChild[context] = made;
		const to = sorted.first[old + 1] as number;
		for (let at = sorted.first[old] as number; at < to; at++) {
			const child = sorted.ids[at] as number;
			childToken[made] = contexts.right[child] as number;
			former[made++] = child + 1;
		}
	}

	const followers = sortPairs(grams, size, vocabularySize);
	const firstFollower = new Uint32Array(size + 1);
	const followerToken = new Uint16Array(grams.size);
	const followerCount = new Uint32Array(grams.size);
	let filled = 0;
	for (let context = 0; context < size; context++) {
		firstFollower[context] = filled;
		const old = former[context] as number;
		const to = followers.first[old + 1] as number;
		for (let at = followers.first[old] as number; at < to; at++) {
			const gram = followers.ids[at] as number;
			followerToken[filled] = grams.right[gram] as number;
			followerCount[filled++] = growing.counts[gram] as number;
		}
	}

	firstFollower[size] = filled;
	const discounts = discountsOf(growing);
	return {
		vocabularySize,
		discounts,
		firstChild,
		childToken,
		firstFollower,
		followerToken,
		followerCount,
	};
}

/** Numbers of the pairs by left, then by right; those of left l stand at first[l] … first[l + 1] - 1. Two counting sorts: linear in the pairs. */
function sortPairs(pairs: Pairs, lefts: number, rights: number) {
	const {size, left, right} = pairs;
	const byRight = countingSort(size, rights, id => right[id] as number).ids;
	return countingSort(
		size,
		lefts,
		at => left[byRight[at] as number] as number,
		at => byRight[at] as number,
	);
}

function countingSort(
	size: number,
	keys: number,
	keyOf: (at: number) => number,
	idOf = (at: number) => at,
): {ids: Uint32Array; first: Uint32Array} {
	const first = new Uint32Array(keys + 1);
	for (let at = 0; at < size; at++) (first[keyOf(at) + 1] as number)++;
	for (let key = 0; key < keys; key++) {
		(first[key + 1] as number) += first[key] as number;
	}

	const next = first.slice();
	const ids = new Uint32Array(size);
	for (let at = 0; at < size; at++) {
		const key = keyOf(at);
		ids[(next[key] as number)++] = idOf(at);
	}

	return {ids, first};
}

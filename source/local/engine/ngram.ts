import {order, type Place, tokenBefore} from './place.ts';

/**
 * A finished n-gram model in flat arrays. Contexts are numbered by length, then by parent, then by token,
 * so that the children of a context, and the tokens that follow it, stand together and in order.
 */
export type Ngram = NgramData & {
	/** Per context: sum of the counts, and how much of it goes to shorter contexts. */
	totals: Uint32Array;
	free: Float64Array;
	/** Probability of each token without any context. */
	unigrams: Float64Array;
};

/** What a model file holds of it; the rest follows from this. */
export type NgramData = {
	vocabularySize: number;
	discounts: Float64Array;
	/** Context c has the children firstChild[c] … firstChild[c + 1] - 1; their oldest token is childToken. */
	firstChild: Uint32Array;
	childToken: Uint16Array;
	/** Context c is followed by the tokens at firstFollower[c] … firstFollower[c + 1] - 1. */
	firstFollower: Uint32Array;
	followerToken: Uint16Array;
	followerCount: Uint32Array;
};

/** Fills in what follows from the data. */
export function complete(data: NgramData): Ngram {
	const {discounts, firstChild, firstFollower, followerCount} = data;
	const size = firstChild.length - 1;
	const totals = new Uint32Array(size);
	const free = new Float64Array(size);
	let depth = 0;
	let nextDepth = 1;
	for (let context = 0; context < size; context++) {
		if (context === nextDepth) {
			depth++;
			// The first child of the first context of a length begins the next length.
			nextDepth = firstChild[context] as number;
		}

		let total = 0;
		let ones = 0;
		let twos = 0;
		const from = firstFollower[context] as number;
		const to = firstFollower[context + 1] as number;
		for (let at = from; at < to; at++) {
			const count = followerCount[at] as number;
			total += count;
			if (count === 1) ones++;
			if (count === 2) twos++;
		}

		totals[context] = total;
		free[context] =
			ones * (discounts[3 * depth] as number) +
			twos * (discounts[3 * depth + 1] as number) +
			(to - from - ones - twos) * (discounts[3 * depth + 2] as number);
	}

	const unigrams = new Float64Array(data.vocabularySize);
	const ngram: Ngram = {...data, totals, free, unigrams};
	const total = totals[0] as number;
	unigrams.fill(
		total === 0
			? 1 / unigrams.length
			: (free[0] as number) / unigrams.length / total,
	);
	addFollowers(ngram, 0, 0, 1, unigrams);
	return ngram;
}

const path = new Uint32Array(order);

/** Finds the contexts known at `place`, from the empty one on; returns the length of the longest. */
function walk(ngram: Ngram, place: Place): number {
	path[0] = 0;
	for (let depth = 1; depth < order; depth++) {
		const parent = path[depth - 1] as number;
		const token = tokenBefore(place, depth);
		let low = ngram.firstChild[parent] as number;
		let high = ngram.firstChild[parent + 1] as number;
		const end = high;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((ngram.childToken[middle] as number) < token) low = middle + 1;
			else high = middle;
		}

		if (low === end || ngram.childToken[low] !== token) return depth - 1;
		path[depth] = low;
	}

	return order - 1;
}

/**
 * Writes the probability of each token at `place` into `into` (all above 0, together 1);
 * returns how many tokens of the context are known.
 */
export function distribute(
	ngram: Ngram,
	place: Place,
	into: Float64Array,
): number {
	const {totals, free, unigrams} = ngram;
	const longest = walk(ngram, place);
	let share = 1;
	for (let depth = longest; depth > 0; depth--) {
		const context = path[depth] as number;
		share *= (free[context] as number) / (totals[context] as number);
	}

	for (let token = 0; token < unigrams.length; token++) {
		into[token] = (unigrams[token] as number) * share;
	}

	share = 1;
	for (let depth = longest; depth > 0; depth--) {
		const context = path[depth] as number;
		addFollowers(ngram, context, depth, share, into);
		share *= (free[context] as number) / (totals[context] as number);
	}

	return longest;
}

/** Adds what a context's own counts say, after the discount and times `share`. */
function addFollowers(
	{discounts, firstFollower, followerToken, followerCount, totals}: Ngram,
	context: number,
	depth: number,
	share: number,
	into: Float64Array,
): void {
	const scale = share / (totals[context] as number);
	const to = firstFollower[context + 1] as number;
	for (let at = firstFollower[context] as number; at < to; at++) {
		const count = followerCount[at] as number;
		const taken = discounts[3 * depth + Math.min(count, 3) - 1] as number;
		(into[followerToken[at] as number] as number) += (count - taken) * scale;
	}
}

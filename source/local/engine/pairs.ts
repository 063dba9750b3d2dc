/** A set of pairs of numbers, each with a dense number of its own from 0: a hash map in three flat arrays. */
export type Pairs = {
	size: number;
	/** Number of the pair plus one, or 0 for a free place; its length is a power of two. */
	places: Uint32Array<ArrayBuffer>;
	left: Uint32Array<ArrayBuffer>;
	right: Uint16Array<ArrayBuffer>;
};

export function emptyPairs(): Pairs {
	return {
		size: 0,
		places: new Uint32Array(1 << 12),
		left: new Uint32Array(1 << 11),
		right: new Uint16Array(1 << 11),
	};
}

/** The number of a pair, or -1. */
export function findPair(pairs: Pairs, left: number, right: number): number {
	const {places} = pairs;
	const mask = places.length - 1;
	for (let place = hashPair(left, right) & mask; ; place = (place + 1) & mask) {
		const id = (places[place] as number) - 1;
		if (id < 0) return -1;
		if (pairs.left[id] === left && pairs.right[id] === right) return id;
	}
}

/** The number of a pair, which is added where it is new (then the number is the size before). */
export function addPair(pairs: Pairs, left: number, right: number): number {
	const found = findPair(pairs, left, right);
	if (found >= 0) return found;
	if (2 * (pairs.size + 1) > pairs.places.length) rehash(pairs);
	if (pairs.size === pairs.left.length) {
		pairs.left = grown(pairs.left);
		pairs.right = grown(pairs.right);
	}

	const id = pairs.size++;
	pairs.left[id] = left;
	pairs.right[id] = right;
	settle(pairs, id);
	return id;
}

/** The same numbers with room for half as many more. */
export function grown<
	T extends Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>,
>(array: T): T {
	const larger = new (array.constructor as new (length: number) => T)(
		Math.ceil(1.5 * array.length),
	);
	larger.set(array);
	return larger;
}

function rehash(pairs: Pairs): void {
	pairs.places = new Uint32Array(2 * pairs.places.length);
	for (let id = 0; id < pairs.size; id++) settle(pairs, id);
}

function settle({places, left, right}: Pairs, id: number): void {
	const mask = places.length - 1;
	let place = hashPair(left[id] as number, right[id] as number) & mask;
	while (places[place] !== 0) place = (place + 1) & mask;
	places[place] = id + 1;
}

function hashPair(left: number, right: number): number {
	let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right + 1, 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return (hash ^ (hash >>> 13)) >>> 0;
}

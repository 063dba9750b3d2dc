/** A pair and how often it was seen when it was put in. */
export type Counted = {count: number; pair: number};

const before = (a: Counted, b: Counted): boolean =>
	a.count > b.count || (a.count === b.count && a.pair < b.pair);

/** Puts into a binary heap whose first is the most frequent; among equals the smaller pair, so that learning is deterministic. */
export function push(heap: Counted[], item: Counted): void {
	let at = heap.length;
	heap.push(item);
	while (at > 0) {
		const above = (at - 1) >> 1;
		const parent = heap[above] as Counted;
		if (!before(item, parent)) break;
		heap[at] = parent;
		at = above;
	}

	heap[at] = item;
}

/** Takes the first out. */
export function pop(heap: Counted[]): Counted | undefined {
	const first = heap[0];
	const item = heap.pop();
	if (!item || heap.length === 0) return first;
	let at = 0;
	for (;;) {
		let below = 2 * at + 1;
		if (below >= heap.length) break;
		const right = heap[below + 1];
		if (right && before(right, heap[below] as Counted)) below++;
		const child = heap[below] as Counted;
		if (!before(child, item)) break;
		heap[at] = child;
		at = below;
	}

	heap[at] = item;
	return first;
}

import {addPair, emptyPairs, findPair, grown, type Pairs} from './pairs.ts';
import {type Look, order, type Place, tokenBefore} from './place.ts';

/**
 * Counts for interpolated, modified Kneser–Ney smoothing (Chen and Goodman 1999), which grow as text is learnt.
 * A context is a node of a tree: its parent is the context without the oldest token; node 0 is the empty context.
 */
export type Growing = {
	/** The pair (parent, oldest token) has the number of the context minus one. */
	contexts: Pairs;
	/** The pair (context, token) of each n-gram seen. */
	grams: Pairs;
	/** Per n-gram: how often it was seen if it has full length; else by how many different tokens it was preceded. */
	counts: Uint32Array<ArrayBuffer>;
	/** Per context: sum of its n-grams' counts. */
	totals: Uint32Array<ArrayBuffer>;
	/** Per context: how many of these counts are 1, 2, and more; at most one for each token. */
	ones: Uint16Array<ArrayBuffer>;
	twos: Uint16Array<ArrayBuffer>;
	more: Uint16Array<ArrayBuffer>;
	/** Per context: the n-gram with the token that followed most. */
	best: Uint32Array<ArrayBuffer>;
	/** Per length of the context, how many n-grams have the count 1, 2, 3 and 4; five numbers each, the first unused. */
	countsOfCounts: Uint32Array;
	vocabularySize: number;
};

export function emptyCounts(vocabularySize: number): Growing {
	const room = 1 << 11;
	return {
		contexts: emptyPairs(),
		grams: emptyPairs(),
		counts: new Uint32Array(room),
		totals: new Uint32Array(room),
		ones: new Uint16Array(room),
		twos: new Uint16Array(room),
		more: new Uint16Array(room),
		best: new Uint32Array(room),
		countsOfCounts: new Uint32Array(5 * order),
		vocabularySize,
	};
}

const path = new Uint32Array(order);

/** Learns that `target` follows the context at `place`. */
export function learn(growing: Growing, place: Place, target: number): void {
	for (let back = 1; back < order; back++) {
		const parent = path[back - 1] as number;
		const token = tokenBefore(place, back);
		path[back] = addPair(growing.contexts, parent, token) + 1;
	}

	if (growing.contexts.size + 1 > growing.totals.length) growContexts(growing);
	// A shorter n-gram counts the different tokens before it: it counts once for each longer one that is new.
	for (let depth = order - 1; depth >= 0; depth--) {
		if (count(growing, path[depth] as number, depth, target) > 1) break;
	}
}

function count(
	growing: Growing,
	context: number,
	depth: number,
	target: number,
): number {
	const gram = addPair(growing.grams, context, target);
	if (gram >= growing.counts.length) growing.counts = grown(growing.counts);
	const now = (growing.counts[gram] as number) + 1;
	growing.counts[gram] = now;
	const {counts, totals, ones, twos, more, best, countsOfCounts} = growing;
	(totals[context] as number)++;
	if (now === 1) (ones[context] as number)++;
	if (now === 2) (ones[context] as number)--;
	if (now === 2) (twos[context] as number)++;
	if (now === 3) (twos[context] as number)--;
	if (now === 3) (more[context] as number)++;
	// A context without n-grams has 0 here, which may be the n-gram of another one.
	const isFirst = totals[context] === 1;
	if (isFirst || now > (counts[best[context] as number] as number))
		best[context] = gram;

	if (now <= 4) (countsOfCounts[5 * depth + now] as number)++;
	if (now > 1 && now <= 5) (countsOfCounts[5 * depth + now - 1] as number)--;
	return now;
}

function growContexts(growing: Growing): void {
	growing.totals = grown(growing.totals);
	growing.ones = grown(growing.ones);
	growing.twos = grown(growing.twos);
	growing.more = grown(growing.more);
	growing.best = grown(growing.best);
}

/** The probability of `target`, how many tokens of the context are known, and which token followed the longest known context most. */
export function lookUp(
	growing: Growing,
	discounts: Float64Array,
	place: Place,
	target: number,
	into: Look,
): void {
	let context = 0;
	into.probability = 1 / growing.vocabularySize;
	for (let depth = 0; depth < order; depth++) {
		if (depth > 0) {
			const token = tokenBefore(place, depth);
			context = findPair(growing.contexts, context, token) + 1;
			if (context === 0) return;
		}

		const total = growing.totals[context] as number;
		if (total === 0) return;
		const gram = findPair(growing.grams, context, target);
		const count = gram < 0 ? 0 : (growing.counts[gram] as number);
		const at = 3 * depth;
		const taken = count && (discounts[at + Math.min(count, 3) - 1] as number);
		const free =
			(growing.ones[context] as number) * (discounts[at] as number) +
			(growing.twos[context] as number) * (discounts[at + 1] as number) +
			(growing.more[context] as number) * (discounts[at + 2] as number);
		into.probability = (count - taken + free * into.probability) / total;
		into.depth = depth;
		const most = growing.best[context] as number;
		into.guess = growing.grams.right[most] as number;
	}
}

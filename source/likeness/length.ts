import type {Reply} from './types.ts';

/** Upper edges of the length histogram, in characters: narrow where chat messages are. */
const edges = [2, 5, 10, 15, 20, 30, 40, 55, 70, 90, 120, 160, 220, 300];

/** Shares of the replies by length, from the shortest to the longest; together 1, or all 0 without replies. */
export function lengthShares(replies: readonly Reply[]): number[] {
	const shares = new Array<number>(edges.length + 1).fill(0);
	for (const {reply} of replies) {
		const bin = edges.findIndex(edge => reply.length <= edge);
		(shares[bin < 0 ? edges.length : bin] as number) += 1 / replies.length;
	}

	return shares;
}

/** Jensen–Shannon divergence of two distributions in bits: 0 for the same, 1 for nothing in common (Lin 1991). */
export function divergence(
	one: readonly number[],
	other: readonly number[],
): number {
	let sum = 0;
	for (const [at, p] of one.entries()) {
		const q = other[at] ?? 0;
		const middle = (p + q) / 2;
		if (p > 0) sum += (p * Math.log2(p / middle)) / 2;
		if (q > 0) sum += (q * Math.log2(q / middle)) / 2;
	}

	return Math.max(0, sum);
}

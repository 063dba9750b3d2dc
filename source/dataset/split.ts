import type {Turn} from './types.ts';

/**
Rule 4: as many exchanges as fit into `maxMessages` entries, then the next part. So parts begin with a user turn
(the first may begin with me), and one exchange larger than the limit is a part of its own.
*/
export function splitBySize(
	exchanges: readonly Turn[][],
	maxMessages: number,
): Turn[][] {
	const parts: Turn[][] = [];
	let current: Turn[] | undefined;
	for (const exchange of exchanges) {
		if (!current || current.length + exchange.length > maxMessages) {
			current = [];
			parts.push(current);
		}
		for (const turn of exchange) current.push(turn);
	}
	return parts;
}

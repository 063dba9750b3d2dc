import type {Exchange} from './types.ts';

/**
Rule 4: as many exchanges as fit into `maxMessages` entries, then the next part. So parts begin with a user turn
(the first may begin with me), and one exchange larger than the limit is a part of its own.
*/
export function splitBySize(
	exchanges: readonly Exchange[],
	maxMessages: number,
): Exchange[] {
	const parts: Exchange[] = [];
	let current: Exchange | undefined;
	for (const exchange of exchanges) {
		if (!current || current.entries + exchange.entries > maxMessages) {
			// Field by field: copies by spread cost a million messages half a second.
			const {from, to, entries, messages, asked, nudged} = exchange;
			current = {from, to, entries, messages, asked, nudged};
			parts.push(current);
			continue;
		}
		current.to = exchange.to;
		current.entries += exchange.entries;
		current.messages += exchange.messages;
		current.asked ||= exchange.asked;
	}
	return parts;
}

import type {Conversations, Exchanges, Kept} from './columns.ts';

/**
Rules 3 and 8: the exchanges of a chat's conversations, each what others wrote (one user turn) and my reply to it (one
assistant turn, or as many as there are messages under `separateReplies`). What I wrote before anybody else is an exchange
of its own.
@param left 1 at positions that are passed over
*/
export function toExchanges(
	{mine}: Pick<Kept, 'mine'>,
	conversations: Pick<Conversations, 'length' | 'from' | 'to'>,
	left: Uint8Array | null,
	separateReplies: boolean,
): Exchanges {
	const exchanges = roomFor(mostExchanges(mine) + conversations.length);
	const {from, to, entries, messages, asked} = exchanges;
	const first = new Int32Array(conversations.length + 1);
	let current = -1;
	for (let nth = 0; nth < conversations.length; nth++) {
		const end = conversations.to[nth] as number;
		let isFirst = true;
		let wasMine = 1;
		first[nth] = current + 1;
		for (let at = conversations.from[nth] as number; at < end; at++) {
			if (left !== null && left[at] === 1) continue;
			const isMine = mine[at] as number;
			if (isFirst || (isMine === 0 && wasMine === 1)) {
				if (!isFirst) to[current] = at;
				current++;
				from[current] = at;
				asked[current] = 1 - isMine;
				entries[current] = 1;
				isFirst = false;
			} else if (isMine === 1 && (wasMine === 0 || separateReplies))
				(entries[current] as number)++;
			(messages[current] as number)++;
			wasMine = isMine;
		}
		if (!isFirst) to[current] = end;
	}
	first[conversations.length] = current + 1;
	return {...exchanges, first, length: current + 1};
}

/** Somebody else behind me begins an exchange; so does a conversation. */
function mostExchanges(mine: Uint8Array): number {
	let count = 0;
	for (let at = 1; at < mine.length; at++)
		count += (mine[at - 1] as number) & ~(mine[at] as number);
	return count;
}

function roomFor(count: number) {
	const column = () => new Int32Array(count);
	return {
		from: column(),
		to: column(),
		entries: column(),
		messages: column(),
		asked: column(),
	};
}

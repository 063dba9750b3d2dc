import type {Conversation, Exchange, Kept} from './types.ts';

/**
Rules 3 and 8: the exchanges of a conversation, each what others wrote (one user turn) and my reply to it (one assistant
turn, or as many as there are messages under `separateReplies`). What I wrote before anybody else is an exchange of its own.
@param left 1 at positions that are passed over
*/
export function toExchanges(
	{mine}: Pick<Kept, 'mine'>,
	{from, to}: Pick<Conversation, 'from' | 'to'>,
	left: Uint8Array | null,
	separateReplies: boolean,
): Exchange[] {
	const exchanges: Exchange[] = [];
	let current: Exchange | undefined;
	let wasMine = 1;
	for (let at = from; at < to; at++) {
		if (left?.[at] === 1) continue;
		const isMine = mine[at] as number;
		if (!current || (isMine === 0 && wasMine === 1)) {
			if (current) current.to = at;
			current = {
				from: at,
				to,
				entries: 1,
				messages: 0,
				asked: isMine === 0,
				nudged: false,
			};
			exchanges.push(current);
		} else if (isMine === 1 && (wasMine === 0 || separateReplies))
			current.entries++;
		current.messages++;
		wasMine = isMine;
	}
	return exchanges;
}

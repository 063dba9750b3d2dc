import type {Turn} from './types.ts';

/**
Rule 8: the exchanges of a conversation, each a user turn and the reply to it (more turns of mine under
`separateReplies`). Turns of mine that nothing came before are an exchange of their own.
*/
export function toExchanges(turns: readonly Turn[]): Turn[][] {
	const exchanges: Turn[][] = [];
	for (const turn of turns) {
		const current = exchanges.at(-1);
		if (!current || turn.role === 'user') exchanges.push([turn]);
		else current.push(turn);
	}
	return exchanges;
}

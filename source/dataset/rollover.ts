import type {Conversations, Kept} from './columns.ts';
import type {DatasetOptions} from './types.ts';

export type RolledOver = {
	conversations: Conversations;
	/** 1 at positions within conversations that are too old all the same (clocks that were set back); null where there is none. */
	left: Uint8Array | null;
	/** Messages dropped for their age, or under `never`. */
	old: number;
	/** Messages left unanswered at the end of the chat. */
	end: number;
	/** Messages that stand in a later conversation than they were written in. */
	moved: number;
	/** Seconds from the oldest of these to the conversation that they were moved to. */
	oldest: number;
};

/**
Rule 2: what follows my last message in a conversation is put in front of the next one of the chat that has me in it
(a conversation without me is all roll-over). A message's age is counted to the first message of that conversation.
*/
export function rollOver(
	kept: Kept,
	starts: readonly number[],
	rollover: DatasetOptions['rollover'],
): RolledOver {
	const {length, mine} = kept;
	const column = () => new Int32Array(starts.length);
	const conversations: Conversations = {
		length: 0,
		from: column(),
		own: column(),
		to: column(),
		end: column(),
		rolledOver: column(),
	};
	const result: RolledOver = {
		conversations,
		left: null,
		old: 0,
		end: 0,
		moved: 0,
		oldest: 0,
	};
	/** From here on nobody has answered. */
	let waiting = 0;
	for (let nth = 0; nth < starts.length; nth++) {
		const own = starts[nth] as number;
		const end = starts[nth + 1] ?? length;
		let to = end;
		while (to > own && mine[to - 1] === 0) to--;
		// Looked at only when somebody answers, so that a group I rarely write in costs linear time.
		if (to === own) continue;
		const {from, fresh} = chooseFresh(kept, waiting, own, rollover, result);
		const place = conversations.length++;
		conversations.from[place] = from;
		conversations.own[place] = own;
		conversations.to[place] = to;
		conversations.end[place] = end;
		conversations.rolledOver[place] = fresh;
		waiting = to;
	}
	result.end = length - waiting;
	return result;
}

/** Which of the waiting messages go in front of the conversation at `own`; the others are counted as old. */
function chooseFresh(
	{length, seconds}: Kept,
	waiting: number,
	own: number,
	rollover: DatasetOptions['rollover'],
	result: RolledOver,
): {from: number; fresh: number} {
	const most =
		rollover === 'always'
			? Number.POSITIVE_INFINITY
			: rollover === 'never'
				? Number.NEGATIVE_INFINITY
				: rollover * 3600;
	const start = seconds[own] as number;
	let from = own;
	let fresh = 0;
	for (let at = waiting; at < own; at++) {
		const age = start - (seconds[at] as number);
		if (age <= most) {
			if (fresh++ === 0) from = at;
			result.oldest = Math.max(result.oldest, age);
		} else if (fresh > 0) {
			result.left ??= new Uint8Array(length);
			result.left[at] = 1;
		}
	}
	result.moved += fresh;
	result.old += own - waiting - fresh;
	return {from, fresh};
}

import type {Kept} from './columns.ts';
import {gapAt} from './conversations.ts';
import type {ChatOutline} from './outline.ts';
import type {Provenance} from './types.ts';

/** Where an example of a chat comes from, and why it begins and ends where it does. */
export function provenanceOf(
	{kept, left, conversations, cuts}: ChatOutline,
	number: number,
	chat: number,
	pairs: boolean,
): Provenance {
	const cut = (column: Int32Array) => column[number] as number;
	const part = cut(cuts.part);
	const nudged = cut(cuts.nudged) === 1;
	const of = (column: Int32Array) => column[cut(cuts.conversation)] as number;
	const own = of(conversations.own);
	const to = of(conversations.to);
	const end = of(conversations.end);
	const gap = gapAt(kept, own);
	const gapAfter = gapAt(kept, end);
	// What was rolled over is others' alone, so it is all in the first turn of the first part.
	const rolledOver = part === 0 ? of(conversations.rolledOver) : 0;
	const isLast = part === cut(cuts.parts) - 1;
	const within = pairs ? 'pair' : 'size';
	const begins = gap === null ? 'start' : rolledOver > 0 ? 'rollover' : 'gap';
	return {
		chat,
		indexes: indexesOf(cut(cuts.from), cut(cuts.to), kept, left),
		begins: part > 0 ? within : begins,
		gap,
		rolledOver,
		rolledOverAge:
			rolledOver > 0
				? (kept.seconds[own] as number) -
					(kept.seconds[of(conversations.from)] as number)
				: 0,
		ends: isLast ? (gapAfter === null ? 'end' : 'gap') : within,
		gapAfter,
		unanswered: isLast ? end - to : 0,
		nudged,
		nudgedTo: nudged ? nextOther(own, to, kept) : null,
	};
}

function indexesOf(
	from: number,
	to: number,
	{index}: Kept,
	left: Uint8Array | null,
): number[] {
	const indexes: number[] = [];
	for (let at = from; at < to; at++)
		if (left === null || left[at] !== 1) indexes.push(index[at] as number);
	return indexes;
}

/** The first message of somebody else in a conversation that the owner begins. */
function nextOther(own: number, to: number, kept: Kept): number | null {
	const next = kept.mine.subarray(own, to).indexOf(0);
	return next < 0 ? null : (kept.index[own + next] as number);
}

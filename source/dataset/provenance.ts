import type {ChatOutline} from './outline.ts';
import type {Beginning, Cut, Ending, Kept, Provenance} from './types.ts';

/** Where an example comes from, and why it begins and ends where it does. */
export function provenanceOf(
	cut: Cut,
	{kept, left}: Pick<ChatOutline, 'kept' | 'left'>,
	chat: number,
	pairs: boolean,
): Provenance {
	const {conversation, part, parts, nudged} = cut;
	const indexes: number[] = [];
	for (let at = cut.from; at < cut.to; at++)
		if (left?.[at] !== 1) indexes.push(kept.index[at] as number);
	// What was rolled over is others' alone, so it is all in the first turn of the first part.
	const rolledOver = part === 0 ? conversation.rolledOver : 0;
	const isLast = part === parts - 1;
	return {
		chat,
		indexes,
		begins: part > 0 ? within(pairs) : whyBegun(conversation),
		gap: conversation.gap,
		rolledOver,
		rolledOverAge:
			rolledOver > 0
				? (kept.seconds[conversation.own] as number) -
					(kept.seconds[conversation.from] as number)
				: 0,
		ends: isLast ? whyEnded(conversation) : within(pairs),
		gapAfter: conversation.gapAfter,
		unanswered: isLast ? conversation.end - conversation.to : 0,
		nudged,
		nudgedTo: nudged ? nextOther(conversation, kept) : null,
	};
}

/** The first message of somebody else in a conversation that the owner begins. */
function nextOther({own, to}: Cut['conversation'], kept: Kept): number | null {
	const next = kept.mine.subarray(own, to).indexOf(0);
	return next < 0 ? null : (kept.index[own + next] as number);
}

const within = (pairs: boolean) => (pairs ? 'pair' : 'size');

const whyBegun = ({gap, rolledOver}: Cut['conversation']): Beginning =>
	gap === null ? 'start' : rolledOver > 0 ? 'rollover' : 'gap';

const whyEnded = ({gapAfter}: Cut['conversation']): Ending =>
	gapAfter === null ? 'end' : 'gap';

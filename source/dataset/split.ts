import type {Cuts, Exchanges} from './columns.ts';
import {opening} from './openers.ts';
import type {DatasetOptions} from './types.ts';

export type SplitOptions = Pick<
	DatasetOptions,
	'pairs' | 'maxMessages' | 'openers'
>;

/** The examples-to-be of a chat, oldest first, and what the rules did. */
export type Split = {
	cuts: Cuts;
	/** Messages dropped by rule 5, and by rule 6. */
	openers: number;
	invalid: number;
	nudges: number;
	/** Rule 4, see `DatasetCounts`. */
	sizeSplits: number;
	oversized: number;
};

/**
Rules 5, 8, 4 and 6. Under `pairs` each exchange is an example; else as many as fit into `maxMessages` entries, then the next
part. So parts begin with a user turn (the first may begin with me), and one exchange larger than the limit is a part of its
own. Each ends with a message of mine and nothing kept is empty; so what may be missing is the other side.
*/
export function splitExchanges(
	exchanges: Exchanges,
	{pairs, maxMessages, openers}: SplitOptions,
	hasPartner: boolean,
): Split {
	const {first, asked, messages, entries} = exchanges;
	const cuts = roomFor(mostCuts(exchanges, pairs ? 1 : maxMessages));
	const split = {openers: 0, invalid: 0, nudges: 0, sizeSplits: 0};
	let oversized = 0;
	for (let nth = 0; nth < first.length - 1; nth++) {
		let at = first[nth] as number;
		const end = first[nth + 1] as number;
		const begun = cuts.length;
		const how = opening(asked[at] === 1, openers, hasPartner);
		let nudged = how === 'nudge' ? 1 : 0;
		split.nudges += nudged;
		if (how === 'drop') split.openers += messages[at++] as number;
		let part = 0;
		for (; at < end; part++) {
			const begin = at;
			let size = nudged + (entries[at++] as number);
			while (
				!pairs &&
				at < end &&
				size + (entries[at] as number) <= maxMessages
			)
				size += entries[at++] as number;
			if (!pairs && size > maxMessages) oversized++;
			// Only a conversation's first exchange may be mine alone.
			if (at - begin > 1 || asked[begin] === 1 || nudged === 1) {
				const place = addCut(cuts, exchanges, begin, at);
				cuts.entries[place] = size;
				cuts.nudged[place] = nudged;
				cuts.conversation[place] = nth;
				cuts.part[place] = part;
			} else split.invalid += messages[begin] as number;
			nudged = 0;
		}
		cuts.parts.fill(part, begun, cuts.length);
		if (!pairs) split.sizeSplits += Math.max(0, part - 1);
	}
	return {...split, cuts, oversized};
}

/** What the exchanges `begin` up to `end` are together. */
function addCut(
	cuts: Cuts,
	{from, to, entries, messages, asked}: Exchanges,
	begin: number,
	end: number,
): number {
	const place = cuts.length++;
	let replies = 0;
	let sum = 0;
	for (let at = begin; at < end; at++) {
		replies += (entries[at] as number) - (asked[at] as number);
		sum += messages[at] as number;
	}
	cuts.from[place] = from[begin] as number;
	cuts.to[place] = to[end - 1] as number;
	cuts.replies[place] = replies;
	cuts.messages[place] = sum;
	return place;
}

/** Two parts of a conversation that follow each other have more than the limit together, or they would be one. */
function mostCuts(
	{length, first, entries}: Exchanges,
	maxMessages: number,
): number {
	const conversations = first.length - 1;
	let all = conversations;
	for (let at = 0; at < length; at++) all += entries[at] as number;
	return Math.min(length, conversations + Math.floor((2 * all) / maxMessages));
}

function roomFor(count: number): Cuts {
	const column = () => new Int32Array(count);
	return {
		length: 0,
		from: column(),
		to: column(),
		entries: column(),
		replies: column(),
		messages: column(),
		nudged: column(),
		conversation: column(),
		part: column(),
		parts: column(),
	};
}

/** The newest of the examples, so many. */
export function newest(cuts: Cuts, most: number): Cuts {
	const over = Math.max(0, cuts.length - most);
	if (over === 0) return cuts;
	const tail = (column: Int32Array<ArrayBuffer>) =>
		column.subarray(over, cuts.length);
	return {
		length: cuts.length - over,
		from: tail(cuts.from),
		to: tail(cuts.to),
		entries: tail(cuts.entries),
		replies: tail(cuts.replies),
		messages: tail(cuts.messages),
		nudged: tail(cuts.nudged),
		conversation: tail(cuts.conversation),
		part: tail(cuts.part),
		parts: tail(cuts.parts),
	};
}

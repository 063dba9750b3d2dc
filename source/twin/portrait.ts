import {
	differenceOf,
	type Fingerprint,
	fingerprintOf,
} from '../likeness/fingerprint.ts';
import type {Reply} from '../likeness/types.ts';
import type {Longest} from './overrun.ts';
import type {Past} from './past.ts';
import {type Rhythm, rhythmOf} from './rhythm.ts';

/** What a twin's past tells of its owner, without the texts. */
export type Portrait = {
	/** Whom the owner wrote with, most first, as the data set calls them. */
	people: readonly string[];
	rhythm: Rhythm;
	longest: Longest;
	fingerprint: Fingerprint;
	/** What the owner's own replies score against the owner's others, 0 to 1: no twin can be expected to do better. */
	own: number;
	/** How many moments were never trained on. */
	heldOut: number;
};

/** So many of the newest replies tell a style; more would only take time. */
const mostReplies = 4_000;

export function portray({exchanges, pauses}: Past): Portrait {
	const replies = exchanges.slice(-mostReplies).map(asReply);
	return {
		people: peopleIn(exchanges),
		rhythm: rhythmOf(pauses),
		longest: longestOf(replies),
		fingerprint: fingerprintOf(replies),
		own: likeness(
			fingerprintOf(replies.filter((_, at) => at % 2 === 0)),
			fingerprintOf(replies.filter((_, at) => at % 2 === 1)),
		),
		heldOut: exchanges.filter(({heldOut}) => heldOut).length,
	};
}

const asReply = ({asked, reply}: Past['exchanges'][number]): Reply => ({
	context: asked === '' ? [] : [asked],
	reply,
});

/** One figure for how alike two people write, 0 to 1: the mean of alike lengths, alike habits and alike letter sequences. */
export function likeness(one: Fingerprint, other: Fingerprint): number {
	const {length, habits, trigrams} = differenceOf(one, other);
	return (1 - length + (1 - habits) + trigrams) / 3;
}

function peopleIn(exchanges: Past['exchanges']): string[] {
	const counts = new Map<string, number>();
	for (const {people} of exchanges)
		for (const name of people) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts]
		.sort(([, one], [, other]) => other - one)
		.map(([name]) => name);
}

/** Twice what the owner exceeds once in a hundred replies; a few replies tell nothing of that. */
function longestOf(replies: readonly Reply[]): Longest {
	const rare = (sizes: number[]): number =>
		sizes.sort((one, other) => one - other)[
			Math.floor((sizes.length - 1) * 0.99)
		] ?? 0;
	return {
		lines: Math.max(8, 2 * rare(replies.map(({reply}) => linesIn(reply)))),
		characters: Math.max(400, 2 * rare(replies.map(({reply}) => reply.length))),
	};
}

const linesIn = (text: string): number => text.split('\n').length;

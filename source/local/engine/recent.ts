import {special} from './vocabulary.ts';

/** How much less a message counts for each message after it. */
const decay = 0.85;
const longest = 2;
const width = 65_536;

/** Counts of a few short texts: what was said in this conversation, or the replies that were found for it. */
export type Recent = {
	/** Per length of the context (0 to 2): followers and their sum, by the context's tokens as one number. */
	levels: Map<number, {total: number; followers: Map<number, number>}>[];
	/** All counts are divided by this; so decay costs nothing. */
	unit: number;
};

export function emptyRecent(): Recent {
	return {
		levels: Array.from({length: longest + 1}, () => new Map()),
		unit: 1,
	};
}

/** Adds tokens from `from` up to `to`; `weight` says how much they count now. */
export function remember(
	recent: Recent,
	tokens: ArrayLike<number>,
	from: number,
	to: number,
	weight = 1,
): void {
	for (let at = from; at < to; at++) {
		const token = tokens[at] as number;
		let key = 0;
		for (let length = 0; length <= longest && at - length >= from; length++) {
			if (length > 0) key = key * width + (tokens[at - length] as number) + 1;
			// The speaker's token opens a turn: it is a context, nobody says it.
			if (token === special.own || token === special.other) continue;
			const level = recent.levels[length];
			const context = level?.get(key) ?? {total: 0, followers: new Map()};
			level?.set(key, context);
			const more = weight * recent.unit;
			context.total += more;
			context.followers.set(token, (context.followers.get(token) ?? 0) + more);
		}
	}
}

/** A message later: everything so far counts less. */
export function fade(recent: Recent): void {
	recent.unit /= decay;
}

/** The followers of the contexts that end before `at`, from the empty context to the longest known one. */
export function* followersAt(
	{levels}: Recent,
	tokens: ArrayLike<number>,
	at: number,
): Generator<{total: number; followers: Map<number, number>}> {
	let key = 0;
	for (let length = 0; length <= longest && at - length >= 0; length++) {
		if (length > 0) key = key * width + (tokens[at - length] as number) + 1;
		const context = levels[length]?.get(key);
		if (!context) return;
		yield context;
	}
}

/** How strongly the shorter context is kept: as if it had been seen so often. */
export const kept = 1;

/** The probability of a token after what is before `at`. */
export function recall(
	recent: Recent,
	tokens: ArrayLike<number>,
	at: number,
	target: number,
	vocabularySize: number,
): number {
	let probability = 1 / vocabularySize;
	for (const {total, followers} of followersAt(recent, tokens, at)) {
		const count = (followers.get(target) ?? 0) / recent.unit;
		probability = (count + kept * probability) / (total / recent.unit + kept);
	}

	return probability;
}

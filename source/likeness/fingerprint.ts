import {type Habits, habitError, habitsOf} from './habits.ts';
import {divergence, lengthShares} from './length.ts';
import {cosine, trigramsOf} from './trigrams.ts';
import type {Reply} from './types.ts';

/** How somebody writes, whatever it is about: enough to hold another's writing against it, without the texts. */
export type Fingerprint = {
	replies: number;
	lengths: readonly number[];
	habits: Habits;
	trigrams: ReadonlyMap<string, number>;
};

/** How far two fingerprints are apart. */
export type Difference = {
	/** Jensen–Shannon divergence of the lengths in bits: 0 (same) to 1. */
	length: number;
	/** Mean absolute difference of the habits' rates: 0 (same) to 1. */
	habits: number;
	/** Cosine of the character trigrams: 1 (same) down to 0. */
	trigrams: number;
};

export const fingerprintOf = (replies: readonly Reply[]): Fingerprint => ({
	replies: replies.length,
	lengths: lengthShares(replies),
	habits: habitsOf(replies),
	trigrams: trigramsOf(replies),
});

/** Holds one fingerprint against another. With fewer than about 30 replies on a side the figures are mostly chance. */
export const differenceOf = (
	one: Fingerprint,
	other: Fingerprint,
): Difference => ({
	length: divergence(one.lengths, other.lengths),
	habits: habitError(one.habits, other.habits),
	trigrams: cosine(one.trigrams, other.trigrams),
});

import type {Random} from '../engine/random.ts';
import {roundUp} from './shape.ts';

/** Tokens that a step's predictions are held against, instead of the whole vocabulary. */
export type Candidates = {
	/** Rising; filled up to a multiple of 8 by the first one again, which then counts nothing. */
	tokens: Uint16Array;
	/** How many of them count. */
	count: number;
	/** What is taken from each one's logit: the logarithm of how likely it was to be a candidate. */
	correction: Float32Array;
	/** Where each token of the vocabulary stands among them, or -1. */
	place: Int32Array;
};

/** Besides the right ones, about so many wrong ones are drawn. */
const drawn = 192;
/** With a vocabulary not much larger all of it is taken. */
const small = 512;

/**
Chooses candidates for the targets of a step: all of these, and some others. The right ones of one place are wrong ones of
another, so common tokens nearly always take part; the correction by the chance of taking part keeps the softmax that
of the whole vocabulary on average (sampled softmax: Jean et al. 2015).
@param share how often each token is a target, as a share of all
*/
export function chooseCandidates(
	targets: readonly number[],
	share: Float64Array,
	random: Random,
): Candidates {
	const vocabulary = share.length;
	const all = vocabulary <= small;
	const chance = all ? 1 : drawn / vocabulary;
	const taken = new Uint8Array(vocabulary);
	for (const target of targets) taken[target] = 1;
	let count = 0;
	for (let token = 0; token < vocabulary; token++) {
		if (!taken[token] && (all || random() < chance)) taken[token] = 1;
		count += taken[token] as number;
	}

	const tokens = new Uint16Array(roundUp(count, 8));
	const correction = new Float32Array(tokens.length);
	const place = new Int32Array(vocabulary).fill(-1);
	let at = 0;
	for (let token = 0; token < vocabulary; token++) {
		if (!taken[token]) continue;
		const missed = Math.exp(-targets.length * (share[token] as number));
		tokens[at] = token;
		correction[at] = Math.log(1 - (1 - chance) * missed);
		place[token] = at++;
	}

	return {tokens, count, correction, place};
}

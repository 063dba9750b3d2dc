import type {Network} from '../network/network.ts';
import {discountsOf} from './discounts.ts';
import {emptyCounts, type Growing, learn, lookUp} from './growing.ts';
import {
	emptyObservations,
	groupOf,
	type Observations,
	part,
	parts,
} from './mixture.ts';
import type {Place} from './place.ts';
import {emptyRecent, fade, recall, remember} from './recent.ts';
import {noTarget, type Stream} from './stream.ts';
import {special} from './vocabulary.ts';

/** The counts of both n-gram models while they grow. */
export type Counts = {everyone: Growing; owner: Growing; tokens: number};

export function emptyModels(vocabularySize: number): Counts {
	return {
		everyone: emptyCounts(vocabularySize),
		owner: emptyCounts(vocabularySize),
		tokens: 0,
	};
}

/** Whether what is predicted at `at` is the owner's to say. */
const isOwn = ({tokens, turnStart}: Stream, at: number): boolean =>
	tokens[turnStart[at] as number] === special.own;

/** Learns a conversation: all of it, and the owner's turns once more by themselves. */
export function learnStream(counts: Counts, stream: Stream): void {
	const {tokens} = stream;
	for (let at = 1; at < stream.length; at++) {
		const target = stream.targets[at] as number;
		if (target === noTarget) continue;
		counts.tokens++;
		learn(counts.everyone, {tokens, at, floor: 0}, target);
		if (!isOwn(stream, at)) continue;
		const floor = stream.turnStart[at] as number;
		learn(counts.owner, {tokens, at, floor}, target);
	}
}

export type Observed = {observations: Observations; accuracy: number};

/**
 * What each part of the mixture says of the owner's tokens in these conversations, the first `most` tokens of them.
 * Accuracy: how often the token that followed the longest known context most was the right one.
 */
export function observe(
	counts: Counts,
	streams: readonly Stream[],
	most: number,
): Observed {
	const discounts = {
		everyone: discountsOf(counts.everyone),
		owner: discountsOf(counts.owner),
	};
	const observations = emptyObservations(most);
	const wide = {probability: 0, depth: 0, guess: 0};
	const narrow = {probability: 0, depth: 0, guess: 0};
	let right = 0;
	for (const stream of streams) {
		const recent = emptyRecent();
		const {tokens, targets, turnStart} = stream;
		for (let at = 1; at < stream.length; at++) {
			if (observations.size === most) break;
			const target = targets[at] as number;
			if (isOwn(stream, at) && target !== noTarget) {
				const floor = turnStart[at] as number;
				const place: Place = {tokens, at, floor};
				wide.depth = 0;
				narrow.depth = 0;
				lookUp(counts.owner, discounts.owner, place, target, narrow);
				place.floor = 0;
				lookUp(counts.everyone, discounts.everyone, place, target, wide);
				const index = observations.size++;
				observations.group[index] = groupOf(at - floor - 1, wide.depth);
				const size = counts.everyone.vocabularySize;
				observations.given.set(
					[
						wide.probability,
						narrow.probability,
						recall(recent, tokens, at, target, size),
						1 / size,
					],
					parts * index,
				);
				const {guess} = narrow.depth >= wide.depth ? narrow : wide;
				if (guess === target) right++;
			}

			if (target === special.end) {
				remember(recent, tokens, turnStart[at] as number, at);
				fade(recent);
			}
		}
	}

	return {observations, accuracy: right / (observations.size || 1)};
}

/** Puts what a network says of the same tokens into observations; without a network each token is as likely as any. */
export function observeNetwork(
	{size, given}: Observations,
	streams: readonly Stream[],
	network: Network,
): void {
	let index = 0;
	for (const stream of streams) {
		if (index === size) break;
		const places: number[] = [];
		for (let at = 1; at < stream.length; at++) {
			if (index + places.length === size) break;
			if (isOwn(stream, at) && stream.targets[at] !== noTarget) places.push(at);
		}

		for (const chance of network.follow(
			stream.tokens,
			stream.targets,
			places,
		)) {
			given[parts * index++ + part.network] = chance;
		}
	}
}

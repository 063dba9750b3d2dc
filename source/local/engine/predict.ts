import type {Network, State} from '../network/network.ts';
import {groupOf, part, weightAt} from './mixture.ts';
import type {Model} from './model.ts';
import {distribute} from './ngram.ts';
import {followersAt, kept, type Recent} from './recent.ts';
import type {Stream} from './stream.ts';

/** A turn of the owner that is being said: tokens so far, and where the turn began. */
export type Saying = {tokens: Uint16Array; length: number; start: number};

/** Room for one distribution of each part, so that a reply asks for memory once. */
export type Scratch = {
	result: Float64Array;
	owner: Float64Array;
	network: Float64Array;
	heard: Heard;
};

/** What the network has read of a conversation: its first tokens up to `length`. */
export type Heard = {state: State; length: number};

/** @param heard what the network has read already, so that it need not read it again; it is left as it is */
export function makeScratch(
	{tokenizer, network}: Model,
	heard?: Heard,
): Scratch {
	return {
		result: new Float64Array(tokenizer.size),
		owner: new Float64Array(tokenizer.size),
		network: new Float64Array(tokenizer.size).fill(1 / tokenizer.size),
		heard: heard
			? {state: heard.state.slice(), length: heard.length}
			: {state: network?.begin() ?? new Float32Array(), length: 0},
	};
}

/** Lets the network read a conversation up to its end. */
export function hear(model: Model, stream: Stream): Heard {
	const {heard} = makeScratch(model);
	if (model.network) listen(model.network, heard, stream.tokens, stream.length);
	return heard;
}

function listen(
	network: Network,
	heard: Heard,
	tokens: Uint16Array,
	length: number,
): void {
	while (heard.length < length) {
		network.read(heard.state, tokens[heard.length++] as number);
	}
}

/** Begins to say something after a conversation that ends with the owner's token; room for `most` tokens more. */
export function beginSaying(stream: Stream, most: number): Saying {
	const tokens = new Uint16Array(stream.length + most);
	tokens.set(stream.tokens);
	return {tokens, length: stream.length, start: stream.length - 1};
}

/**
 * The probability of each token to be said next, in `scratch.result` (all above 0, together 1):
 * both n-gram models, the conversation and the network, mixed by the learnt weights.
 */
export function predict(
	model: Model,
	recent: Recent,
	{tokens, length, start}: Saying,
	scratch: Scratch,
): Float64Array {
	const {result, owner, network, heard} = scratch;
	if (model.network) {
		listen(model.network, heard, tokens, length);
		model.network.predict(heard.state, network);
	}

	distribute(model.owner, {tokens, at: length, floor: start}, owner);
	const depth = distribute(
		model.everyone,
		{tokens, at: length, floor: 0},
		result,
	);
	const group = groupOf(length - start - 1, depth);
	const wide = weightAt(model.weights, group, part.everyone);
	const narrow = weightAt(model.weights, group, part.owner);
	const short = weightAt(model.weights, group, part.recent);
	const deep = weightAt(model.weights, group, part.network);
	const levels = [...followersAt(recent, tokens, length)];
	let share = short;
	for (let at = levels.length - 1; at >= 0; at--) {
		share *= kept / (levelTotal(levels, at, recent) + kept);
	}

	const floor = share / result.length;
	for (let token = 0; token < result.length; token++) {
		result[token] =
			wide * (result[token] as number) +
			narrow * (owner[token] as number) +
			deep * (network[token] as number) +
			floor;
	}

	share = short;
	for (let at = levels.length - 1; at >= 0; at--) {
		const scale = 1 / (levelTotal(levels, at, recent) + kept);
		for (const [token, count] of levels[at]?.followers ?? []) {
			(result[token] as number) += (share * scale * count) / recent.unit;
		}

		share *= kept * scale;
	}

	return result;
}

const levelTotal = (
	levels: readonly {total: number}[],
	at: number,
	{unit}: Recent,
): number => (levels[at]?.total ?? 0) / unit;

/** How far the replies that were found pull, by how much of the context they share. */
const pull = [0.02, 0.3, 0.45];

/** Pulls a distribution towards the replies that were found for this conversation. */
export function condition(
	result: Float64Array,
	found: Recent,
	{tokens, length, start}: Saying,
): void {
	let depth = 0;
	const turn = tokens.subarray(start, length);
	for (const {total, followers} of followersAt(found, turn, turn.length)) {
		const share = ((pull[depth++] ?? 0) * total) / (total + 0.5);
		for (let token = 0; token < result.length; token++) {
			(result[token] as number) *= 1 - share;
		}

		for (const [token, count] of followers) {
			(result[token] as number) += (share * count) / total;
		}
	}
}

import type {Random} from '../engine/random.ts';

/** How large a network is. */
export type Shape = {
	/** Tokens. */
	vocabulary: number;
	/** Numbers of its state, a multiple of 8; a token is as many numbers too. */
	size: number;
};

/** What a network has learnt. */
export type Trained = {shape: Shape; weights: Float32Array};

/**
What is learnt, in one row of numbers: a vector per token, which stands for it where it is read and where it is
predicted (tied weights: Press and Wolf 2017), a bias per token, and the three gates' products and biases.
*/
export type Parts = {
	tokens: number;
	bias: number;
	input: number;
	state: number;
	gate: number;
	/** Numbers in all. */
	end: number;
};

export const roundUp = (count: number, to: number): number =>
	Math.ceil(count / to) * to;

/** Where each part begins, counted in numbers. */
export function partsOf({vocabulary, size}: Shape): Parts {
	const bias = vocabulary * size;
	const input = bias + roundUp(vocabulary, 8);
	const state = input + 3 * size * size;
	const gate = state + 3 * size * size;
	return {tokens: 0, bias, input, state, gate, end: gate + 3 * size};
}

/**
A network that knows only how often each token comes (as a share of all): small random weights, the same for the same
numbers drawn.
*/
export function newWeights(
	shape: Shape,
	share: ArrayLike<number>,
	random: Random,
): Float32Array<ArrayBuffer> {
	const {input, gate, end, bias} = partsOf(shape);
	const weights = new Float32Array(end);
	for (let at = 0; at < bias; at++) weights[at] = 0.2 * (random() - 0.5);
	const spread = Math.sqrt(3 / shape.size);
	for (let at = input; at < gate; at++) {
		weights[at] = spread * (2 * random() - 1);
	}

	for (let token = 0; token < shape.vocabulary; token++) {
		weights[bias + token] = Math.log((share[token] ?? 0) + 1e-6);
	}

	// Gates begin half open towards the past.
	weights.fill(1, gate + shape.size, gate + 2 * shape.size);
	return weights;
}

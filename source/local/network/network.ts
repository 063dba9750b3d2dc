import type {Kernels} from './kernels.ts';
import {layOut} from './memory.ts';
import {partsOf, roundUp, type Shape} from './shape.ts';

/** A state of the network: what it keeps of all it has read. */
export type State = Float32Array;

/** What has learnt to foresee, ready to read and to predict: a network, or several (ensemble.ts). */
export type Network = {
	/** A state that has read nothing. */
	begin(): State;
	/** Reads a token: changes the state. */
	read(state: State, token: number): void;
	/** Writes the probability of each token to come next, together 1. */
	predict(state: State, into: Float64Array): void;
	/**
	Reads a conversation from its begin; the probability of `targets[i]` after the tokens before i, for the places asked for,
	in their order. Places rise and are above 0.
	*/
	follow(
		tokens: Uint16Array,
		targets: Uint16Array,
		places: readonly number[],
	): Float64Array;
};

/** A network by itself. */
export type Single = Network & {
	/** Takes other weights of the same shape. */
	take(learnt: Float32Array): void;
};

/** Places whose predictions are made at once, and tokens whose inputs are. */
const rows = 64;

export function makeNetwork(
	kernels: Kernels,
	shape: Shape,
	learnt: Float32Array,
): Single {
	const {vocabulary, size} = shape;
	const width = roundUp(vocabulary, 8);
	const parts = partsOf(shape);
	const memory = layOut(kernels, {
		weights: parts.end,
		turned: size * width,
		bias: width,
		before: size,
		after: size,
		input: rows * size,
		x: 3 * size * rows,
		h: 3 * size,
		asked: rows * size,
		logits: rows * width,
	});
	const {weights, turned, bias, before, after, input, x, h, asked, logits} =
		memory;
	const address = (part: number) => weights.at + 4 * part;
	const {numbers} = weights;
	const take = (learnt: Float32Array) => {
		numbers.set(learnt);
		for (let token = 0; token < vocabulary; token++) {
			for (let at = 0; at < size; at++) {
				turned.numbers[at * width + token] = numbers[
					token * size + at
				] as number;
			}
		}

		// Tokens that only fill the row up are never predicted.
		bias.numbers.fill(-1e9);
		bias.numbers.set(numbers.subarray(parts.bias, parts.bias + vocabulary));
	};
	take(learnt);
	const vectorOf = (token: number) =>
		numbers.subarray(token * size, (token + 1) * size);
	/** From `before` to `after`, with the input's product at a row of x. */
	const step = (row: number) => {
		h.numbers.fill(0);
		kernels.addProduct(h.at, before.at, address(parts.state), size, 3 * size);
		kernels.gates(after.at, before.at, x.at + 12 * size * row, h.at, 1, size);
	};

	/** Softmax of the first rows of asked, of the given targets only. */
	const probabilities = (targets: readonly number[], into: number[]) => {
		const count = roundUp(targets.length, 4);
		kernels.repeatRow(logits.at, bias.at, count, width);
		kernels.matmul(logits.at, asked.at, turned.at, count, size, width, 1);
		for (const [row, target] of targets.entries()) {
			const line = logits.numbers.subarray(
				row * width,
				row * width + vocabulary,
			);
			into.push(Math.exp((line[target] as number) - logSum(line)));
		}
	};

	return {
		take,
		begin: () => new Float32Array(size),
		read(state, token) {
			before.numbers.set(state);
			input.numbers.set(vectorOf(token));
			x.numbers.set(numbers.subarray(parts.gate, parts.end));
			kernels.addProduct(x.at, input.at, address(parts.input), size, 3 * size);
			step(0);
			state.set(after.numbers);
		},
		predict(state, into) {
			before.numbers.set(state);
			logits.numbers.set(bias.numbers);
			kernels.addDots(logits.at, weights.at, before.at, vocabulary, size);
			softmax(logits.numbers, vocabulary, into);
		},
		follow(tokens, targets, places) {
			const found: number[] = [];
			const wanted: number[] = [];
			const last = places.at(-1) ?? 0;
			let next = 0;
			after.numbers.fill(0);
			for (let from = 0; from < last; from += rows) {
				const count = Math.min(rows, last - from);
				for (let row = 0; row < count; row++) {
					input.numbers.set(vectorOf(tokens[from + row] as number), row * size);
				}

				kernels.repeatRow(x.at, address(parts.gate), rows, 3 * size);
				kernels.matmul(
					x.at,
					input.at,
					address(parts.input),
					roundUp(count, 4),
					size,
					3 * size,
					1,
				);
				for (let row = 0; row < count; row++) {
					before.numbers.set(after.numbers);
					step(row);
					if (places[next] !== from + row + 1) continue;
					asked.numbers.set(after.numbers, wanted.length * size);
					wanted.push(targets[places[next++] as number] as number);
					if (wanted.length < rows) continue;
					probabilities(wanted, found);
					wanted.length = 0;
				}
			}

			if (wanted.length > 0) probabilities(wanted, found);
			return Float64Array.from(found);
		},
	};
}

/** Writes exponentials of the first numbers of a line into `into`, in such a proportion that they are together 1. */
function softmax(line: Float32Array, count: number, into: Float64Array): void {
	let most = Number.NEGATIVE_INFINITY;
	for (let at = 0; at < count; at++) most = Math.max(most, line[at] as number);
	let sum = 0;
	for (let at = 0; at < count; at++) {
		const value = Math.exp((line[at] as number) - most);
		into[at] = value;
		sum += value;
	}

	for (let at = 0; at < count; at++) (into[at] as number) /= sum;
}

/** The logarithm of the sum of the exponentials. */
function logSum(line: Float32Array): number {
	let most = Number.NEGATIVE_INFINITY;
	for (const value of line) if (value > most) most = value;
	let sum = 0;
	for (const value of line) sum += Math.exp(value - most);
	return most + Math.log(sum);
}

import type {Random} from '../engine/random.ts';
import {guess, type Learnt} from './guess.ts';
import type {Kernels} from './kernels.ts';
import type {Filled} from './lanes.ts';
import {goBack, readTokens} from './recurrence.ts';
import {openWorkspace, type StepShape, type Workspace} from './workspace.ts';

/** A network that is being trained. */
export type Learner = {
	weights: Float32Array<ArrayBuffer>;
	/** Averages that Adam keeps of the gradient and of its square. */
	first: Float32Array<ArrayBuffer>;
	second: Float32Array<ArrayBuffer>;
	/** The state of each lane. */
	carried: Float32Array<ArrayBuffer>;
	/** Learns from the tokens of a step. */
	learn(filled: Filled, how: Learning, random: Random): Learnt;
	/** The gradient of the mean loss of a step, without learning: for tests. */
	slope(filled: Filled, random: Random): Float32Array;
};

export type Learning = {
	rate: number;
	/** Steps learnt before. */
	before: number;
	/** Share of the inputs and of the states that are left out at random. */
	drop: number;
	/** How often each token is a target, as a share of all. */
	share: Float64Array;
};

/** Longer gradients are shortened to this (Pascanu et al. 2013). */
const mostSlope = 1;
const decay = 0.02;

/** @param learnt weights to begin with (`newWeights`, or what an earlier run saved) */
export function openLearner(
	kernels: Kernels,
	shape: StepShape,
	learnt: Float32Array,
): Learner {
	const space = openWorkspace(kernels, shape);
	const {weights, slope, first, second, carried} = space.memory;
	weights.numbers.set(learnt);
	return {
		weights: weights.numbers,
		first: first.numbers,
		second: second.numbers,
		carried: carried.numbers,
		slope(filled, random) {
			const {vocabulary} = shape;
			const share = new Float64Array(vocabulary).fill(1 / vocabulary);
			pass(space, filled, {drop: 0, share}, random);
			return slope.numbers.slice();
		},
		learn(filled, how, random) {
			const {touched, ...told} = pass(space, filled, how, random);
			improve(space, touched, how);
			return told;
		},
	};
}

/** There and back once: the loss, and the gradient in `slope`, of which the vectors of the touched tokens are not 0. */
function pass(
	space: Workspace,
	filled: Filled,
	{drop, share}: Pick<Learning, 'drop' | 'share'>,
	random: Random,
): Learnt & {touched: ReadonlySet<number>} {
	const {kernels, shape, rows, memory} = space;
	const {slope, inputMask, outputMask} = memory;
	slope.numbers.fill(0);
	const masked = drop > 0;
	if (masked) {
		const seed = () => Math.floor(random() * 2 ** 31) | 1;
		kernels.dropMask(inputMask.at, rows * shape.size, drop, seed());
		kernels.dropMask(outputMask.at, rows * shape.size, drop, seed());
	}

	readTokens(space, filled, masked);
	const {candidates, ...told} = guess(space, filled, share, random);
	goBack(space, filled, masked);
	return {...told, touched: new Set([...filled.inputs, ...candidates])};
}

/** A step of Adam down the gradient, shortened where it is long; of the tokens only the touched ones move. */
function improve(
	{kernels, shape: {size}, parts, memory, slopeAt}: Workspace,
	touched: ReadonlySet<number>,
	how: Learning,
): void {
	const {weights, slope, first, second} = memory;
	let squared = kernels.squares(slopeAt(parts.bias), parts.end - parts.bias);
	for (const token of touched) {
		squared += kernels.squares(slopeAt(size * token), size);
	}

	const scale = Math.min(1, mostSlope / Math.sqrt(squared || 1));
	const correction = 1 / (1 - 0.99 ** (how.before + 1));
	const rate = how.rate / (1 - 0.9 ** (how.before + 1));
	const move = (from: number, count: number, fading: number) =>
		kernels.adam(
			weights.at + 4 * from,
			slope.at + 4 * from,
			first.at + 4 * from,
			second.at + 4 * from,
			count,
			rate,
			correction,
			scale,
			how.rate * fading,
		);
	for (const token of touched) move(token * size, size, 0);
	move(parts.bias, parts.input - parts.bias, 0);
	move(parts.input, parts.gate - parts.input, decay);
	move(parts.gate, parts.end - parts.gate, 0);
}

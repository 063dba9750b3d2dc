import type {Kernels} from './kernels.ts';
import {layOut, type Region} from './memory.ts';
import {type Parts, partsOf, roundUp, type Shape} from './shape.ts';

export type StepShape = Shape & {
	/** Conversations read side by side, a multiple of 4. */
	lanes: number;
	/** Tokens of each that are read at once: errors go back so far (truncated back-propagation through time). */
	steps: number;
};

/** What a step of training works on: one row for each token of each lane, the lanes of a moment beside each other. */
export type Workspace = {
	kernels: Kernels;
	shape: StepShape;
	/** Tokens of a step. */
	rows: number;
	/** Numbers of the states of all lanes at one moment. */
	block: number;
	/** Where each part of the weights, and of the gradient, begins. */
	parts: Parts;
	memory: ReturnType<typeof regionsFor>;
	/** Addresses of a part of the weights, and of the gradient. */
	weightsAt(part: number): number;
	slopeAt(part: number): number;
};

/** Lays out all that a step needs; the memory of these kernels before is void. */
export function openWorkspace(kernels: Kernels, shape: StepShape): Workspace {
	const memory = regionsFor(kernels, shape);
	return {
		kernels,
		shape,
		rows: shape.lanes * shape.steps,
		block: shape.lanes * shape.size,
		parts: partsOf(shape),
		memory,
		weightsAt: part => memory.weights.at + 4 * part,
		slopeAt: part => memory.slope.at + 4 * part,
	};
}

function regionsFor(kernels: Kernels, shape: StepShape) {
	const {vocabulary, size, lanes, steps} = shape;
	const rows = lanes * steps;
	const most = roundUp(vocabulary, 8);
	const {end} = partsOf(shape);
	return layOut(kernels, {
		weights: end,
		slope: end,
		first: end,
		second: end,
		carried: lanes * size,
		inputs: rows * size,
		inputMask: rows * size,
		before: rows * size,
		after: rows * size,
		dropped: rows * size,
		outputMask: rows * size,
		x: 3 * rows * size,
		h: 3 * rows * size,
		vectors: most * size,
		vectorsTurned: most * size,
		bias: most,
		logits: rows * most,
		logitsTurned: rows * most,
		targets: rows,
		lossWeights: rows,
		d: lanes * size,
		turned: 3 * size * Math.max(size, rows),
	});
}

/** A row of a matrix, or the vector of a token. */
export const vector = (
	{numbers}: Region,
	row: number,
	size: number,
): Float32Array => numbers.subarray(row * size, (row + 1) * size);

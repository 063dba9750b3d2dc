import type {Filled} from './lanes.ts';
import {vector, type Workspace} from './workspace.ts';

/*
The recurrent layer over the tokens of a step: from the tokens to the states (`readTokens`), and from the loss by the
states to the gradient of the layer and of the tokens' vectors (`goBack`).
*/

/** Reads the tokens: the states stand in `after`, and in `dropped` as the output sees them. */
export function readTokens(
	space: Workspace,
	filled: Filled,
	masked: boolean,
): void {
	const {kernels, shape, rows, block, memory, weightsAt, parts} = space;
	const {size, steps} = shape;
	const {weights, inputs, inputMask, outputMask} = memory;
	const {x, after, dropped, carried} = memory;
	for (let row = 0; row < rows; row++) {
		const token = filled.inputs[row] as number;
		inputs.numbers.set(vector(weights, token, size), row * size);
	}

	if (masked) kernels.multiply(inputs.at, inputMask.at, rows * size);
	kernels.repeatRow(x.at, weightsAt(parts.gate), rows, 3 * size);
	kernels.matmul(
		x.at,
		inputs.at,
		weightsAt(parts.input),
		rows,
		size,
		3 * size,
		1,
	);
	for (let step = 0; step < steps; step++) readStep(space, filled, step);
	carried.numbers.set(after.numbers.subarray((steps - 1) * block));
	dropped.numbers.set(after.numbers);
	if (masked) kernels.multiply(dropped.at, outputMask.at, rows * size);
}

/** One moment of all lanes. */
function readStep(space: Workspace, {begins}: Filled, step: number): void {
	const {kernels, shape, block, memory, weightsAt, parts} = space;
	const {size, lanes} = shape;
	const {carried, before, after, x, h} = memory;
	const at = 4 * step * block;
	before.numbers.set(
		step === 0
			? carried.numbers
			: after.numbers.subarray((step - 1) * block, step * block),
		step * block,
	);
	for (let lane = 0; lane < lanes; lane++) {
		const row = step * lanes + lane;
		if (begins[row] === 1) vector(before, row, size).fill(0);
	}

	kernels.matmul(
		h.at + 3 * at,
		before.at + at,
		weightsAt(parts.state),
		lanes,
		size,
		3 * size,
		0,
	);
	kernels.gates(
		after.at + at,
		before.at + at,
		x.at + 3 * at,
		h.at + 3 * at,
		lanes,
		size,
	);
}

/** From the loss by the states, which `dropped` holds now, to the gradient. */
export function goBack(
	space: Workspace,
	filled: Filled,
	masked: boolean,
): void {
	const {kernels, shape, rows, memory, weightsAt, parts} = space;
	const {size, steps} = shape;
	const {dropped, outputMask, d, turned} = memory;
	if (masked) kernels.multiply(dropped.at, outputMask.at, rows * size);
	kernels.transpose(turned.at, weightsAt(parts.state), size, 3 * size);
	d.numbers.fill(0);
	for (let step = steps - 1; step >= 0; step--) backStep(space, filled, step);
	productSlopes(space);
	tokenSlopes(space, filled, masked);
}

/** One moment of all lanes, with the state's product turned round in `turned`. */
function backStep(space: Workspace, {begins}: Filled, step: number): void {
	const {kernels, shape, block, memory} = space;
	const {size, lanes} = shape;
	const {dropped, before, x, h, d, turned} = memory;
	const at = 4 * step * block;
	kernels.addRows(d.at, dropped.at + at, 1, block);
	kernels.gatesBack(
		d.at,
		before.at + at,
		x.at + 3 * at,
		h.at + 3 * at,
		lanes,
		size,
	);
	kernels.matmul(d.at, h.at + 3 * at, turned.at, lanes, 3 * size, size, 1);
	for (let lane = 0; lane < lanes; lane++) {
		if (begins[step * lanes + lane] === 1) vector(d, lane, size).fill(0);
	}
}

/** The gradient of the layer's products and biases. */
function productSlopes(space: Workspace): void {
	const {kernels, shape, rows, memory, slopeAt, parts} = space;
	const {size} = shape;
	const {before, inputs, x, h, turned} = memory;
	kernels.transpose(turned.at, before.at, rows, size);
	kernels.matmul(
		slopeAt(parts.state),
		turned.at,
		h.at,
		size,
		rows,
		3 * size,
		0,
	);
	kernels.transpose(turned.at, inputs.at, rows, size);
	kernels.matmul(
		slopeAt(parts.input),
		turned.at,
		x.at,
		size,
		rows,
		3 * size,
		0,
	);
	kernels.addRows(slopeAt(parts.gate), x.at, rows, 3 * size);
}

/** The gradient of the vectors of the tokens that were read; `inputs` is written over. */
function tokenSlopes(
	space: Workspace,
	{inputs: tokens}: Filled,
	masked: boolean,
): void {
	const {kernels, shape, rows, memory, weightsAt, slopeAt, parts} = space;
	const {size} = shape;
	const {inputs, inputMask, x, turned} = memory;
	kernels.transpose(turned.at, weightsAt(parts.input), size, 3 * size);
	kernels.matmul(inputs.at, x.at, turned.at, rows, 3 * size, size, 0);
	if (masked) kernels.multiply(inputs.at, inputMask.at, rows * size);
	for (let row = 0; row < rows; row++) {
		const token = tokens[row] as number;
		kernels.addRows(slopeAt(token * size), inputs.at + 4 * row * size, 1, size);
	}
}

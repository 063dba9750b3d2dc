import type {Random} from '../engine/random.ts';
import {chooseCandidates} from './candidates.ts';
import type {Kernels} from './kernels.ts';
import type {Filled} from './lanes.ts';
import {layOut, type Region} from './memory.ts';
import {partsOf, roundUp, type Shape} from './shape.ts';

export type StepShape = Shape & {
	/** Conversations read side by side, a multiple of 4. */
	lanes: number;
	/** Tokens of each that are read at once: errors go back so far (truncated back-propagation through time). */
	steps: number;
};

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

/** Of the step's tokens before they were learnt: nats per token, and how often the likeliest was right. */
export type Learnt = {loss: number; accuracy: number};

/** Longer gradients are shortened to this (Pascanu et al. 2013). */
const mostSlope = 1;
const decay = 0.02;
/** Rows whose likeliest candidate is looked at. */
const watched = 64;

export function openLearner(
	kernels: Kernels,
	shape: StepShape,
	learnt: Float32Array,
): Learner {
	const {vocabulary, size, lanes, steps} = shape;
	const rows = lanes * steps;
	const most = roundUp(vocabulary, 8);
	const parts = partsOf(shape);
	const memory = layOut(kernels, {
		weights: parts.end,
		slope: parts.end,
		first: parts.end,
		second: parts.end,
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
	memory.weights.numbers.set(learnt);
	const pass = makePass(kernels, shape, memory);
	const {weights, slope, first, second} = memory;
	return {
		weights: weights.numbers,
		first: first.numbers,
		second: second.numbers,
		carried: memory.carried.numbers,
		slope(filled, random) {
			const share = new Float64Array(vocabulary).fill(1 / vocabulary);
			const how = {rate: 0, before: 0, drop: 0, share};
			pass(filled, how, random);
			return slope.numbers.slice();
		},
		learn(filled, how, random) {
			const {touched, ...told} = pass(filled, how, random);
			let squared = kernels.squares(
				slope.at + 4 * parts.bias,
				parts.end - parts.bias,
			);
			for (const token of touched) {
				squared += kernels.squares(slope.at + 4 * size * token, size);
			}

			const scale = Math.min(1, mostSlope / Math.sqrt(squared || 1));
			const correction = 1 / (1 - 0.99 ** (how.before + 1));
			const rate = how.rate / (1 - 0.9 ** (how.before + 1));
			const improve = (at: number, count: number, fading: number) =>
				kernels.adam(
					weights.at + 4 * at,
					slope.at + 4 * at,
					first.at + 4 * at,
					second.at + 4 * at,
					count,
					rate,
					correction,
					scale,
					how.rate * fading,
				);
			for (const token of touched) improve(token * size, size, 0);
			improve(parts.bias, parts.input - parts.bias, 0);
			improve(parts.input, parts.gate - parts.input, decay);
			improve(parts.gate, parts.end - parts.gate, 0);
			return told;
		},
	};
}

type Memory = Record<
	| 'weights'
	| 'slope'
	| 'carried'
	| 'inputs'
	| 'inputMask'
	| 'before'
	| 'after'
	| 'dropped'
	| 'outputMask'
	| 'x'
	| 'h'
	| 'vectors'
	| 'vectorsTurned'
	| 'bias'
	| 'logits'
	| 'logitsTurned'
	| 'targets'
	| 'lossWeights'
	| 'd'
	| 'turned',
	Region
>;

/** There and back once: the loss, and the gradient in `slope`. */
function makePass(kernels: Kernels, shape: StepShape, memory: Memory) {
	const {size, lanes, steps} = shape;
	const rows = lanes * steps;
	const parts = partsOf(shape);
	const {weights, slope, carried, inputs, before, after, dropped} = memory;
	const {inputMask, outputMask, x, h, vectors, vectorsTurned} = memory;
	const {bias, logits, logitsTurned, targets, lossWeights, d, turned} = memory;
	const weightsAt = (part: number) => weights.at + 4 * part;
	const slopeAt = (part: number) => slope.at + 4 * part;
	const block = lanes * size;
	const vector = (of: Float32Array, row: number) =>
		of.subarray(row * size, (row + 1) * size);

	const read = ({inputs: tokens, begins}: Filled, masked: boolean) => {
		for (let row = 0; row < rows; row++) {
			const token = tokens[row] as number;
			inputs.numbers.set(vector(weights.numbers, token), row * size);
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
		for (let step = 0; step < steps; step++) {
			const at = 4 * step * block;
			before.numbers.set(
				step === 0
					? carried.numbers
					: after.numbers.subarray((step - 1) * block, step * block),
				step * block,
			);
			for (let lane = 0; lane < lanes; lane++) {
				if (begins[step * lanes + lane] === 1) {
					vector(before.numbers, step * lanes + lane).fill(0);
				}
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

		carried.numbers.set(after.numbers.subarray((steps - 1) * block));
		dropped.numbers.set(after.numbers);
		if (masked) kernels.multiply(dropped.at, outputMask.at, rows * size);
	};

	const back = ({inputs: tokens, begins}: Filled, masked: boolean) => {
		// `dropped` holds the loss by the states now.
		if (masked) kernels.multiply(dropped.at, outputMask.at, rows * size);
		kernels.transpose(turned.at, weightsAt(parts.state), size, 3 * size);
		d.numbers.fill(0);
		for (let step = steps - 1; step >= 0; step--) {
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
				if (begins[step * lanes + lane] === 1) vector(d.numbers, lane).fill(0);
			}
		}

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
		kernels.transpose(turned.at, weightsAt(parts.input), size, 3 * size);
		kernels.matmul(inputs.at, x.at, turned.at, rows, 3 * size, size, 0);
		if (masked) kernels.multiply(inputs.at, inputMask.at, rows * size);
		for (let row = 0; row < rows; row++) {
			kernels.addRows(
				slopeAt((tokens[row] as number) * size),
				inputs.at + 4 * row * size,
				1,
				size,
			);
		}
	};

	return (
		filled: Filled,
		{drop, share}: Learning,
		random: Random,
	): Learnt & {touched: Set<number>} => {
		slope.numbers.fill(0);
		const masked = drop > 0;
		if (masked) {
			const seed = () => Math.floor(random() * 2 ** 31) | 1;
			kernels.dropMask(inputMask.at, rows * size, drop, seed());
			kernels.dropMask(outputMask.at, rows * size, drop, seed());
		}

		read(filled, masked);
		const asked: number[] = [];
		let sum = 0;
		for (let row = 0; row < rows; row++) {
			const weight = filled.weights[row] as number;
			if (weight > 0) asked.push(filled.targets[row] as number);
			sum += weight;
		}

		const candidates = chooseCandidates(asked, share, random);
		const {tokens, count, correction, place} = candidates;
		const width = tokens.length;
		for (const [at, token] of tokens.entries()) {
			vectors.numbers.set(vector(weights.numbers, token), at * size);
			bias.numbers[at] =
				at < count
					? (weights.numbers[parts.bias + token] as number) -
						(correction[at] as number)
					: -1e9;
		}

		for (let row = 0; row < rows; row++) {
			const weight = filled.weights[row] as number;
			targets.whole[row] =
				weight > 0 ? (place[filled.targets[row] as number] as number) : 0;
			lossWeights.numbers[row] = weight / (sum || 1);
		}

		kernels.transpose(vectorsTurned.at, vectors.at, roundUp(width, 8), size);
		kernels.repeatRow(logits.at, bias.at, rows, width);
		kernels.matmul(
			logits.at,
			dropped.at,
			vectorsTurned.at,
			rows,
			size,
			width,
			1,
		);
		const loss = kernels.softmaxLoss(
			logits.at,
			targets.at,
			lossWeights.at,
			rows,
			width,
		);
		const accuracy = hits(memory, rows, width);
		kernels.transpose(logitsTurned.at, logits.at, rows, width);
		// From here on `vectors` holds the loss by the candidates' vectors, `dropped` that by the states.
		kernels.matmul(
			vectorsTurned.at,
			logitsTurned.at,
			dropped.at,
			width,
			rows,
			size,
			0,
		);
		kernels.matmul(dropped.at, logits.at, vectors.at, rows, width, size, 0);
		bias.numbers.fill(0, 0, width);
		kernels.addRows(bias.at, logits.at, rows, width);
		const touched = new Set<number>(filled.inputs);
		for (let at = 0; at < count; at++) {
			const token = tokens[at] as number;
			touched.add(token);
			vector(slope.numbers, token).set(vector(vectorsTurned.numbers, at));
			slope.numbers[parts.bias + token] = bias.numbers[at] as number;
		}

		back(filled, masked);
		return {loss, accuracy, touched};
	};
}

/** How often the likeliest candidate was the right one; read off the loss by the logits. */
function hits(
	{logits, targets, lossWeights}: Memory,
	rows: number,
	width: number,
): number {
	let right = 0;
	let looked = 0;
	for (let row = 0; row < rows && looked < watched; row++) {
		const weight = lossWeights.numbers[row] as number;
		if (weight === 0) continue;
		looked++;
		const line = logits.numbers.subarray(row * width, (row + 1) * width);
		const target = targets.whole[row] as number;
		const own = (line[target] as number) + weight;
		let best = true;
		for (let at = 0; at < width && best; at++) {
			best = at === target || (line[at] as number) < own;
		}

		if (best) right++;
	}

	return right / (looked || 1);
}

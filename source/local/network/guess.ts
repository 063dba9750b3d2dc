import type {Random} from '../engine/random.ts';
import {type Candidates, chooseCandidates} from './candidates.ts';
import type {Filled} from './lanes.ts';
import {roundUp} from './shape.ts';
import {vector, type Workspace} from './workspace.ts';

/** Of the step's tokens before they were learnt: nats per token, and how often the likeliest was right. */
export type Learnt = {loss: number; accuracy: number};

/** Rows whose likeliest candidate is looked at. */
const watched = 64;

/**
Guesses the next token of each row among candidates (`candidates.ts`), by the states in `dropped`; leaves there the loss
by the states, and the gradient of the candidates' vectors and biases.
@param share how often each token is a target, as a share of all
@returns also the candidates, whose vectors have a gradient now
*/
export function guess(
	space: Workspace,
	filled: Filled,
	share: Float64Array,
	random: Random,
): Learnt & {candidates: readonly number[]} {
	const {kernels, rows, memory} = space;
	const {logits, targets, lossWeights} = memory;
	const candidates = chooseCandidates(wantedOf(filled, rows), share, random);
	const width = candidates.tokens.length;
	takeVectors(space, candidates);
	takeTargets(space, filled, candidates);
	computeLogits(space, width);
	const loss = kernels.softmaxLoss(
		logits.at,
		targets.at,
		lossWeights.at,
		rows,
		width,
	);
	const accuracy = hits(space, width);
	return {loss, accuracy, candidates: guessBack(space, candidates)};
}

/** The targets of the rows that count. */
function wantedOf({targets, weights}: Filled, rows: number): number[] {
	const wanted: number[] = [];
	for (let row = 0; row < rows; row++) {
		if ((weights[row] as number) > 0) wanted.push(targets[row] as number);
	}

	return wanted;
}

function takeVectors(
	{shape: {size}, parts, memory}: Workspace,
	{tokens, count, correction}: Candidates,
): void {
	const {weights, vectors, bias} = memory;
	for (const [at, token] of tokens.entries()) {
		vectors.numbers.set(vector(weights, token, size), at * size);
		bias.numbers[at] =
			at < count
				? (weights.numbers[parts.bias + token] as number) -
					(correction[at] as number)
				: -1e9;
	}
}

/** Where each row's target stands among the candidates, and how much the row counts: all together 1. */
function takeTargets(
	{rows, memory}: Workspace,
	filled: Filled,
	{place}: Candidates,
): void {
	const {targets, lossWeights} = memory;
	let sum = 0;
	for (let row = 0; row < rows; row++) sum += filled.weights[row] as number;
	for (let row = 0; row < rows; row++) {
		const weight = filled.weights[row] as number;
		targets.whole[row] =
			weight > 0 ? (place[filled.targets[row] as number] as number) : 0;
		lossWeights.numbers[row] = weight / (sum || 1);
	}
}

function computeLogits(
	{kernels, shape: {size}, rows, memory}: Workspace,
	width: number,
): void {
	const {vectors, vectorsTurned, bias, logits, dropped} = memory;
	kernels.transpose(vectorsTurned.at, vectors.at, roundUp(width, 8), size);
	kernels.repeatRow(logits.at, bias.at, rows, width);
	kernels.matmul(logits.at, dropped.at, vectorsTurned.at, rows, size, width, 1);
}

/** From the loss by the logits; returns the candidates that are no filling. */
function guessBack(
	{kernels, shape: {size}, rows, parts, memory}: Workspace,
	{tokens, count}: Candidates,
): number[] {
	const {slope, vectors, vectorsTurned, bias, logits, logitsTurned, dropped} =
		memory;
	const width = tokens.length;
	kernels.transpose(logitsTurned.at, logits.at, rows, width);
	// From here on `vectorsTurned` holds the loss by the candidates' vectors, `dropped` that by the states.
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
	const real = Array.from(tokens.subarray(0, count));
	for (const [at, token] of real.entries()) {
		vector(slope, token, size).set(vector(vectorsTurned, at, size));
		slope.numbers[parts.bias + token] = bias.numbers[at] as number;
	}

	return real;
}

/** How often the likeliest candidate was the right one; read off the loss by the logits. */
function hits({rows, memory}: Workspace, width: number): number {
	const {logits, targets, lossWeights} = memory;
	let right = 0;
	let looked = 0;
	for (let row = 0; row < rows && looked < watched; row++) {
		const weight = lossWeights.numbers[row] as number;
		if (weight === 0) continue;
		looked++;
		const line = vector(logits, row, width);
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

import {describe, expect, test} from 'vitest';
import {seededRandom} from '../../../source/local/engine/random.ts';
import {
	type Kernels,
	openKernels,
} from '../../../source/local/network/kernels.ts';
import type {Filled} from '../../../source/local/network/lanes.ts';
import {layOut} from '../../../source/local/network/memory.ts';
import {makeNetwork} from '../../../source/local/network/network.ts';
import {newWeights} from '../../../source/local/network/shape.ts';
import {openLearner} from '../../../source/local/network/step.ts';
import {plainKernels} from './plain.ts';

const shape = {vocabulary: 60, size: 16, lanes: 4, steps: 6};
const rows = shape.lanes * shape.steps;

/** Tokens with an order in them, conversations that begin in the middle, and places where nothing is predicted. */
function someTokens(seed: number): Filled {
	const random = seededRandom(seed);
	const filled: Filled = {
		inputs: new Uint16Array(rows),
		targets: new Uint16Array(rows),
		weights: new Float32Array(rows),
		begins: new Uint8Array(rows),
	};
	for (let at = 0; at < rows; at++) {
		const token = Math.floor(random() * shape.vocabulary);
		filled.inputs[at] = token;
		filled.targets[at] = (7 * token + 3) % shape.vocabulary;
		filled.weights[at] = [1, 0.5, 0][Math.floor(3 * random())] as number;
		filled.begins[at] = random() < 0.15 ? 1 : 0;
	}

	return filled;
}

const share = new Float64Array(shape.vocabulary).fill(1 / shape.vocabulary);
const start = () => newWeights(shape, share, seededRandom(1));

function train(kernels: Kernels, steps: number) {
	const learner = openLearner(kernels, shape, start());
	const random = seededRandom(5);
	const told = Array.from({length: steps}, (_, before) =>
		learner.learn(
			someTokens(before % 7),
			{rate: 0.01, before, drop: 0.2, share},
			random,
		),
	);
	return {told, weights: learner.weights.slice()};
}

const farthest = (one: Float32Array, other: Float32Array): number =>
	one.reduce(
		(most, value, at) => Math.max(most, Math.abs(value - (other[at] ?? 0))),
		0,
	);

describe('training step', () => {
	test('goes the same way as the plain one, to 1e-4', () => {
		const fast = train(openKernels(), 12);
		const plain = train(plainKernels(), 12);
		for (const [at, {loss}] of fast.told.entries()) {
			expect(loss).toBeCloseTo(plain.told[at]?.loss ?? 0, 4);
		}

		expect(farthest(fast.weights, plain.weights)).toBeLessThan(1e-4);
	});

	test('follows the slope of the loss, as finite differences have it', () => {
		const filled = someTokens(3);
		const lossWith = (weights: Float32Array) => {
			const learner = openLearner(plainKernels(), shape, weights);
			const how = {rate: 0, before: 0, drop: 0, share};
			return learner.learn(filled, how, seededRandom(2)).loss;
		};
		const weights = start();
		const slope = openLearner(openKernels(), shape, weights).slope(
			filled,
			seededRandom(2),
		);
		// Of every part some numbers: vectors, biases, products, gates.
		const random = seededRandom(9);
		const places = Array.from({length: 60}, () =>
			Math.floor(random() * weights.length),
		).concat(weights.length - 1, weights.length - 17, weights.length - 33);
		for (const place of places) {
			const moved = (by: number) => {
				const copy = weights.slice();
				(copy[place] as number) += by;
				return lossWith(copy);
			};
			const measured = (moved(0.01) - moved(-0.01)) / 0.02;
			expect(slope[place], `number ${place}`).toBeCloseTo(measured, 3);
		}
	});

	test('learns what follows what', () => {
		const {told} = train(openKernels(), 150);
		expect(told[0]?.loss).toBeGreaterThan(3.5);
		expect(told.at(-1)?.loss).toBeLessThan(1.5);
		expect(told.at(-1)?.accuracy).toBeGreaterThan(told[0]?.accuracy ?? 1);
	});

	test('is the same for the same seed, to the last bit', () => {
		const one = train(openKernels(), 5);
		const other = train(openKernels(), 5);
		expect(one.weights).toEqual(other.weights);
	});
});

describe('network', () => {
	const network = makeNetwork(openKernels(), shape, start());
	const tokens = Uint16Array.from({length: 150}, (_, at) => (at * 11) % 60);

	test('predicts every token, together 1', () => {
		const state = network.begin();
		network.read(state, 5);
		const into = new Float64Array(shape.vocabulary);
		network.predict(state, into);
		expect(into.every(value => value > 0)).toBe(true);
		expect(into.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
	});

	test('tells the same of a conversation token by token and at once', () => {
		const places = [1, 5, 64, 65, 149];
		const found = network.follow(tokens, tokens, places);
		const state = network.begin();
		const into = new Float64Array(shape.vocabulary);
		const one: number[] = [];
		for (const [at, token] of tokens.entries()) {
			if (places.includes(at)) {
				network.predict(state, into);
				one.push(into[token] as number);
			}

			network.read(state, token);
		}

		expect(found).toHaveLength(places.length);
		for (const [at, value] of one.entries()) {
			expect(found[at]).toBeCloseTo(value, 6);
		}
	});

	test('tells the same as the plain one', () => {
		const plain = makeNetwork(plainKernels(), shape, start());
		const places = [3, 30, 120];
		const found = network.follow(tokens, tokens, places);
		const expected = plain.follow(tokens, tokens, places);
		for (const [at, value] of expected.entries()) {
			expect(found[at]).toBeCloseTo(value, 4);
		}
	});
});

describe('kernels', () => {
	test('of the exponential are exact far from 0 too', () => {
		const kernels = openKernels();
		const {logits, targets, weights} = layOut(kernels, {
			logits: 8,
			targets: 4,
			weights: 4,
		});
		weights.numbers[0] = 1;
		logits.numbers.set([80, 79, 0, -80, -1e9, 70, 60, 50]);
		const loss = kernels.softmaxLoss(logits.at, targets.at, weights.at, 1, 8);
		expect(loss).toBeCloseTo(Math.log(1 + Math.exp(-1) + Math.exp(-10)), 5);
		expect(logits.numbers[1]).toBeCloseTo(0.26893, 5);
	});

	test('leave out the share that is asked for', () => {
		const kernels = openKernels();
		const {mask} = layOut(kernels, {mask: 40_000});
		kernels.dropMask(mask.at, 40_000, 0.3, 7);
		const kept = mask.numbers.filter(value => value > 0);
		expect(kept.length / 40_000).toBeCloseTo(0.7, 1);
		expect(kept[0]).toBeCloseTo(1 / 0.7, 5);
	});
});

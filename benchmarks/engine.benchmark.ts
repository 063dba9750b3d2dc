import {expect, test} from 'vitest';
import {seededRandom} from '../source/local/engine/random.ts';
import {type Kernels, openKernels} from '../source/local/network/kernels.ts';
import {newWeights} from '../source/local/network/shape.ts';
import {openLearner} from '../source/local/network/step.ts';
import {plainKernels} from '../test/local/network/plain.ts';

const shape = {vocabulary: 2263, size: 128, lanes: 16, steps: 32};
const rows = shape.lanes * shape.steps;

/** Tokens a second of training, by the processor's time. */
function speed(kernels: Kernels, steps: number): number {
	const random = seededRandom(1);
	const share = new Float64Array(shape.vocabulary).fill(1 / shape.vocabulary);
	const learner = openLearner(kernels, shape, newWeights(shape, share, random));
	const some = () =>
		Uint16Array.from({length: rows}, () =>
			Math.floor(shape.vocabulary * random() ** 3),
		);
	const learn = (before: number) =>
		learner.learn(
			{
				inputs: some(),
				targets: some(),
				weights: new Float32Array(rows).fill(1),
				begins: new Uint8Array(rows),
			},
			{rate: 0.01, before, drop: 0.3, share},
			random,
		);
	learn(0);
	const begun = process.cpuUsage().user;
	for (let step = 1; step <= steps; step++) learn(step);
	return (steps * rows * 1e6) / (process.cpuUsage().user - begun);
}

test('the network is trained at least three times as fast as in plain JavaScript', () => {
	const plain = speed(plainKernels(), 6);
	const fast = speed(openKernels(), 60);
	console.log(
		`training: ${Math.round(fast)} tokens/s of one core in WebAssembly, ${Math.round(plain)} in plain JavaScript: ${(fast / plain).toFixed(1)} times`,
	);
	expect(fast / plain).toBeGreaterThan(3);
});

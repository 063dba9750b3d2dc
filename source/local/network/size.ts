import {seededRandom} from '../engine/random.ts';
import {openKernels} from './kernels.ts';
import type {Planned} from './pace.ts';
import {newWeights} from './shape.ts';
import {openLearner} from './step.ts';
import type {StepShape} from './workspace.ts';

const small = 128;
const large = 256;
/** A large network takes so many times as long for a step. */
const slower = 3.4;
/** It learns more where the time is enough to read everything so often. */
const readings = 5;
/** Steps that one reading of little text takes: about 60,000 tokens. */
const fewSteps = 120;
const trials = 4;

/** How large a network is worth its time: tried on this machine, as it is now. */
export function sizeFor(
	{minutes, stepsPerEpoch}: Planned,
	shape: Omit<StepShape, 'size'>,
): number {
	// Little text is learnt by heart by a large one before it helps.
	if (minutes === null || stepsPerEpoch < fewSteps) return small;
	const needed = readings * stepsPerEpoch * slower * stepTime(shape);
	return needed < 60_000 * minutes ? large : small;
}

/** Milliseconds that a step of a small network takes. */
function stepTime(shape: Omit<StepShape, 'size'>): number {
	const {vocabulary, lanes, steps} = shape;
	const share = new Float64Array(vocabulary).fill(1 / vocabulary);
	const random = seededRandom(1);
	const whole = {...shape, size: small};
	const learner = openLearner(
		openKernels(),
		whole,
		newWeights(whole, share, random),
	);
	const rows = lanes * steps;
	const some = () =>
		Uint16Array.from({length: rows}, () =>
			Math.floor(vocabulary * random() ** 3),
		);
	const filled = {
		inputs: some(),
		targets: some(),
		weights: new Float32Array(rows).fill(1),
		begins: new Uint8Array(rows),
	};
	const learn = (before: number) =>
		learner.learn(filled, {rate: 0.01, before, drop: 0.3, share}, random);
	learn(0);
	const begun = performance.now();
	for (let trial = 1; trial <= trials; trial++) learn(trial);
	return (performance.now() - begun) / trials;
}

import {pause} from '../engine/pause.ts';
import {seededRandom} from '../engine/random.ts';
import type {Stream} from '../engine/stream.ts';
import {openKernels} from './kernels.ts';
import {type Filled, type Lanes, openLanes} from './lanes.ts';
import {type Pace, type Planned, pacer} from './pace.ts';
import {readState, writeState} from './saved.ts';
import {newWeights, type Shape, type Trained} from './shape.ts';
import {sizeFor} from './size.ts';
import {type Learner, openLearner} from './step.ts';

/** How a network is trained. */
export type NetworkPlan = Planned & {
	/** Units; null for as many as the time is enough for. */
	size: number | null;
	lanes: number;
	/** Highest learning rate. */
	rate: number;
	/** Share that dropout leaves out. */
	drop: number;
	seed: number;
};

/** What is told about the training now and then: a slice of it, as `pace.ts` cuts it. */
export type Slice = {
	/** Slices done, of `slices`. */
	slice: number;
	/** Whether it is the last one that this network tells of; its number may have been told already. */
	isLast: boolean;
	/** Of the network alone on the slice's tokens, before they were learnt. */
	loss: number;
	accuracy: number;
	epoch: number;
	shape: Shape;
	weights: Float32Array<ArrayBuffer>;
	/** All that is needed to go on from here. */
	save(): Uint8Array<ArrayBuffer>;
	/** Tells how good the network is on text that it does not learn: so the end is found, and the best network. */
	measured(loss: number): void;
};

/** A training that has yet to begin or to go on. */
export type NetworkTraining = {
	/** What it tells; throws the signal's reason when that is aborted. */
	slices(signal: AbortSignal): AsyncGenerator<Slice>;
	/** The last slice that is done, by an earlier run too; its losses are NaN before the first. */
	last(): Pick<Slice, 'slice' | 'loss' | 'accuracy'>;
	/** Minutes left when all slices are told, where these are enough for another network like it; else null. */
	minutesLeft(): number | null;
	/** The best network of those that were measured, by an earlier run too; as it is now where none was. */
	best(): Trained;
};

/** Tokens of each lane at once. */
const steps = 32;

/**
Trains a network on conversations by truncated back-propagation through time (Williams and Peng 1990) with Adam: the
rate rises over the first steps, stays, and falls to nothing in the last part (pace.ts). The same conversations, plan
and number of steps give the same network. `saved` goes on from what a slice saved; what does not fit is passed over.
*/
export function openTraining(
	streams: readonly Stream[],
	vocabulary: number,
	plan: NetworkPlan,
	saved: Uint8Array | null,
): NetworkTraining {
	const {lanes, seed} = plan;
	const share = sharesOf(streams, vocabulary);
	const found = saved && readState(saved, {vocabulary, lanes});
	const size =
		found?.size ?? plan.size ?? sizeFor(plan, {vocabulary, lanes, steps});
	const shape: Shape = {vocabulary, size};
	const learner = openLearner(
		openKernels(),
		{...shape, lanes, steps},
		found?.weights ?? newWeights(shape, share, seededRandom(seed)),
	);
	const reading = openLanes(streams, lanes, seed);
	if (found) {
		learner.first.set(found.first);
		learner.second.set(found.second);
		learner.carried.set(found.carried);
		reading.restore(found.lanes);
	}

	const pace: Pace = pacer(plan, found?.pace ?? null);
	/** The best so far: where more of the same makes it worse, the rate falls from there. */
	const kept = (found?.kept ?? learner.weights).slice();
	let last = found?.last ?? {loss: Number.NaN, accuracy: 0};

	const save = () =>
		writeState({
			...shape,
			weights: learner.weights,
			kept,
			first: learner.first,
			second: learner.second,
			carried: learner.carried,
			lanes: reading.save(),
			pace: pace.save(),
			last,
		});
	const measured = (loss: number) => {
		const {best, turns} = pace.measured(loss);
		if (best) kept.set(learner.weights);
		if (turns) learner.weights.set(kept);
	};
	const learn = learning(learner, reading, plan, share);
	return {
		last: () => ({slice: pace.slice(), ...last}),
		minutesLeft: () =>
			plan.minutes !== null && pace.leavesTime()
				? plan.minutes - pace.spent() / 60_000
				: null,
		best: () => ({
			shape,
			weights: pace.hasMeasured() ? kept : learner.weights,
		}),
		async *slices(signal) {
			while (!pace.isOver()) {
				const told = learn(pace);
				if (told === null) continue;
				last = told;
				await pause(signal);
				yield {
					...last,
					slice: pace.slice(),
					isLast: pace.isOver(),
					epoch: reading.epoch(),
					shape,
					weights: learner.weights,
					save,
					measured,
				};
			}
		},
	};
}

/** Learns the next step; what the slice told where the step completes one, else null. */
function learning(
	learner: Learner,
	reading: Lanes,
	{rate, drop, lanes, seed}: NetworkPlan,
	share: Float64Array,
): (pace: Pace) => {loss: number; accuracy: number} | null {
	const rows = lanes * steps;
	const filled: Filled = {
		inputs: new Uint16Array(rows),
		targets: new Uint16Array(rows),
		weights: new Float32Array(rows),
		begins: new Uint8Array(rows),
	};
	const sum = {loss: 0, accuracy: 0, count: 0};
	return pace => {
		reading.fill(filled);
		const before = pace.step();
		const told = learner.learn(
			filled,
			{rate: rate * pace.rate(), before, drop, share},
			// Drawn anew for each step, so that going on from a saved one changes nothing.
			seededRandom(seed + Math.imul(before + 1, 0x85ebca6b)),
		);
		sum.loss += told.loss;
		sum.accuracy += told.accuracy;
		sum.count++;
		if (!pace.stepped()) return null;
		const {loss, accuracy, count} = sum;
		Object.assign(sum, {loss: 0, accuracy: 0, count: 0});
		return {loss: loss / count, accuracy: accuracy / count};
	};
}

/** How often each token is a target, as a share of all. */
function sharesOf(
	streams: readonly Stream[],
	vocabulary: number,
): Float64Array {
	const share = new Float64Array(vocabulary);
	let total = 0;
	for (const {targets, length} of streams) {
		for (let at = 1; at < length; at++) {
			const target = targets[at] as number;
			if (target >= vocabulary) continue;
			(share[target] as number)++;
			total++;
		}
	}

	return share.map(count => count / (total || 1));
}

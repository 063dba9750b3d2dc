import {plural} from '../../format.ts';
import type {Trained} from '../network/shape.ts';
import {
	type NetworkPlan,
	type NetworkTraining,
	openTraining,
} from '../network/train.ts';
import {type Measuring, openMeasuring} from './measuring.ts';
import {openOccasions} from './occasions.ts';
import {pause} from './pause.ts';
import {pack, type Run, say} from './run.ts';
import {
	readNetworksSoFar,
	type SavedNetworks,
	writeNetworksSoFar,
} from './saved-networks.ts';
import type {Stream} from './stream.ts';
import type {EngineEvent} from './types.ts';

/** A kill costs about so much of the training. */
const savedEveryMs = 5000;
/** Models that can be talked to on the way, evenly spread; the first is there before the network. */
const checkpoints = 3;
/** Each network more gains less, and makes replies slower. */
const mostNetworks = 3;

/** A network that trains, and what was before it. */
type Stint = {
	plan: NetworkPlan;
	training: NetworkTraining;
	complete: readonly Trained[];
	/** Minutes that the complete ones took. */
	minutes: number;
};

/** What is behind when a network begins, or goes on from what was saved of it. */
type Before = Omit<SavedNetworks, 'training'> & {training: Uint8Array | null};

const nothing: Before = {complete: [], minutes: 0, slices: 0, training: null};

/**
 * Trains networks, with the n-grams complete: one, and where it stops getting better while enough of the time is left, others
 * from other beginnings, whose mean foresees more. Each slice is a step, whose losses are the one network's alone; the last
 * step measures all parts together. Leaves the networks as they were best on `run.tune`, and weights for all parts.
 */
export async function* trainDeep(
	run: Run,
	streams: readonly Stream[],
	plan: NetworkPlan,
	saved: Uint8Array | null,
	signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
	const measuring = await openMeasuring(run, signal);
	yield {type: 'checkpoint', step: 0, model: pack(run)};
	const vocabulary = run.tokenizer.size;
	let before: Before =
		(saved && readNetworksSoFar(saved, vocabulary)) || nothing;
	for (;;) {
		const stint = openStint(streams, vocabulary, plan, before);
		yield say(beginning(stint));
		yield* trainOne(run, measuring, stint, signal);
		const {training} = stint;
		const {shape, weights} = training.best();
		const complete = [...stint.complete, {shape, weights: weights.slice()}];
		const last = training.last();
		const left = training.minutesLeft();
		if (left === null || plan.minutes === null) {
			yield say('Weighing the parts on examples that none of them has seen');
			await pause(signal);
			yield measuring.finish(complete, last, plan.slices + 1);
			return;
		}
		const minutes = plan.minutes - left;
		before = {complete, minutes, slices: last.slice, training: null};
	}
}

/** The next network has the time that is left, and draws other numbers. */
function openStint(
	streams: readonly Stream[],
	vocabulary: number,
	plan: NetworkPlan,
	{complete, minutes, slices, training}: Before,
): Stint {
	const own: NetworkPlan = {
		...plan,
		minutes: plan.minutes === null ? null : plan.minutes - minutes,
		seed: plan.seed + complete.length,
		first: slices,
		mayFollow: plan.mayFollow && complete.length + 1 < mostNetworks,
	};
	return {
		plan: own,
		training: openTraining(streams, vocabulary, own, training),
		complete,
		minutes,
	};
}

/** Trains a network to its end. */
async function* trainOne(
	run: Run,
	measuring: Measuring,
	{plan, training, complete, minutes}: Stint,
	signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
	const done = training.last().slice;
	const occasions = openOccasions(plan, done);
	let savedAt = performance.now();
	let next = 1;
	while (isCheckpoint(done, next, plan)) next++;
	for await (const slice of training.slices(signal)) {
		const validLoss = occasions.isNow(slice)
			? occasions.timed(slice.slice, () => measuring.measure(slice))
			: null;
		// The end of a network may be told of in the middle of a slice.
		if (slice.slice === run.step) continue;
		run.step = slice.slice;
		yield {
			type: 'step',
			step: run.step,
			totalSteps: plan.slices + 1,
			trainLoss: slice.loss,
			trainAccuracy: slice.accuracy,
			validLoss,
			validAccuracy: null,
		};
		if (isCheckpoint(run.step, next, plan)) {
			next++;
			const {shape, weights} = slice;
			measuring.take([...complete, {shape, weights: weights.slice()}]);
			yield {type: 'checkpoint', step: run.step, model: pack(run)};
		}

		if (performance.now() - savedAt > savedEveryMs) {
			const state = {complete, minutes, slices: plan.first};
			yield {
				type: 'saved',
				state: writeNetworksSoFar({...state, training: slice.save()}),
			};
			savedAt = performance.now();
		}
	}
}

const ordinals = ['first', 'second', 'third'];

function beginning({plan, training, complete}: Stint): string {
	const done = training.last().slice;
	if (done > plan.first) return `Going on with the network from step ${done}`;
	return complete.length === 0
		? `Training a network for ${lengthOf(plan)}`
		: `Training a ${ordinals[complete.length]} network in the time that is left: together they foresee more`;
}

const lengthOf = ({minutes, epochs}: NetworkPlan): string =>
	minutes === null
		? plural(epochs, 'epoch')
		: `up to ${plural(minutes, 'minute')}`;

/** Whether a step is far enough for the checkpoint of that number. */
const isCheckpoint = (
	step: number,
	number: number,
	{slices}: NetworkPlan,
): boolean => number < checkpoints && step >= (number * slices) / checkpoints;

import {plural} from '../../format.ts';
import {type NetworkPlan, openTraining} from '../network/train.ts';
import {openMeasuring} from './measuring.ts';
import {pause} from './pause.ts';
import {pack, type Run, say} from './run.ts';
import type {Stream} from './stream.ts';
import type {EngineEvent} from './types.ts';

/** Measurements are so far apart, as a share of the way up to there: little text is learnt by heart early. */
const spacing = 0.15;
/** Measuring takes at most such a share of the time. */
const mostMeasuring = 0.08;
/** A kill costs about so much of the training. */
const savedEveryMs = 5000;
/** Models that can be talked to on the way, evenly spread; the first is there before the network. */
const checkpoints = 3;

/**
 * Trains the network, with the n-grams complete: each slice of it is a step, whose losses are the network's alone; the
 * last step measures all parts together. Leaves the network that was best on `run.tune` and weights for all parts.
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
	const training = openTraining(streams, run.tokenizer.size, plan, saved);
	const done = training.last().slice;
	yield say(
		done > 0
			? `Going on with the network from step ${done}`
			: `Training a network for ${lengthOf(plan)}`,
	);
	const totalSteps = plan.slices + 1;
	const occasions = openOccasions(plan, done);
	let savedAt = performance.now();
	let next = 1;
	while (isCheckpoint(done, next, plan)) next++;
	for await (const slice of training.slices(signal)) {
		run.step = slice.slice;
		const validLoss = occasions.isNow(run.step)
			? occasions.timed(run.step, () => measuring.measure(slice))
			: null;
		yield {
			type: 'step',
			step: run.step,
			totalSteps,
			trainLoss: slice.loss,
			trainAccuracy: slice.accuracy,
			validLoss,
			validAccuracy: null,
		};
		if (isCheckpoint(run.step, next, plan)) {
			next++;
			measuring.take(slice);
			yield {type: 'checkpoint', step: run.step, model: pack(run)};
		}

		if (performance.now() - savedAt > savedEveryMs) {
			yield {type: 'saved', state: slice.save()};
			savedAt = performance.now();
		}
	}

	yield say('Weighing the parts on examples that none of them has seen');
	await pause(signal);
	yield measuring.finish(training.best(), training.last(), totalSteps);
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

/**
When the network is measured: at its last slice, and ever further apart before.
@param done slices of an earlier run; where the clock decides nothing, its occasions are gone on with
*/
function openOccasions({slices, minutes}: NetworkPlan, done: number) {
	const begun = performance.now();
	let spent = 0;
	let next = 1;
	while (next <= done) next = following(next);
	return {
		isNow(slice: number): boolean {
			// By the clock only where the clock decides anyway: else the same seed gives the same bytes.
			const isCheap =
				minutes === null ||
				spent <= mostMeasuring * (performance.now() - begun);
			return slice === slices || (slice >= next && isCheap);
		},
		/** Takes the time of a measurement, and puts the next one off. */
		timed<Result>(slice: number, measure: () => Result): Result {
			next = following(slice);
			const from = performance.now();
			const result = measure();
			spent += performance.now() - from;
			return result;
		},
	};
}

/** The occasion after the one at a slice. */
const following = (slice: number): number =>
	slice + Math.max(1, Math.round(spacing * slice));

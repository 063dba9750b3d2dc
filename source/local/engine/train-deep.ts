import {openKernels} from '../network/kernels.ts';
import {makeNetwork, type Network} from '../network/network.ts';
import {type NetworkPlan, trainNetwork} from '../network/train.ts';
import {improve, lossOf, type Observations, part, parts} from './mixture.ts';
import type {Learnt} from './model.ts';
import {observe, observeNetwork} from './observe.ts';
import {pause} from './pause.ts';
import type {Stream} from './stream.ts';
import {count, pack, type Run, say} from './train.ts';
import type {EngineEvent} from './types.ts';

/** Tokens that a measurement looks at while the network trains, and at its end. */
const mostMeasured = 1000;
const mostWeighed = 12_000;
/** Measurements are so far apart, as a share of the way up to there: little text is learnt by heart early. */
const spacing = 0.15;
/** Measuring takes at most such a share of the time. */
const mostMeasuring = 0.08;
/** Steps of EM at each measurement; it has come to rest before. */
const fittings = 12;
/** A kill costs about so much of the training. */
const savedEveryMs = 5000;

/** Text that is not learnt, as the n-grams see it; the network is asked anew at each measurement. */
type Measured = {streams: readonly Stream[]; observations: Observations};

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
	const tune = await look(run, run.tune, mostMeasured, signal);
	const valid = await look(run, run.validation, mostMeasured, signal);
	fitWeights(run, tune.observations);
	yield {type: 'checkpoint', step: 0, model: pack(run)};
	yield say(
		plan.minutes === null
			? `Training a network for ${count(plan.epochs, 'epoch')}`
			: `Training a network for up to ${count(plan.minutes, 'minute')}`,
	);
	const ask = openAsker();
	const totalSteps = plan.slices + 1;
	let best = {loss: Number.POSITIVE_INFINITY, network: run.network};
	const begun = performance.now();
	let savedAt = begun;
	let measuring = 0;
	let told = {loss: Number.NaN, accuracy: 0};
	let next = 1;
	let checkpoints = 1;
	for await (const slice of trainNetwork(
		streams,
		run.tokenizer.size,
		plan,
		saved,
		signal,
	)) {
		told = slice;
		run.step = slice.slice;
		const now = performance.now();
		const due =
			slice.slice === plan.slices ||
			(slice.slice >= next &&
				// By the clock only where the clock decides anyway: else the same seed gives the same bytes.
				(plan.minutes === null || measuring <= mostMeasuring * (now - begun)));
		if (due) {
			next = slice.slice + Math.max(1, Math.round(spacing * slice.slice));
			run.network = {shape: slice.shape, weights: slice.weights.slice()};
			ask(run.network, tune);
			fitWeights(run, tune.observations);
			const loss = lossOf(run.weights, tune.observations);
			slice.measured(loss);
			if (loss < best.loss) best = {loss, network: run.network};
			ask(run.network, valid);
			measuring += performance.now() - now;
		}

		const known = due && run.validation.length > 0;
		yield {
			type: 'step',
			step: run.step,
			totalSteps,
			trainLoss: slice.loss,
			trainAccuracy: slice.accuracy,
			validLoss: known ? alone(valid.observations) : null,
			validAccuracy: null,
		};
		if (run.step >= (checkpoints * plan.slices) / 3 && checkpoints < 3) {
			checkpoints++;
			run.network = {shape: slice.shape, weights: slice.weights.slice()};
			ask(run.network, tune);
			fitWeights(run, tune.observations);
			yield {type: 'checkpoint', step: run.step, model: pack(run)};
		}

		if (performance.now() - savedAt > savedEveryMs) {
			yield {type: 'saved', state: slice.save()};
			savedAt = performance.now();
		}
	}

	run.network = best.network;
	yield say('Weighing the parts on examples that none of them has seen');
	await pause(signal);
	yield measureAll(run, ask, told, totalSteps);
}

async function look(
	run: Run,
	streams: readonly Stream[],
	most: number,
	signal: AbortSignal,
): Promise<Measured> {
	await pause(signal);
	return {
		streams,
		observations: observe(run.counts, streams, most).observations,
	};
}

/** Asks a network about text; one memory serves all that it asks. */
function openAsker(): (network: Learnt['network'], measured: Measured) => void {
	let asked: Network | null = null;
	return (network, {streams, observations}) => {
		if (!network) return;
		const {shape, weights} = network;
		if (asked) asked.take(weights);
		else asked = makeNetwork(openKernels(), shape, weights);
		observeNetwork(observations, streams, asked);
	};
}

function fitWeights(run: Run, observations: Observations): void {
	if (observations.size === 0) return;
	for (let step = 0; step < fittings; step++) {
		run.weights = improve(run.weights, observations, 1);
	}
}

/** Mean loss of the network alone, in nats per token. */
function alone({size, given}: Observations): number {
	let sum = 0;
	for (let index = 0; index < size; index++) {
		sum -= Math.log(given[parts * index + part.network] as number);
	}

	return sum / size;
}

/** The last step: weights from more text, and the loss of all parts together on text that none of them learns. */
function measureAll(
	run: Run,
	ask: ReturnType<typeof openAsker>,
	told: {loss: number; accuracy: number},
	totalSteps: number,
): EngineEvent {
	const seen = (streams: readonly Stream[]) => {
		const {observations, accuracy} = observe(run.counts, streams, mostWeighed);
		ask(run.network, {streams, observations});
		return {observations, accuracy};
	};
	fitWeights(run, seen(run.tune).observations);
	const {observations, accuracy} = seen(run.validation);
	const known = observations.size > 0;
	run.step = totalSteps;
	return {
		type: 'step',
		step: totalSteps,
		totalSteps,
		trainLoss: told.loss,
		trainAccuracy: told.accuracy,
		validLoss: known ? lossOf(run.weights, observations) : null,
		validAccuracy: known ? accuracy : null,
	};
}

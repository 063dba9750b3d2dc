import {openKernels} from '../network/kernels.ts';
import {makeNetwork, type Network} from '../network/network.ts';
import type {Slice} from '../network/train.ts';
import {improve, lossOf, type Observations, part, parts} from './mixture.ts';
import type {Learnt} from './model.ts';
import {observe, observeNetwork} from './observe.ts';
import {pause} from './pause.ts';
import type {Run} from './run.ts';
import type {Stream} from './stream.ts';
import type {EngineEvent} from './types.ts';

/** Tokens that a measurement looks at while the network trains, and at its end. */
const mostMeasured = 1000;
const mostWeighed = 12_000;
/** Steps of EM at each measurement; it has come to rest before. */
const fittings = 12;

/** Text that is not learnt, as the n-grams see it; the network is asked anew at each measurement. */
type Measured = {streams: readonly Stream[]; observations: Observations};

type Trained = Pick<Slice, 'shape' | 'weights'>;

/** How good a network that trains is on text that it does not learn. Each of these changes the run. */
export type Measuring = {
	/** Takes the network as it is now, with weights for all parts. */
	take(network: Trained): void;
	/**
	Takes it, and tells the training how good it is.
	@returns the loss of the network alone on what measures the run, in nats per token; null where nothing does
	*/
	measure(slice: Slice): number | null;
	/** Takes the best network, weighs all parts on more text, and tells the last step. */
	finish(
		best: Trained,
		last: Pick<Slice, 'loss' | 'accuracy'>,
		totalSteps: number,
	): EngineEvent;
};

/**
The n-grams of the run are complete; weights for them alone are fitted at once.
@throws the signal's reason when it is aborted
*/
export async function openMeasuring(
	run: Run,
	signal: AbortSignal,
): Promise<Measuring> {
	const tune = await look(run, tuned(run), signal);
	const valid = await look(run, run.validation, signal);
	fitWeights(run, tune.observations);
	const ask = openAsker();
	// Fitted from the same beginning each time: then a training that was interrupted ends as any other.
	const {weights: begin} = run;
	const take = ({shape, weights}: Trained) => {
		run.network = {shape, weights: weights.slice()};
		run.weights = begin;
		ask(run.network, tune);
		fitWeights(run, tune.observations);
	};
	return {
		take,
		measure(slice) {
			take(slice);
			slice.measured(lossOf(run.weights, tune.observations));
			ask(run.network, valid);
			return run.validation.length > 0 ? alone(valid.observations) : null;
		},
		finish(best, last, totalSteps) {
			take(best);
			return lastStep(run, ask, last, totalSteps);
		},
	};
}

const tuned = ({tune}: Run): readonly Stream[] =>
	tune.map(({stream}) => stream);

async function look(
	run: Run,
	streams: readonly Stream[],
	signal: AbortSignal,
): Promise<Measured> {
	await pause(signal);
	const {observations} = observe(run.counts, streams, mostMeasured);
	return {streams, observations};
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

/** Weights from more text, and the loss of all parts together on text that none of them learns. */
function lastStep(
	run: Run,
	ask: ReturnType<typeof openAsker>,
	last: Pick<Slice, 'loss' | 'accuracy'>,
	totalSteps: number,
): EngineEvent {
	const seen = (streams: readonly Stream[]) => {
		const {observations, accuracy} = observe(run.counts, streams, mostWeighed);
		ask(run.network, {streams, observations});
		return {observations, accuracy};
	};
	fitWeights(run, seen(tuned(run)).observations);
	const {observations, accuracy} = seen(run.validation);
	const known = observations.size > 0;
	run.step = totalSteps;
	return {
		type: 'step',
		step: totalSteps,
		totalSteps,
		trainLoss: last.loss,
		trainAccuracy: last.accuracy,
		validLoss: known ? lossOf(run.weights, observations) : null,
		validAccuracy: known ? accuracy : null,
	};
}

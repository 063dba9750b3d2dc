import {makeEnsemble} from '../network/ensemble.ts';
import {openKernels} from '../network/kernels.ts';
import {makeNetwork, type Network, type Single} from '../network/network.ts';
import type {Trained} from '../network/shape.ts';
import type {Slice} from '../network/train.ts';
import {
	improve,
	lossOf,
	type Observations,
	part,
	parts,
	type Weights,
} from './mixture.ts';
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

/** How good a network that trains is on text that it does not learn. */
export type Measuring = {
	/** Tells a run by which networks it goes, and fits weights for all its parts. */
	take(networks: readonly Trained[]): void;
	/**
	Tells the training how good its network is, with the n-grams and without other networks.
	@returns the loss of the network alone on what measures the run, in nats per token; null where nothing does
	*/
	measure(slice: Slice): number | null;
	/** Takes the networks, weighs all parts on more text, and tells the last step. */
	finish(
		networks: readonly Trained[],
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
	// Fitted from the same beginning each time: then a training that was interrupted ends as any other.
	const begin = fitted(run.weights, tune.observations);
	run.weights = begin;
	const askOne = openAsker();
	const take = (networks: readonly Trained[]) => {
		run.networks = networks;
		ask(makeEnsemble(networks), tune);
		run.weights = fitted(begin, tune.observations);
	};
	return {
		take,
		measure(slice) {
			const network = askOne(slice);
			ask(network, tune);
			const weights = fitted(begin, tune.observations);
			slice.measured(lossOf(weights, tune.observations));
			ask(network, valid);
			return run.validation.length > 0 ? alone(valid.observations) : null;
		},
		finish(networks, last, totalSteps) {
			take(networks);
			return lastStep(run, makeEnsemble(networks), last, totalSteps);
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

/** Puts what a network says of text into what was observed there. */
function ask(network: Network | null, {streams, observations}: Measured): void {
	if (network) observeNetwork(observations, streams, network);
}

/** A network with the weights of one that trains; one memory serves all of a size. */
function openAsker(): (trained: Trained) => Network {
	let asked: {size: number; network: Single} | null = null;
	return ({shape, weights}) => {
		if (asked?.size === shape.size) asked.network.take(weights);
		else
			asked = {
				size: shape.size,
				network: makeNetwork(openKernels(), shape, weights),
			};
		return asked.network;
	};
}

/** Weights that were fitted to observations; the same where there are none. */
function fitted(weights: Weights, observations: Observations): Weights {
	if (observations.size === 0) return weights;
	let better = weights;
	for (let step = 0; step < fittings; step++)
		better = improve(better, observations, 1);
	return better;
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
	network: Network | null,
	last: Pick<Slice, 'loss' | 'accuracy'>,
	totalSteps: number,
): EngineEvent {
	const seen = (streams: readonly Stream[]) => {
		const {observations, accuracy} = observe(run.counts, streams, mostWeighed);
		ask(network, {streams, observations});
		return {observations, accuracy};
	};
	run.weights = fitted(run.weights, seen(tuned(run)).observations);
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

import type {NetworkPlan} from '../network/train.ts';
import {spokenTurns} from './stream.ts';
import type {Hyperparameters, TrainingExample} from './types.ts';

/** How a training goes. */
export type Plan = Course & {
	/** What is learnt first, what the weights are fitted on before it is learnt too, and what is never learnt. */
	learn: TrainingExample[];
	tune: TrainingExample[];
	validation: TrainingExample[];
};

/** The steps of a training. */
export type Course = {
	/** Examples per step. */
	batch: number;
	epochs: number;
	rate: number;
	totalSteps: number;
};

const automaticEpochs = 6;
/** Over-relaxed EM diverges at 2. */
const mostRate = 1.9;

/**
 * Divides the examples and decides the steps.
 * @throws Error with a sentence where there is nothing to learn.
 */
export function planTraining(
	examples: readonly TrainingExample[],
	validation: readonly TrainingExample[],
	hyperparameters: Hyperparameters,
): Plan {
	if (examples.length === 0) {
		throw new Error(
			'There are no examples to learn from. Choose chats in which you wrote something.',
		);
	}

	const usable = examples.filter(answers);
	if (usable.length === 0) {
		throw new Error(
			'None of the examples has a message of the assistant, so there is nothing to learn from. Check which name is yours.',
		);
	}

	// The newest are kept out: a twin is asked about what comes next, not about what was.
	const given = validation.filter(answers);
	const kept = given.length > 0 ? 0 : tenth(usable.length);
	const rest = usable.slice(0, usable.length - kept);
	const tuned = tenth(rest.length);
	const learn = rest.slice(0, rest.length - tuned);
	const {n_epochs, batch_size, learning_rate_multiplier} = hyperparameters;
	const batch =
		batch_size === 'auto'
			? usualBatch(learn.length)
			: Math.max(1, Math.round(batch_size));
	const epochs =
		n_epochs === 'auto' ? automaticEpochs : Math.max(1, Math.round(n_epochs));
	return {
		learn,
		tune: rest.slice(rest.length - tuned),
		validation: given.length > 0 ? given : usable.slice(usable.length - kept),
		batch,
		epochs: tuned > 0 ? epochs : 0,
		rate:
			learning_rate_multiplier === 'auto'
				? 1
				: Math.min(mostRate, Math.max(0.1, learning_rate_multiplier)),
		totalSteps:
			Math.ceil(learn.length / batch) +
			(tuned > 0 ? epochs + Math.ceil(tuned / batch) : 0),
	};
}

/** Less text than this teaches a network nothing that the counts do not know. */
const fewestTokens = 8000;
/** Without a word about the time: so long at most, less where nothing more is gained; a minute that one can watch. */
const automaticMinutes = 1;
const mostSlices = 300;
const usualRate = 0.01;
/** Little text is learnt by heart soon, so more is left out at random. */
const dropsBelow = [
	[60_000, 0.5],
	[500_000, 0.3],
	[Number.POSITIVE_INFINITY, 0.15],
] as const;

/**
 * How the network is trained; null where there is too little text or no time for it.
 * @param tokens how many are learnt
 * @param minutes wall-clock; null for automatic, 0 for no network
 */
export function planNetwork(
	tokens: number,
	minutes: number | null,
	{n_epochs, learning_rate_multiplier}: Hyperparameters,
	seed: number,
): NetworkPlan | null {
	if (tokens < fewestTokens || minutes === 0) return null;
	const counted = minutes === null && n_epochs !== 'auto';
	const budget = minutes ?? automaticMinutes;
	const lanes = 16;
	const stepsPerEpoch = Math.max(1, Math.ceil(tokens / lanes / 32));
	const epochs = n_epochs === 'auto' ? 1 : n_epochs;
	const slices = Math.max(30, Math.round(60 * budget ** 0.6));
	const factor =
		learning_rate_multiplier === 'auto' ? 1 : learning_rate_multiplier;
	return {
		size: null,
		lanes,
		rate: usualRate * Math.min(10, Math.max(0.1, factor)),
		drop: dropsBelow.find(([below]) => tokens < below)?.[1] ?? 0.15,
		seed,
		minutes: counted ? null : budget,
		epochs,
		stepsPerEpoch,
		stopsEarly: !counted,
		first: 0,
		mayFollow: !counted,
		slices: Math.min(mostSlices, counted ? epochs * stepsPerEpoch : slices),
	};
}

const answers = ({messages}: TrainingExample): boolean =>
	spokenTurns(messages).some(({role}) => role === 'assistant');

/** A tenth, at least one; of fewer than four none, for there is nothing to spare. */
const tenth = (count: number): number =>
	count < 4 ? 0 : Math.max(1, Math.round(count / 10));

/** 20 to 200 steps, more for more examples, never fewer than one example each. */
function usualBatch(count: number): number {
	const steps = Math.min(200, Math.max(20, Math.round(4 * Math.sqrt(count))));
	return Math.max(1, Math.round(count / steps));
}

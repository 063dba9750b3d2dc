import {type Exchange, exchangesOf} from './exchanges.ts';
import {freeze} from './freeze.ts';
import {learnVocabulary} from './merges.ts';
import {improve, lossOf, usualWeights, type Weights} from './mixture.ts';
import {type Learnt, serialise} from './model.ts';
import {type Counts, emptyModels, learnStream, observe} from './observe.ts';
import {pause} from './pause.ts';
import {type Plan, planNetwork, planTraining} from './plan.ts';
import {type Stream, toStream} from './stream.ts';
import {makeTokenizer, type Tokenizer} from './tokenizer.ts';
import {trainDeep} from './train-deep.ts';
import type {EngineEvent, Hyperparameters, TrainingExample} from './types.ts';
import type {Vocabulary} from './vocabulary.ts';

/** All that a training follows from. */
export type TrainingTask = {
	/** Oldest first. */
	examples: readonly TrainingExample[];
	/** Never learnt; without any, the newest tenth of the examples takes its place. */
	validation: readonly TrainingExample[];
	hyperparameters: Hyperparameters;
	/** Wall-clock time for the network; null for automatic, 0 for none. */
	minutes: number | null;
	seed: number;
	/** What an earlier run of the same task saved. */
	saved: Uint8Array | null;
};

/** A run: what has been learnt so far. */
export type Run = {
	plan: Plan;
	vocabulary: Vocabulary;
	tokenizer: Tokenizer;
	counts: Counts;
	weights: Weights;
	network: Learnt['network'];
	exchanges: Exchange[];
	validation: readonly Stream[];
	tune: readonly Stream[];
	step: number;
};

/** Losses are measured on at most so many tokens, so that measuring never takes longer than learning. */
const mostPerStep = 1500;
const mostValidated = 5000;
const mostTuned = 30_000;
const validations = 15;
/** N-grams are counted of the newest so many tokens: with three million the whole training came near its bound of memory. */
const mostCounted = 2_000_000;
/** Fewer exchanges than this give a voice, but hardly subjects. */
const fewExchanges = 200;
const number = new Intl.NumberFormat('en');

/**
 * Learns from examples: the vocabulary, the n-grams batch by batch, the network for the time that it is given, the
 * weights of the mixture by expectation–maximisation on examples not learnt yet, then the n-grams of those too.
 * The same task and number of steps give the same model; where the network is trained by the clock, that tells how many.
 * @throws Error with a sentence where there is nothing to learn; the signal's reason when it is aborted.
 */
export async function* train(
	task: TrainingTask,
	signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
	await pause(signal);
	const {examples, validation, hyperparameters} = task;
	const plan = planTraining(examples, validation, hyperparameters);
	yield say(
		`Learning from ${count(plan.learn.length + plan.tune.length, 'example')}; ${count(plan.validation.length, 'example')} kept out to measure`,
	);
	const run = await begin(plan, signal);
	const replies = examples.reduce(
		(sum, {messages}) =>
			sum + messages.filter(({role}) => role === 'assistant').length,
		0,
	);
	if (replies < fewExchanges)
		yield say(
			`There are ${count(replies, 'reply', 'replies')} to learn from: expect your turns of phrase and many replies said again word by word, little that is new. From about ${number.format(fewExchanges)} on it begins to speak for itself`,
		);
	yield say(`Learnt a vocabulary of ${count(run.tokenizer.size, 'token')}`);
	const streams = plan.learn.map(({messages}) =>
		toStream(run.tokenizer, messages),
	);
	const tokens = streams.reduce((sum, {length}) => sum + length, 0);
	const older = olderThan(streams, mostCounted);
	if (older > 0)
		yield say(
			`The oldest ${count(older, 'example')} are read by the network only: counting n-grams of so much text would need more memory than it gains`,
		);
	const deep = planNetwork(tokens, task.minutes, hyperparameters, task.seed);
	yield say('Counting n-grams: of all speakers, and of your own messages');
	if (deep && plan.tune.length > 0) {
		await learnQuietly(run, plan.learn, signal, older);
		yield* trainDeep(run, streams, deep, task.saved, signal);
		await learnQuietly(run, plan.tune, signal);
	} else {
		if (task.minutes !== 0)
			yield say('There is too little text for a network: n-grams alone');
		yield* trainShallow(run, signal);
	}

	const learnt = run.counts.tokens;
	yield say(
		`Learnt ${count(learnt, 'token')} and ${count(run.exchanges.length, 'reply', 'replies')}`,
	);
	await pause(signal);
	yield {type: 'trained', tokens: learnt, model: pack(run)};
}

export const say = (message: string): EngineEvent => ({
	type: 'message',
	message,
});
export const count = (amount: number, one: string, many = `${one}s`): string =>
	`${number.format(amount)} ${amount === 1 ? one : many}`;

async function begin(plan: Plan, signal: AbortSignal): Promise<Run> {
	const vocabulary = await learnVocabulary(
		[...plan.learn, ...plan.tune].flatMap(({messages}) =>
			messages.filter(turn => turn.role !== 'system').map(turn => turn.content),
		),
		signal,
	);
	const tokenizer = makeTokenizer(vocabulary);
	const toStreams = (of: readonly TrainingExample[]) =>
		of.map(({messages}) => toStream(tokenizer, messages));
	return {
		plan,
		vocabulary,
		tokenizer,
		counts: emptyModels(tokenizer.size),
		weights: usualWeights(),
		network: null,
		exchanges: [],
		validation: toStreams(plan.validation),
		tune: toStreams(plan.tune),
		step: 0,
	};
}

/** N-grams alone: each batch is a step, and each step of fitting the weights. */
async function* trainShallow(
	run: Run,
	signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
	const {plan} = run;
	const middle = Math.ceil(plan.learn.length / plan.batch / 2);
	for await (const event of learnBatches(run, plan.learn, signal)) {
		yield event;
		if (event.type === 'step' && event.step === middle && middle > 1) {
			yield {type: 'checkpoint', step: run.step, model: pack(run)};
		}
	}

	yield {type: 'checkpoint', step: run.step, model: pack(run)};
	if (plan.epochs === 0) return;
	yield say('Weighing the parts on examples that none of them has seen');
	yield* fitWeights(run, signal);
	yield say('Learning those examples too');
	yield* learnBatches(run, plan.tune, signal);
}

/** One step per batch: measured first, then learnt. */
async function* learnBatches(
	run: Run,
	examples: readonly TrainingExample[],
	signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
	const {batch} = run.plan;
	for (let from = 0; from < examples.length; from += batch) {
		await pause(signal);
		const learnt = examples.slice(from, from + batch);
		const streams = learnt.map(({messages}) =>
			toStream(run.tokenizer, messages),
		);
		const {observations, accuracy} = observe(run.counts, streams, mostPerStep);
		for (const stream of streams) learnStream(run.counts, stream);
		for (const example of learnt) run.exchanges.push(...exchangesOf(example));
		yield nextStep(run, lossOf(run.weights, observations), accuracy);
	}
}

/** How many of the oldest streams stand before the newest `most` tokens. */
function olderThan(streams: readonly Stream[], most: number): number {
	let left = most;
	return (
		streams.findLastIndex(({length}) => {
			left -= length;
			return left < 0;
		}) + 1
	);
}

/** The n-grams of examples, but for the first `without`, and all exchanges; nothing is measured. */
async function learnQuietly(
	run: Run,
	examples: readonly TrainingExample[],
	signal: AbortSignal,
	without = 0,
): Promise<void> {
	for (const [at, example] of examples.entries()) {
		if (at % 50 === 0) await pause(signal);
		if (at >= without)
			learnStream(run.counts, toStream(run.tokenizer, example.messages));
		run.exchanges.push(...exchangesOf(example));
	}
}

async function* fitWeights(
	run: Run,
	signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
	const {observations, accuracy} = observe(run.counts, run.tune, mostTuned);
	for (let epoch = 1; epoch <= run.plan.epochs; epoch++) {
		await pause(signal);
		const loss = lossOf(run.weights, observations);
		run.weights = improve(run.weights, observations, run.plan.rate);
		yield nextStep(run, loss, accuracy);
	}
}

function nextStep(
	run: Run,
	trainLoss: number,
	trainAccuracy: number,
): EngineEvent {
	const {totalSteps} = run.plan;
	run.step++;
	const every = Math.max(1, Math.floor(totalSteps / validations));
	const due = run.step === totalSteps || run.step % every === 0;
	const measured =
		due && run.validation.length > 0
			? observe(run.counts, run.validation, mostValidated)
			: null;
	return {
		type: 'step',
		step: run.step,
		totalSteps,
		trainLoss,
		trainAccuracy,
		validLoss: measured && lossOf(run.weights, measured.observations),
		validAccuracy: measured === null ? null : measured.accuracy,
	};
}

/** The model as it is now, as a file. */
export const pack = (run: Run): Uint8Array =>
	serialise({
		vocabulary: run.vocabulary,
		everyone: freeze(run.counts.everyone),
		owner: freeze(run.counts.owner),
		weights: run.weights,
		network: run.network,
		exchanges: run.exchanges,
		tokens: run.counts.tokens,
	});

import {type Exchange, exchangesOf} from './exchanges.ts';
import {freeze} from './freeze.ts';
import {learnVocabulary} from './merges.ts';
import {improve, lossOf, usualWeights, type Weights} from './mixture.ts';
import {serialise} from './model.ts';
import {type Counts, emptyModels, learnStream, observe} from './observe.ts';
import {pause} from './pause.ts';
import {type Plan, planTraining} from './plan.ts';
import {type Stream, toStream} from './stream.ts';
import {makeTokenizer, type Tokenizer} from './tokenizer.ts';
import type {EngineEvent, Hyperparameters, TrainingExample} from './types.ts';
import type {Vocabulary} from './vocabulary.ts';

/** A run: what has been learnt so far. */
type Run = {
	plan: Plan;
	vocabulary: Vocabulary;
	tokenizer: Tokenizer;
	counts: Counts;
	weights: Weights;
	exchanges: Exchange[];
	validation: readonly Stream[];
	step: number;
};

/** Losses are measured on at most so many tokens, so that measuring never takes longer than learning. */
const mostPerStep = 1500;
const mostValidated = 5000;
const mostTuned = 30_000;
const validations = 15;
const number = new Intl.NumberFormat('en');

/**
 * Learns from examples, oldest first: the vocabulary, the n-grams batch by batch, the weights of the mixture by
 * expectation–maximisation on examples not learnt yet, then those examples too. `validation` is never learnt;
 * without any, the newest tenth of the examples takes its place. Nothing is drawn at random, so the seed changes nothing yet.
 * @throws Error with a sentence where there is nothing to learn; the signal's reason when it is aborted.
 */
export async function* train(
	examples: readonly TrainingExample[],
	validation: readonly TrainingExample[],
	hyperparameters: Hyperparameters,
	_seed: number,
	signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
	await pause(signal);
	const plan = planTraining(examples, validation, hyperparameters);
	yield say(
		`Learning from ${count(plan.learn.length + plan.tune.length, 'example')}; ${count(plan.validation.length, 'example')} kept out to measure`,
	);
	const run = await begin(plan, signal);
	yield say(`Learnt a vocabulary of ${count(run.tokenizer.size, 'token')}`);
	yield say('Counting n-grams: of all speakers, and of your own messages');
	const middle = Math.ceil(plan.learn.length / plan.batch / 2);
	for await (const event of learnBatches(run, plan.learn, signal)) {
		yield event;
		if (event.type === 'step' && event.step === middle && middle > 1) {
			yield {type: 'checkpoint', step: run.step, model: pack(run)};
		}
	}

	yield {type: 'checkpoint', step: run.step, model: pack(run)};
	if (plan.epochs > 0) {
		yield say('Weighing the parts on examples that none of them has seen');
		yield* fitWeights(run, signal);
		yield say('Learning those examples too');
		yield* learnBatches(run, plan.tune, signal);
	}

	const {tokens} = run.counts;
	yield say(
		`Learnt ${count(tokens, 'token')} and ${count(run.exchanges.length, 'reply', 'replies')}`,
	);
	await pause(signal);
	yield {type: 'trained', tokens, model: pack(run)};
}

const say = (message: string): EngineEvent => ({type: 'message', message});
const count = (amount: number, one: string, many = `${one}s`): string =>
	`${number.format(amount)} ${amount === 1 ? one : many}`;

async function begin(plan: Plan, signal: AbortSignal): Promise<Run> {
	const vocabulary = await learnVocabulary(
		[...plan.learn, ...plan.tune].flatMap(({messages}) =>
			messages.filter(turn => turn.role !== 'system').map(turn => turn.content),
		),
		signal,
	);
	const tokenizer = makeTokenizer(vocabulary);
	return {
		plan,
		vocabulary,
		tokenizer,
		counts: emptyModels(tokenizer.size),
		weights: usualWeights(),
		exchanges: [],
		validation: plan.validation.map(({messages}) =>
			toStream(tokenizer, messages),
		),
		step: 0,
	};
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
		for (const {messages} of learnt)
			run.exchanges.push(...exchangesOf(messages));
		yield nextStep(run, lossOf(run.weights, observations), accuracy);
	}
}

async function* fitWeights(
	run: Run,
	signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
	const {plan} = run;
	const streams = plan.tune.map(({messages}) =>
		toStream(run.tokenizer, messages),
	);
	const {observations, accuracy} = observe(run.counts, streams, mostTuned);
	for (let epoch = 1; epoch <= plan.epochs; epoch++) {
		await pause(signal);
		const loss = lossOf(run.weights, observations);
		run.weights = improve(run.weights, observations, plan.rate);
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

const pack = (run: Run): Uint8Array =>
	serialise({
		vocabulary: run.vocabulary,
		everyone: freeze(run.counts.everyone),
		owner: freeze(run.counts.owner),
		weights: run.weights,
		exchanges: run.exchanges,
		tokens: run.counts.tokens,
	});

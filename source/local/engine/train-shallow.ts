import {exchangesOf} from './exchanges.ts';
import {improve, lossOf} from './mixture.ts';
import {learnStream, observe} from './observe.ts';
import {pause} from './pause.ts';
import {pack, type Run, say} from './run.ts';
import {toStream} from './stream.ts';
import type {EngineEvent, TrainingExample} from './types.ts';

/** N-grams alone: each batch is a step, and each step of fitting the weights. */
export async function* trainShallow(
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

/** Losses are measured on at most so many tokens, so that measuring never takes longer than learning. */
const mostPerStep = 1500;

const mostValidated = 5000;

const mostTuned = 30_000;

const validations = 15;

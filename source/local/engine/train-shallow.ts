import {improve, lossOf} from './mixture.ts';
import {learnStream, observe} from './observe.ts';
import {pause} from './pause.ts';
import {type Lesson, pack, type Run, say} from './run.ts';
import type {EngineEvent} from './types.ts';

/**
N-grams alone: each batch is a step, and each step of fitting the weights.
@param older how many of the oldest examples are not counted
*/
export async function* trainShallow(
	run: Run,
	older: {learn: number; tune: number},
	signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
	const {course} = run;
	const middle = Math.ceil(run.learn.length / course.batch / 2);
	for await (const event of learnBatches(run, run.learn, older.learn, signal)) {
		yield event;
		if (event.type === 'step' && event.step === middle && middle > 1) {
			yield {type: 'checkpoint', step: run.step, model: pack(run)};
		}
	}

	yield {type: 'checkpoint', step: run.step, model: pack(run)};
	if (course.epochs === 0) return;
	yield say('Weighing the parts on examples that none of them has seen');
	yield* fitWeights(run, signal);
	yield say('Learning those examples too');
	yield* learnBatches(run, run.tune, older.tune, signal);
}

/** One step per batch: measured first, then learnt. */
async function* learnBatches(
	run: Run,
	lessons: readonly Lesson[],
	without: number,
	signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
	const {batch} = run.course;
	for (let from = 0; from < lessons.length; from += batch) {
		await pause(signal);
		const learnt = lessons.slice(from, from + batch);
		const streams = learnt.map(({stream}) => stream);
		const {observations, accuracy} = observe(run.counts, streams, mostPerStep);
		for (const stream of streams.slice(Math.max(0, without - from)))
			learnStream(run.counts, stream);
		for (const {exchanges} of learnt) run.exchanges.push(...exchanges);
		yield nextStep(run, lossOf(run.weights, observations), accuracy);
	}
}

async function* fitWeights(
	run: Run,
	signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
	const {observations, accuracy} = observe(
		run.counts,
		run.tune.map(({stream}) => stream),
		mostTuned,
	);
	for (let epoch = 1; epoch <= run.course.epochs; epoch++) {
		await pause(signal);
		const loss = lossOf(run.weights, observations);
		run.weights = improve(run.weights, observations, run.course.rate);
		yield nextStep(run, loss, accuracy);
	}
}

function nextStep(
	run: Run,
	trainLoss: number,
	trainAccuracy: number,
): EngineEvent {
	const {totalSteps} = run.course;
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

import {formatCount, plural} from '../../format.ts';
import {exchangesOf} from './exchanges.ts';
import {learnStream} from './observe.ts';
import {pause} from './pause.ts';
import {planNetwork, planTraining} from './plan.ts';
import {begin, pack, type Run, say} from './run.ts';
import {type Stream, toStream} from './stream.ts';
import {trainDeep} from './train-deep.ts';
import {trainShallow} from './train-shallow.ts';
import type {EngineEvent, Hyperparameters, TrainingExample} from './types.ts';

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

/** N-grams are counted of the newest so many tokens: with three million the whole training came near its bound of memory. */
const mostCounted = 2_000_000;

/** Fewer exchanges than this give a voice, but hardly subjects. */
const fewExchanges = 200;

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
		`Learning from ${plural(plan.learn.length + plan.tune.length, 'example')}; ${plural(plan.validation.length, 'example')} kept out to measure`,
	);
	const run = await begin(plan, signal);
	const replies = countReplies(examples);
	if (replies < fewExchanges)
		yield say(
			`There are ${plural(replies, 'reply', 'replies')} to learn from: expect your turns of phrase and many replies said again word by word, little that is new. From about ${formatCount(fewExchanges)} on it begins to speak for itself`,
		);
	yield say(`Learnt a vocabulary of ${plural(run.tokenizer.size, 'token')}`);
	const streams = plan.learn.map(({messages}) =>
		toStream(run.tokenizer, messages),
	);
	const tokens = streams.reduce((sum, {length}) => sum + length, 0);
	const older = olderThan(streams, mostCounted);
	if (older > 0)
		yield say(
			`The oldest ${plural(older, 'example')} are read by the network only: counting n-grams of so much text would need more memory than it gains`,
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
		`Learnt ${plural(learnt, 'token')} and ${plural(run.exchanges.length, 'reply', 'replies')}`,
	);
	await pause(signal);
	yield {type: 'trained', tokens: learnt, model: pack(run)};
}

const countReplies = (examples: readonly TrainingExample[]): number =>
	examples.reduce(
		(sum, {messages}) =>
			sum + messages.filter(({role}) => role === 'assistant').length,
		0,
	);

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

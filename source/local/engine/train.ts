import {formatCount, plural} from '../../format.ts';
import {learnStream} from './observe.ts';
import {pause} from './pause.ts';
import {planNetwork} from './plan.ts';
import {begin, type Lesson, packLast, type Run, say} from './run.ts';
import {trainDeep} from './train-deep.ts';
import {trainShallow} from './train-shallow.ts';
import type {EngineEvent, TrainingTask} from './types.ts';

/** N-grams are counted of the newest so many tokens: with three million the whole program came near its bound of memory. */
const mostCounted = 2_000_000;
/** Of these, the text that the weights are fitted on, which is learnt last, has at most such a share. */
const mostTuned = 0.5;

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
	const {minutes, hyperparameters, seed, saved} = task;
	const run = yield* begin(task, signal);
	if (run.replies < fewExchanges)
		yield say(
			`There are ${plural(run.replies, 'reply', 'replies')} to learn from: expect your turns of phrase and many replies said again word by word, little that is new. From about ${formatCount(fewExchanges)} on it begins to speak for itself`,
		);
	yield say(`Learnt a vocabulary of ${plural(run.tokenizer.size, 'token')}`);
	const streams = run.learn.map(({stream}) => stream);
	const tokens = tokensOf(run.learn);
	const later = Math.min(tokensOf(run.tune), mostTuned * mostCounted);
	/** How many of the oldest are not counted. */
	const older = {
		learn: olderThan(run.learn, mostCounted - later),
		tune: olderThan(run.tune, later),
	};
	const deep = planNetwork(tokens, minutes, hyperparameters, seed);
	if (older.learn > 0)
		yield say(
			`The oldest ${plural(older.learn, 'example')} are ${deep ? 'read by the network' : 'quoted'} only: counting n-grams of so much text would need more memory than it gains`,
		);
	yield say('Counting n-grams: of all speakers, and of your own messages');
	if (deep && run.tune.length > 0) {
		await learnQuietly(run, run.learn, older.learn, signal);
		yield* trainDeep(run, streams, deep, saved, signal);
		await learnQuietly(run, run.tune, older.tune, signal);
	} else {
		if (minutes !== 0)
			yield say('There is too little text for a network: n-grams alone');
		yield* trainShallow(run, older, signal);
	}

	const learnt = run.counts.tokens;
	yield say(
		`Learnt ${plural(learnt, 'token')} and ${plural(run.exchanges.length, 'reply', 'replies')}`,
	);
	await pause(signal);
	yield {type: 'trained', tokens: learnt, model: packLast(run)};
}

const tokensOf = (lessons: readonly Lesson[]): number =>
	lessons.reduce((sum, {stream}) => sum + stream.length, 0);

/** How many of the oldest lessons stand before the newest `most` tokens. */
function olderThan(lessons: readonly Lesson[], most: number): number {
	let left = most;
	return (
		lessons.findLastIndex(({stream}) => {
			left -= stream.length;
			return left < 0;
		}) + 1
	);
}

/** The n-grams of lessons, but for the first `without`, and all exchanges; nothing is measured. */
async function learnQuietly(
	run: Run,
	lessons: readonly Lesson[],
	without: number,
	signal: AbortSignal,
): Promise<void> {
	for (const [at, {stream, exchanges}] of lessons.entries()) {
		if (at % 50 === 0) await pause(signal);
		if (at >= without) learnStream(run.counts, stream);
		run.exchanges.push(...exchanges);
	}
}

import {plural} from '../../format.ts';
import {type Exchange, exchangesOf} from './exchanges.ts';
import {freeze} from './freeze.ts';
import {emptyCounts} from './growing.ts';
import {learnVocabulary} from './merges.ts';
import {usualWeights, type Weights} from './mixture.ts';
import {type Learnt, serialise} from './model.ts';
import type {NgramData} from './ngram.ts';
import {type Counts, emptyModels} from './observe.ts';
import {pause} from './pause.ts';
import {type Course, planTraining} from './plan.ts';
import {type Stream, toStream} from './stream.ts';
import {makeTokenizer, type Tokenizer} from './tokenizer.ts';
import type {EngineEvent, TrainingExample, TrainingTask} from './types.ts';
import type {Vocabulary} from './vocabulary.ts';

/** What one example teaches. */
export type Lesson = {stream: Stream; exchanges: readonly Exchange[]};

/** A run: what has been learnt so far, and what is left to learn. */
export type Run = {
	course: Course;
	vocabulary: Vocabulary;
	tokenizer: Tokenizer;
	counts: Counts;
	weights: Weights;
	networks: Learnt['networks'];
	exchanges: Exchange[];
	learn: readonly Lesson[];
	tune: readonly Lesson[];
	validation: readonly Stream[];
	/** Replies in all the examples. */
	replies: number;
	step: number;
};

/**
Learns the vocabulary and reads the examples with it; nothing else is learnt yet. The examples are taken out of the task:
from here on the memory holds what was read of them.
@throws Error with a sentence where there is nothing to learn; the signal's reason when it is aborted.
*/
export async function* begin(
	{examples, validation, hyperparameters}: TrainingTask,
	signal: AbortSignal,
): AsyncGenerator<EngineEvent, Run> {
	const {
		learn,
		tune,
		validation: kept,
		...course
	} = planTraining(examples, validation, hyperparameters);
	yield say(
		`Learning from ${plural(learn.length + tune.length, 'example')}; ${plural(kept.length, 'example')} kept out to measure`,
	);
	const replies = countReplies(examples);
	const vocabulary = await learnVocabulary(
		[...learn, ...tune].flatMap(({messages}) =>
			messages.filter(turn => turn.role !== 'system').map(turn => turn.content),
		),
		signal,
	);
	const tokenizer = makeTokenizer(vocabulary);
	const read = async <Read>(
		of: readonly TrainingExample[],
		readOne: (example: TrainingExample, stream: Stream) => Read,
	) => {
		const all: Read[] = [];
		for (const [at, example] of of.entries()) {
			if (at % 200 === 0) await pause(signal);
			all.push(readOne(example, toStream(tokenizer, example.messages)));
		}
		return all;
	};
	const toLesson = (example: TrainingExample, stream: Stream): Lesson => ({
		stream,
		exchanges: exchangesOf(example),
	});
	const run: Run = {
		course,
		vocabulary,
		tokenizer,
		counts: emptyModels(tokenizer.size),
		weights: usualWeights(),
		networks: [],
		exchanges: [],
		learn: await read(learn, toLesson),
		tune: await read(tune, toLesson),
		validation: await read(kept, (_, stream) => stream),
		replies,
		step: 0,
	};
	examples.length = 0;
	validation.length = 0;
	return run;
}

const countReplies = (examples: readonly TrainingExample[]): number =>
	examples.reduce(
		(sum, {messages}) =>
			sum + messages.filter(({role}) => role === 'assistant').length,
		0,
	);

/** The model as it is now, as a file. */
export const pack = (run: Run): Uint8Array<ArrayBuffer> =>
	packWith(run, part => freeze(run.counts[part]));

/** The same at the end of a run, which learns nothing any more: the counts are let go as they are written. */
export const packLast = (run: Run): Uint8Array<ArrayBuffer> =>
	packWith(run, part => {
		const data = freeze(run.counts[part]);
		run.counts[part] = emptyCounts(run.tokenizer.size);
		return data;
	});

const packWith = (
	run: Run,
	freezePart: (part: 'everyone' | 'owner') => NgramData,
): Uint8Array<ArrayBuffer> =>
	serialise({
		vocabulary: run.vocabulary,
		everyone: () => freezePart('everyone'),
		owner: () => freezePart('owner'),
		weights: run.weights,
		networks: run.networks,
		exchanges: run.exchanges,
		tokens: run.counts.tokens,
	});

/** A sentence for whoever watches. */
export const say = (message: string): EngineEvent => ({
	type: 'message',
	message,
});

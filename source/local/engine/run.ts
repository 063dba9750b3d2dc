import type {Exchange} from './exchanges.ts';
import {freeze} from './freeze.ts';
import {learnVocabulary} from './merges.ts';
import {usualWeights, type Weights} from './mixture.ts';
import {type Learnt, serialise} from './model.ts';
import {type Counts, emptyModels} from './observe.ts';
import type {Plan} from './plan.ts';
import {type Stream, toStream} from './stream.ts';
import {makeTokenizer, type Tokenizer} from './tokenizer.ts';
import type {EngineEvent, TrainingExample} from './types.ts';
import type {Vocabulary} from './vocabulary.ts';

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

/** Learns the vocabulary, and reads what is measured with it; nothing else is learnt yet. */
export async function begin(plan: Plan, signal: AbortSignal): Promise<Run> {
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

/** A sentence for whoever watches. */
export const say = (message: string): EngineEvent => ({
	type: 'message',
	message,
});

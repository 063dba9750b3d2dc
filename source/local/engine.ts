import {loadModel} from './engine/model.ts';
import {reply} from './engine/reply.ts';
import {type Scored, scoreLast} from './engine/score.ts';
import type {ReplyReport, Sampling, Turn} from './engine/types.ts';

/** A model in memory, ready to answer. */
export type Voice = {
	/** Pieces of text as they are made, and at the end how it ended. Throws the signal's reason when that is aborted. */
	reply(
		turns: readonly Turn[],
		sampling: Sampling,
		signal: AbortSignal,
	): AsyncGenerator<string, Report>;
	/** How likely the last turn was; not every voice can tell. */
	score?(turns: readonly Turn[]): Promise<Scored[]>;
	/** Gives its memory back. */
	close?(): void;
};

export type Report = Pick<ReplyReport, 'finish'> & Partial<ReplyReport>;

/** All that the protocol needs of an engine to answer; tests put slow and endless ones in its place. */
export type Load = (bytes: Uint8Array<ArrayBuffer>) => Voice | Promise<Voice>;

/** A model in this thread. @throws where the bytes are no model of this engine's version. */
export const loadVoice = (bytes: Uint8Array): Voice => {
	const model = loadModel(bytes);
	return {
		reply: (turns, sampling, signal) => reply(model, turns, sampling, signal),
		score: async turns => scoreLast(model, turns),
	};
};

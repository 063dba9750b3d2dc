import type {FailureCause, Job, Twin} from '../store/types.ts';

/** The stages of a training, in order. */
export const stages = [
	'upload',
	'validate',
	'queue',
	'train',
	'finish',
] as const;
export type Stage = (typeof stages)[number];

/** What happens while a twin is trained: plain data, the same for every provider; `train --json` prints it as is. */
export type TrainingEvent =
	| {type: 'stage'; stage: Stage}
	/** The job's record changed (and was saved). */
	| {type: 'job'; job: Job}
	| {
			type: 'message';
			level: 'info' | 'warn' | 'error';
			text: string;
			/** Milliseconds since 1970. */
			at: number;
	  }
	| {
			type: 'metrics';
			step: number;
			totalSteps: number | null;
			trainLoss: number | null;
			validLoss: number | null;
			/** Share of tokens that were guessed right, 0 to 1. */
			trainAccuracy: number | null;
			validAccuracy: number | null;
			/** Milliseconds since 1970; null where it is not known. */
			at: number | null;
	  }
	/** A model as it is at a step, which can be talked to already. */
	| {type: 'checkpoint'; step: number; model: string; loss: number | null}
	/** When the provider expects the end, in milliseconds since 1970; null where it does not say any more. */
	| {type: 'expected'; end: number | null}
	/** As it was seen first: when, in milliseconds since 1970. */
	| {type: 'paused'; paused: boolean; at: number}
	/** What was trained on in the end, as it is billed. */
	| {type: 'trained'; tokens: number}
	/** How much of a file has been sent, 0 to 1. */
	| {type: 'sent'; file: 'training' | 'validation'; share: number}
	/** The network is gone for the moment; the training goes on where it runs. */
	| {type: 'reconnecting'; reason: string}
	| {type: 'twin'; twin: Twin}
	/** Ended without a twin; `reason` is a sentence that says what to do. */
	| {
			type: 'failed';
			reason: string;
			cause: FailureCause;
			/** What a refused content was refused for, as the provider calls it. */
			categories: string[];
	  }
	| {type: 'cancelled'};

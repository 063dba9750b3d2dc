import type {Job, Twin} from '../store/types.ts';

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
	  }
	/** The network is gone for the moment; the training goes on where it runs. */
	| {type: 'reconnecting'; reason: string}
	| {type: 'twin'; twin: Twin}
	/** Ended without a twin; `reason` is a sentence that says what to do. */
	| {type: 'failed'; reason: string}
	| {type: 'cancelled'};

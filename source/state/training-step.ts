import type {EditorState} from '../components/editor.ts';
import {findProvider} from '../provider/providers.ts';
import type {FailureCause, Hyperparameters, Job, Twin} from '../store/types.ts';
import type {Stage} from '../training/events.ts';
import {automatic, fittingTo} from '../training/hyperparameters.ts';
import type {Preflight} from '../training/preflight.ts';
import type {Target} from '../training/target.ts';
import type {AuditStep} from './audit.ts';
import type {DataStep} from './data-step.ts';
import type {Plan} from './plan.ts';
import type {SettingsStep} from './training-settings.ts';

/** A point of the loss curve, in nats per token. */
export type LossPoint = {
	step: number;
	train: number | null;
	valid: number | null;
	/** Share of tokens guessed right. */
	accuracy: number | null;
	/** Milliseconds since 1970; null where it is not known. */
	at: number | null;
};

/** What would be sent, as it was built to be looked at. */
export type Sizes = {
	/** Bytes of the files: what is trained on, and what is held out. */
	training: number;
	validation: number;
	/** How often each placeholder stands in it, such as '[phone]'. */
	replaced: readonly (readonly [placeholder: string, times: number])[];
};

/** A model that the training left on its way; its loss in nats per token. */
export type Checkpoint = {step: number; model: string; loss: number | null};

/** Step 4: consent, then a training that is watched, left and come back to. */
export type TrainingStep = Target & {
	/** Null where an earlier run's job is gone on with. */
	plan: Plan | null;
	hyperparameters: Hyperparameters;
	/** The hyperparameters while they are set by hand. */
	settings: SettingsStep | null;
	/** What was looked at beforehand; null while it is. */
	preflight: Preflight | null;
	sizes: Sizes | null;
	/** What was typed as consent; null while it is not asked for. */
	consent: EditorState | null;
	/** The data set, looked at and adjusted; null while it is not. */
	data: DataStep | null;
	/** What is replaced in it, looked at and decided; null while it is not. */
	audit: AuditStep | null;
	/** Names the choices that it began with (`choicesName`); null before, and for an earlier run's job. */
	begunWith: string | null;
	phase:
		| 'ready'
		| 'running'
		| 'cancelling'
		| 'succeeded'
		| 'failed'
		| 'cancelled';
	job: Job | null;
	/** Counts every start, so that a retry is a new one. */
	attempt: number;
	stage: Stage | null;
	/** How much of the files has been sent, 0 to 1. */
	sent: number | null;
	step: number;
	totalSteps: number | null;
	losses: LossPoint[];
	checkpoints: Checkpoint[];
	messages: {level: 'info' | 'warn' | 'error'; text: string; at: number}[];
	/** Rows that the events are scrolled back. */
	scrolled: number;
	/** When the provider expects the end; milliseconds since 1970. */
	expected: number | null;
	paused: boolean;
	/** When it was held, in milliseconds since 1970; the last one has no end while it is. */
	rests: readonly {from: number; to: number | null}[];
	/** What is being asked for: to pause or to go on; null for nothing. */
	holding: 'pause' | 'resume' | null;
	/** Whether the uploaded files are being deleted, and the sentence about what became of them; null where nobody asked. */
	clearing: {state: 'deleting' | 'deleted' | 'failed'; words: string} | null;
	/** Tokens that were trained on in the end. */
	trained: number | null;
	/** Why the provider cannot be reached at the moment; null while it can. */
	reconnecting: string | null;
	/** Why it failed, in a sentence, and what kind of failure it is. */
	error: string | null;
	cause: FailureCause;
	/** What a refused content was refused for. */
	categories: readonly string[];
	/** The folder that a recipe was written to, 'writing' meanwhile, or why it was not. */
	recipe: {state: 'writing' | 'written' | 'failed'; words: string} | null;
	twin: Twin | null;
};

const idle = {
	begunWith: null,
	settings: null,
	consent: null,
	data: null,
	audit: null,
	job: null,
	stage: null,
	sent: null,
	step: 0,
	totalSteps: null,
	losses: [],
	checkpoints: [],
	messages: [],
	scrolled: 0,
	expected: null,
	paused: false,
	rests: [],
	holding: null,
	clearing: null,
	trained: null,
	reconnecting: null,
	error: null,
	cause: 'other' as const,
	categories: [],
	recipe: null,
	twin: null,
};

/** @param before what was set and counted for the same data set earlier */
export function startTraining(
	plan: Plan,
	{provider, baseURL, model, way}: Target,
	before: Partial<
		Pick<TrainingStep, 'attempt' | 'hyperparameters' | 'sizes'>
	> = {},
): TrainingStep {
	return {
		...idle,
		plan,
		provider,
		baseURL,
		model,
		way,
		hyperparameters: fittingTo(
			before.hyperparameters ?? automatic,
			findProvider(provider),
		),
		preflight: null,
		sizes: before.sizes ?? null,
		phase: 'ready',
		attempt: before.attempt ?? 0,
	};
}

/**
A job that was begun before, gone on with at once.
@param before what was watched so far, which ends with it
*/
export function resumeTraining(
	job: Job,
	before: Pick<TrainingStep, 'attempt'> | null = null,
): TrainingStep {
	return {
		...idle,
		plan: null,
		provider: job.provider,
		baseURL: job.baseURL,
		model: job.model,
		way: 'fine-tuned',
		hyperparameters: job.hyperparameters,
		preflight: null,
		sizes: null,
		phase: 'running',
		attempt: (before?.attempt ?? 0) + 1,
		job,
	};
}

/** Starts what the plan says. */
export const started = (
	step: TrainingStep,
	begunWith: string | null,
): TrainingStep => ({
	...step,
	...idle,
	begunWith,
	phase: 'running',
	attempt: step.attempt + 1,
});

import {
	type EditorAction,
	type EditorState,
	emptyEditor,
	reduceEditor,
} from '../components/editor.ts';
import {findProvider} from '../provider/providers.ts';
import type {FailureCause, Hyperparameters, Job, Twin} from '../store/types.ts';
import type {Stage, TrainingEvent} from '../training/events.ts';
import {automatic} from '../training/hyperparameters.ts';
import type {Preflight} from '../training/preflight.ts';
import {leaves, type Target} from '../training/target.ts';
import type {AuditStep} from './audit.ts';
import type {DataStep} from './data.ts';
import type {Plan, PlanEffect} from './plan.ts';
import {afterEvent} from './training-events.ts';
import {
	reduceSettings,
	type SettingsAction,
	type SettingsStep,
	settingsOf,
	startSettings,
} from './training-settings.ts';

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
	/** What is being asked for: to pause or to go on; null for nothing. */
	holding: 'pause' | 'resume' | null;
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

export type TrainingAction =
	| {type: 'training/cancel'}
	| {type: 'training/not-cancelled'; reason: string}
	| {type: 'training/hold'}
	| {type: 'training/held'; reason: string | null}
	| {type: 'training/settings'; open: boolean}
	| {type: 'training/planned'; effect: PlanEffect}
	| {type: 'training/sizes'; sizes: Sizes}
	| {type: 'training/preflight'; preflight: Preflight}
	| {type: 'training/consent'; open: boolean}
	| {type: 'training/edit'; edit: EditorAction}
	| {type: 'training/scroll'; by: number}
	/** Back to what was trained on, to train it once more. */
	| {type: 'training/again'}
	| {type: 'training/recipe'}
	| {type: 'training/recipe-written'; folder: string}
	| {type: 'training/recipe-failed'; reason: string}
	| {type: 'training/event'; event: TrainingEvent}
	| SettingsAction;

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
	holding: null,
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
		hyperparameters: before.hyperparameters ?? automatic,
		preflight: null,
		sizes: before.sizes ?? null,
		phase: 'ready',
		attempt: before.attempt ?? 0,
	};
}

/** A job of an earlier run, gone on with at once. */
export function resumeTraining(job: Job): TrainingStep {
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
		attempt: 1,
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

/** Why training cannot start; null where it can. */
export function startRefused(step: TrainingStep): string | null {
	const {fewestExamples, label} = findProvider(step.provider);
	if (!step.model)
		return `No model of ${label} is chosen yet: press p and choose one.`;
	// A prompt has no least number of examples, but without any there is nobody to be like.
	const fewest = step.way === 'prompted' ? 1 : fewestExamples;
	const examples = step.plan?.effect?.counts.examples ?? fewest;
	if (examples < fewest)
		return `Only ${examples} training examples: at least ${fewest} are needed. Pick more chats or raise the threshold (esc), or change how examples are made (e).`;
	const bad = step.preflight?.checks.find(({level}) => level === 'bad');
	return bad?.text ?? null;
}

/** Whether the owner has to type yes: something leaves this machine. */
export const needsConsent = (step: TrainingStep): boolean => leaves(step);

/** Whether what was typed is a yes. */
export const saysYes = ({text}: EditorState): boolean =>
	/^\s*yes[.!]?\s*$/i.test(text);

export function reduceTraining(
	step: TrainingStep,
	action: TrainingAction,
): TrainingStep {
	switch (action.type) {
		case 'training/planned':
			return step.plan
				? {
						...step,
						plan: {...step.plan, effect: action.effect, isSettled: true},
					}
				: step;
		case 'training/cancel':
			return step.phase === 'running' ? {...step, phase: 'cancelling'} : step;
		case 'training/not-cancelled':
			return warned({...step, phase: 'running'}, action.reason);
		case 'training/hold':
			return hold(step);
		case 'training/held':
			return action.reason === null
				? {...step, holding: null}
				: warned({...step, holding: null}, action.reason);
		case 'training/settings':
			return openSettings(step, action.open);
		case 'training/sizes':
			return {...step, sizes: action.sizes};
		case 'training/preflight':
			return {...step, preflight: action.preflight};
		case 'training/consent':
			return {
				...step,
				consent: action.open ? emptyEditor : null,
				scrolled: 0,
			};
		case 'training/edit':
			return step.consent
				? {...step, consent: reduceEditor(step.consent, action.edit, 40)}
				: step;
		case 'training/scroll':
			return {...step, scrolled: scrolledBy(step, action.by)};
		case 'training/again':
			return step.plan && step.phase === 'succeeded'
				? startTraining(step.plan, step, step)
				: step;
		case 'training/recipe':
			return {...step, recipe: {state: 'writing', words: ''}};
		case 'training/recipe-written':
			return {...step, recipe: {state: 'written', words: action.folder}};
		case 'training/recipe-failed':
			return {...step, recipe: {state: 'failed', words: action.reason}};
		case 'training/event':
			return afterEvent(step, action.event);
		default:
			return step.settings
				? {...step, settings: reduceSettings(step.settings, action)}
				: step;
	}
}

/** Most lines of a consent that may be hidden; the screen stops at its last. */
const mostConsent = 30;

const scrolledBy = ({scrolled, consent, messages}: TrainingStep, by: number) =>
	Math.max(
		0,
		Math.min(scrolled + by, consent ? mostConsent : messages.length - 1),
	);

const warned = (step: TrainingStep, text: string): TrainingStep => ({
	...step,
	messages: [...step.messages, {level: 'warn', text, at: 0}],
});

function hold(step: TrainingStep): TrainingStep {
	if (step.phase !== 'running' || step.holding !== null) return step;
	if (!findProvider(step.provider).quirks.pauses)
		return warned(
			step,
			`${findProvider(step.provider).label} cannot pause a training.`,
		);
	return {...step, holding: step.paused ? 'resume' : 'pause'};
}

/** Closing takes over what was set; a field that is wrong keeps it open. */
function openSettings(step: TrainingStep, open: boolean): TrainingStep {
	if (open && step.phase === 'ready')
		return {
			...step,
			settings: startSettings(step.hyperparameters, step.provider === 'local'),
		};
	const hyperparameters = step.settings && settingsOf(step.settings);
	return hyperparameters ? {...step, settings: null, hyperparameters} : step;
}

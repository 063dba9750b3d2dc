import {findProvider} from '../provider/providers.ts';
import type {ProviderName} from '../provider/types.ts';
import type {Job, Twin} from '../store/types.ts';
import type {Stage, TrainingEvent} from '../training/events.ts';
import type {DataStep} from './data.ts';
import type {Plan, PlanEffect} from './plan.ts';

/** A point of the loss curve, in nats per token. */
export type LossPoint = {
	step: number;
	train: number | null;
	valid: number | null;
};

/** Step 4: consent, then a training that is watched, left and come back to. */
export type TrainingStep = {
	/** Null where an earlier run's job is gone on with. */
	plan: Plan | null;
	provider: ProviderName;
	/** The data set, looked at and adjusted; null while it is not. */
	data: DataStep | null;
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
	step: number;
	totalSteps: number | null;
	losses: LossPoint[];
	messages: {level: 'info' | 'warn' | 'error'; text: string; at: number}[];
	/** Why the provider cannot be reached at the moment; null while it can. */
	reconnecting: string | null;
	/** Why it failed, in a sentence. */
	error: string | null;
	twin: Twin | null;
};

export type TrainingAction =
	| {type: 'training/planned'; effect: PlanEffect}
	| {type: 'training/cancel'}
	| {type: 'training/not-cancelled'; reason: string}
	| {type: 'training/event'; event: TrainingEvent};

const idle = {
	data: null,
	job: null,
	stage: null,
	step: 0,
	totalSteps: null,
	losses: [],
	messages: [],
	reconnecting: null,
	error: null,
	twin: null,
};

/** @param attempt how often it was started before: 0 for a new plan */
export function startTraining(
	plan: Plan,
	provider: ProviderName,
	attempt = 0,
): TrainingStep {
	return {...idle, plan, provider, phase: 'ready', attempt};
}

/** A job of an earlier run, gone on with at once. */
export function resumeTraining(job: Job): TrainingStep {
	return {
		...idle,
		plan: null,
		provider: job.provider,
		phase: 'running',
		attempt: 1,
		job,
	};
}

/** Starts what the plan says. */
export const started = (step: TrainingStep): TrainingStep => ({
	...step,
	...idle,
	phase: 'running',
	attempt: step.attempt + 1,
});

/** Why training cannot start; null where it can. */
export function startRefused(step: TrainingStep): string | null {
	const {fewestExamples} = findProvider(step.provider);
	const examples = step.plan?.effect?.counts.examples ?? fewestExamples;
	if (examples >= fewestExamples) return null;
	return `Only ${examples} training examples: at least ${fewestExamples} are needed. Pick more chats or raise the threshold (esc), or change how examples are made (e).`;
}

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
			return {
				...step,
				phase: 'running',
				messages: [
					...step.messages,
					{level: 'warn', text: action.reason, at: 0},
				],
			};
		case 'training/event':
			return afterEvent(step, action.event);
	}
}

function afterEvent(step: TrainingStep, event: TrainingEvent): TrainingStep {
	const connected = {...step, reconnecting: null};
	switch (event.type) {
		case 'stage':
			return {...connected, stage: event.stage};
		case 'job':
			return {...connected, job: event.job};
		case 'message':
			return {
				...connected,
				messages: [
					...step.messages,
					{level: event.level, text: event.text, at: event.at},
				].slice(-200),
			};
		case 'metrics':
			return {
				...connected,
				step: event.step,
				totalSteps: event.totalSteps,
				losses: [
					...step.losses,
					{step: event.step, train: event.trainLoss, valid: event.validLoss},
				],
			};
		case 'reconnecting':
			return {...step, reconnecting: event.reason};
		case 'twin':
			return {...connected, phase: 'succeeded', twin: event.twin};
		case 'failed':
			return {...connected, phase: 'failed', error: event.reason};
		case 'cancelled':
			return {...connected, phase: 'cancelled'};
	}
}

import type {TrainingEvent} from '../training/events.ts';
import type {TrainingStep} from './training-step.ts';

/** Events that are kept to be scrolled through. */
const mostMessages = 500;

/** What an event of the training changes; whatever comes from the provider says that it can be reached. */
export function afterEvent(
	step: TrainingStep,
	event: TrainingEvent,
): TrainingStep {
	const connected = {...step, reconnecting: null};
	switch (event.type) {
		case 'stage':
			return {...connected, stage: event.stage, sent: null};
		case 'job':
			return {...connected, job: event.job};
		case 'sent':
			return {...connected, sent: event.share};
		case 'message':
			return withMessage(connected, event);
		case 'metrics':
			return withMetrics(connected, event);
		case 'checkpoint':
			return {
				...connected,
				checkpoints: [
					...step.checkpoints.filter(({step}) => step !== event.step),
					{step: event.step, model: event.model, loss: event.loss},
				],
			};
		case 'expected':
			return {...connected, expected: event.end};
		case 'paused':
			return withRest(connected, event);
		case 'trained':
			return {...connected, trained: event.tokens};
		case 'reconnecting':
			return {...step, reconnecting: event.reason};
		case 'twin':
			return {...connected, phase: 'succeeded', twin: event.twin};
		case 'failed':
			return {
				...connected,
				phase: 'failed',
				error: event.reason,
				cause: event.cause,
				categories: event.categories,
			};
		case 'cancelled':
			return {...connected, phase: 'cancelled'};
	}
}

function withRest(
	step: TrainingStep,
	{paused, at}: Extract<TrainingEvent, {type: 'paused'}>,
): TrainingStep {
	const last = step.rests.at(-1);
	const rests = paused
		? [...step.rests, {from: at, to: null}]
		: last?.to === null
			? [...step.rests.slice(0, -1), {from: last.from, to: at}]
			: step.rests;
	return {...step, paused, rests};
}

/** Who has scrolled back stays where they are. */
function withMessage(
	step: TrainingStep,
	{level, text, at}: Extract<TrainingEvent, {type: 'message'}>,
): TrainingStep {
	return {
		...step,
		messages: [...step.messages, {level, text, at}].slice(-mostMessages),
		scrolled: step.scrolled > 0 ? step.scrolled + 1 : 0,
	};
}

function withMetrics(
	step: TrainingStep,
	event: Extract<TrainingEvent, {type: 'metrics'}>,
): TrainingStep {
	return {
		...step,
		step: Math.max(step.step, event.step),
		totalSteps: event.totalSteps ?? step.totalSteps,
		losses: [
			...step.losses,
			{
				step: event.step,
				train: event.trainLoss,
				valid: event.validLoss,
				accuracy: event.trainAccuracy,
				at: event.at,
			},
		],
	};
}

import {
	type EditorAction,
	emptyEditor,
	reduceEditor,
} from '../components/editor.ts';
import {findProvider} from '../provider/providers.ts';
import type {Job} from '../store/types.ts';
import type {TrainingEvent} from '../training/events.ts';
import {leftoverOf} from '../training/leftover.ts';
import type {Preflight} from '../training/preflight.ts';
import type {PlanEffect} from './plan.ts';
import {afterEvent} from './training-events.ts';
import {
	reduceSettings,
	type SettingsAction,
	settingsOf,
	startSettings,
} from './training-settings.ts';
import {type Sizes, startTraining, type TrainingStep} from './training-step.ts';

export type TrainingAction =
	| {type: 'training/cancel'}
	| {type: 'training/not-cancelled'; reason: string}
	| {type: 'training/hold'}
	| {type: 'training/held'; reason: string | null}
	/** Deletes what lies at the provider since the upload. */
	| {type: 'training/clear'}
	| {type: 'training/cleared'; job: Job; words: string}
	| {type: 'training/not-cleared'; words: string}
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
		case 'training/clear':
			return canClear(step)
				? {...step, clearing: {state: 'deleting', words: ''}}
				: step;
		case 'training/cleared':
			return afterClearing(step, action.job, action.words);
		case 'training/not-cleared':
			return {...step, clearing: {state: 'failed', words: action.words}};
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

/** Once in a row: a key that is held down says no more than one that is pressed. */
const warned = (step: TrainingStep, text: string): TrainingStep =>
	step.messages.at(-1)?.text === text
		? step
		: {...step, messages: [...step.messages, {level: 'warn', text, at: 0}]};

function hold(step: TrainingStep): TrainingStep {
	if (step.phase !== 'running' || step.holding !== null) return step;
	if (!findProvider(step.provider).quirks.pauses)
		return warned(
			step,
			`${findProvider(step.provider).label} cannot pause a training.`,
		);
	return {...step, holding: step.paused ? 'resume' : 'pause'};
}

/** Whether files with the owner's examples lie at the provider that nobody needs any more. */
export const canClear = ({phase, job, clearing}: TrainingStep): boolean =>
	phase === 'succeeded' &&
	job !== null &&
	leftoverOf(job).length > 0 &&
	clearing?.state !== 'deleting';

const afterClearing = (
	step: TrainingStep,
	job: Job,
	words: string,
): TrainingStep => ({
	...step,
	job,
	clearing: {
		state: leftoverOf(job).length > 0 ? 'failed' : 'deleted',
		words,
	},
});

/** Closing takes over what was set; a field that is wrong keeps it open. */
function openSettings(step: TrainingStep, open: boolean): TrainingStep {
	if (open && step.phase === 'ready')
		return {
			...step,
			settings: startSettings(
				step.hyperparameters,
				findProvider(step.provider),
			),
		};
	const hyperparameters = step.settings && settingsOf(step.settings);
	return hyperparameters ? {...step, settings: null, hyperparameters} : step;
}

import {stricterNow} from '../state/stricter.ts';
import type {TrainingStep} from '../state/training-step.ts';
import type {State} from '../state.ts';
import {also, type Bindings, bind, both, rare, rareBoth} from './binding.ts';
import {back, help, rooms, stepEnd} from './common.ts';
import {dataContext} from './data.ts';

/** Ways that remain after a refusal. */
const remedies = {
	provider: bind('p', 'p', 'provider', {type: 'remedy', remedy: 'provider'}),
	embedded: bind('m', 'm', 'here', {type: 'remedy', remedy: 'embedded'}),
	prompted: bind('w', 'w', 'prompted', {type: 'remedy', remedy: 'prompted'}),
	recipe: bind('x', 'x', 'recipe', {type: 'training/recipe'}),
};

const scrollEvents = rareBoth(
	['up pageup', 'down pagedown'],
	'↑↓',
	'scroll the events',
	by => ({type: 'training/scroll', by: -by}),
);

/** Once it has ended, well or not. */
const endedEnd = [...rooms, ...stepEnd];

/** @param hold what space does */
const whileTraining = (hold: 'pause' | 'go on') => [
	bind('q', 'q', 'leave, come back later', {type: 'quit'}),
	bind('c', 'c', 'cancel', {type: 'ask-cancel'}),
	rare('k', 'k', 'talk to the last checkpoint', {type: 'talk-checkpoint'}),
	bind('space', 'space', hold, {type: 'training/hold'}),
	...scrollEvents,
	...rooms,
	back,
	help,
];

/** Step 4: what it takes, then the training. */
export const trainingKeys = {
	'training ready': [
		bind('enter y', 'enter', 'start', {type: 'next'}),
		bind('p', 'p', 'provider, model', {type: 'room/open', room: 'providers'}),
		bind('e', 'e', 'examples', {type: 'data'}),
		bind('v', 'v', 'names', {type: 'audit'}),
		rare('h', 'h', 'hyperparameters', {type: 'training/settings', open: true}),
		rare('x', 'x', 'write a recipe for an engine of your own', {
			type: 'training/recipe',
		}),
		...endedEnd,
	],
	'training consent': [
		bind('enter', 'enter', 'agree, once yes is typed', {type: 'next'}),
		...rareBoth(['up pageup', 'down pagedown'], '↑↓', 'scroll', by => ({
			type: 'training/scroll',
			by,
		})),
		bind('esc', 'esc', 'back, nothing is sent', {
			type: 'training/consent',
			open: false,
		}),
	],
	'training settings': [
		...both(['up', 'down tab'], '↑↓', 'move', by => ({
			type: 'settings/move',
			by,
		})),
		...both(['left', 'right'], '←→', 'usual values', by => ({
			type: 'settings/turn',
			by,
		})),
		bind('a', 'a', 'auto', {type: 'settings/automatic'}),
		also('backspace delete', {type: 'settings/erase'}),
		bind('enter esc h', 'enter', 'done', {
			type: 'training/settings',
			open: false,
		}),
		help,
	],
	'training running': whileTraining('pause'),
	'training paused': whileTraining('go on'),
	'training done': [
		bind('enter space', 'enter', 'talk to your twin', {type: 'next'}),
		bind('d', 'd', 'delete uploads', {type: 'training/clear'}),
		bind('r', 'r', 'train again', {type: 'training/again'}),
		...scrollEvents,
		...endedEnd,
	],
	'training failed': [
		bind('enter r', 'enter', 'try again', {type: 'next'}),
		{...remedies.provider, rare: true},
		{...remedies.embedded, rare: true},
		{...remedies.prompted, rare: true},
		{...remedies.recipe, rare: true},
		...scrollEvents,
		...endedEnd,
	],
	'training refused': [
		remedies.provider,
		remedies.embedded,
		remedies.prompted,
		remedies.recipe,
		rare('enter r', 'enter', 'try again', {type: 'next'}),
		...endedEnd,
	],
	'training unsafe': [
		bind('enter', 'enter', 'drop more, again', {
			type: 'remedy',
			remedy: 'stricter',
		}),
		remedies.provider,
		remedies.embedded,
		remedies.prompted,
		rare('r', 'r', 'try again as it is', {type: 'next'}),
		...scrollEvents,
		...endedEnd,
	],
} satisfies Bindings;

type TrainingContext = keyof typeof trainingKeys;

const phaseContexts: Record<TrainingStep['phase'], TrainingContext> = {
	ready: 'training ready',
	running: 'training running',
	cancelling: 'training running',
	succeeded: 'training done',
	failed: 'training failed',
	cancelled: 'training failed',
};

/** @param state with the training on its screen */
export function trainingContext(
	state: State,
	step: TrainingStep,
): TrainingContext | ReturnType<typeof dataContext> | 'audit' {
	if (step.audit) return 'audit';
	if (step.data) return dataContext(step.data);
	if (step.consent) return 'training consent';
	if (step.settings) return 'training settings';
	if (step.phase === 'failed' && step.cause === 'not-allowed')
		return 'training refused';
	if (step.phase === 'failed' && stricterNow(state)) return 'training unsafe';
	if (step.phase === 'running' && step.paused) return 'training paused';
	return phaseContexts[step.phase];
}

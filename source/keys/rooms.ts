import type {Room} from '../state/room.ts';
import {type Binding, type Bindings, bind, both, rareBoth} from './binding.ts';
import {help, pages, upDown} from './common.ts';

const leave = bind('esc q', 'esc', 'close', {type: 'room/close'});

const stepBack = bind('esc', 'esc', 'back', {type: 'providers/back'});

/** Moving in the list of a room. */
const moves = (
	type: 'providers/move' | 'jobs/move' | 'clean-up/move',
): Binding[] => [
	...both(upDown, '↑↓', 'move', by => ({type, by})),
	...rareBoth(pages, 'pgup pgdn', 'move by ten', by => ({type, by: by * 10})),
];

/** The rooms beside the steps. */
export const roomKeys = {
	providers: [
		...moves('providers/move'),
		bind('enter space', 'enter', 'choose', {type: 'providers/choose'}),
		bind('r', 'r', 'look again', {type: 'providers/again'}),
		bind('esc q', 'esc', 'back', {type: 'providers/back'}),
		help,
	],
	'provider models': [
		...moves('providers/move'),
		bind('enter space', 'enter', 'take it', {type: 'providers/choose'}),
		bind('tab w left right', 'tab', 'train/prompt', {type: 'providers/way'}),
		bind('m', 'm', 'type a name', {type: 'providers/ask', what: 'model'}),
		bind('esc q', 'esc', 'back', {type: 'providers/back'}),
		help,
	],
	'provider typing': [
		bind('enter', 'enter', 'done', {type: 'providers/typed'}),
		stepBack,
	],
	'provider keep': [
		bind('y', 'y', 'keep it for the next start', {
			type: 'providers/keep',
			keep: true,
		}),
		bind('n enter', 'n', 'only for now', {type: 'providers/keep', keep: false}),
		stepBack,
	],
	jobs: [
		...moves('jobs/move'),
		bind('enter space', 'enter', 'go to it', {type: 'jobs/open'}),
		leave,
		help,
	],
	'clean-up': [
		...moves('clean-up/move'),
		bind('space x', 'space', 'pick', {type: 'clean-up/toggle'}),
		bind('a ctrl+a', 'a', 'all', {type: 'clean-up/toggle-all'}),
		bind('d enter delete', 'd', 'delete', {type: 'clean-up/ask'}),
		leave,
		help,
	],
	'clean-up question': [
		bind('y', 'y', 'delete for good', {type: 'clean-up/answer', yes: true}),
		bind('n esc enter', 'n', 'keep', {type: 'clean-up/answer', yes: false}),
		help,
	],
	'prompt view': [
		...both(upDown, '↑↓', 'scroll', by => ({type: 'prompt-view/scroll', by})),
		...both(
			['pageup ctrl+u', 'pagedown ctrl+d space'],
			'pgup pgdn',
			'pages',
			by => ({type: 'prompt-view/scroll', by: by * 10}),
		),
		leave,
		help,
	],
} satisfies Bindings;

export function roomContext(room: Room): keyof typeof roomKeys {
	switch (room.type) {
		case 'providers':
			if (room.asking)
				return room.asking.stage === 'keep'
					? 'provider keep'
					: 'provider typing';
			return room.chosen ? 'provider models' : 'providers';
		case 'jobs':
			return 'jobs';
		case 'clean-up':
			return room.deleting === 'asking' ? 'clean-up question' : 'clean-up';
		case 'prompt-view':
			return 'prompt view';
	}
}

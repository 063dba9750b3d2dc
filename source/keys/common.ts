import {also, type Binding, bind, both, rare, rareBoth} from './binding.ts';

/* What means the same wherever it is bound. */

export const upDown = ['up k', 'down j'] as const;
export const leftRight = ['left h', 'right l'] as const;
/** Where letters are text. */
export const arrows = ['up', 'down'] as const;
export const pages = ['pageup ctrl+u', 'pagedown ctrl+d'] as const;

export const help = bind('?', '?', 'help', {type: 'help', open: true});
export const back = bind('esc', 'esc', 'back', {type: 'back'});
export const visibleQuit = bind('q', 'q', 'quit', {type: 'quit'});
export const quit: Binding = {...visibleQuit, rare: true};

/** The last keys of a step. */
export const stepEnd = [back, quit, help];

/** The rooms beside the steps that are of use anywhere. */
export const rooms = [
	rare('J', 'J', 'trainings', {type: 'room/open', room: 'jobs'}),
	rare('X', 'X', 'clean up', {type: 'room/open', room: 'clean-up'}),
];

/** Moving in a list: arrows and letters, pages, both ends. */
export const moves = (
	type: 'chats/move' | 'you/move' | 'sessions/move' | 'audit/move',
): Binding[] => [
	...both(upDown, '↑↓', 'move', by => ({type, move: by})),
	...rareBoth(pages, 'pgup pgdn', 'move by ten', by => ({
		type,
		move: by * 10,
	})),
	rare('home g', 'home end', 'first, last', {type, move: 'first'}),
	also('end G', {type, move: 'last'}),
];

/** In a text of several lines, where enter finishes it. */
export const newLine = (type: 'data/edit' | 'chat/edit'): Binding =>
	bind('ctrl+j alt+enter shift+enter', '^J', 'new line', {
		type,
		edit: {type: 'newline'},
	});

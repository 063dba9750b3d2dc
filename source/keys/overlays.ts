import {type Bindings, bind} from './binding.ts';

/** What lies over a screen until it is answered; each is named as in the state. */
export const overlayKeys = {
	help: [
		bind('esc ? enter q ctrl+g space', 'esc', 'close', {
			type: 'help',
			open: false,
		}),
	],
	cancel: [
		bind('enter y c', 'enter', 'cancel it', {type: 'training/cancel'}),
		bind('esc n', 'esc', 'go on training', {type: 'stay'}),
	],
	leave: [
		bind('enter y q', 'enter', 'leave', {type: 'quit'}),
		bind('esc n', 'esc', 'stay', {type: 'stay'}),
	],
} satisfies Bindings;

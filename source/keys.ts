import type {Key} from 'ink';
import type {TrainingStep} from './state/training.ts';
import type {Action, State} from './state.ts';

/** Where keys are pressed: each has its own bindings. */
export type Context =
	| 'chats'
	| 'no chats'
	| 'chats filter'
	| 'chats receipt'
	| 'you'
	| 'you aliases'
	| 'moderation scan'
	| 'moderation'
	| 'training ready'
	| 'training running'
	| 'training done'
	| 'training failed'
	| 'chat'
	| 'chat settings'
	| 'chat system prompt'
	| 'help'
	| 'leave';

export type Binding = {
	/** Names as `keyName` gives them. */
	keys: readonly string[];
	/** How footer and help write the keys; a binding without it belongs to the one before it ('↑↓'). */
	show?: string;
	/** What it does, in a word or two. */
	does?: string;
	action: Action;
	/** In the help only, not in the footer. */
	rare?: true;
};

const up = ['up', 'k'];
const down = ['down', 'j'];
const help: Binding = {
	keys: ['?'],
	show: '?',
	does: 'help',
	action: {type: 'help', open: true},
};
const back: Binding = {
	keys: ['esc'],
	show: 'esc',
	does: 'back',
	action: {type: 'back'},
};
const visibleQuit: Binding = {
	keys: ['q'],
	show: 'q',
	does: 'quit',
	action: {type: 'quit'},
};
const quit: Binding = {...visibleQuit, rare: true};

/** Moving in a list: arrows and letters, pages, both ends. */
function moves(type: 'chats/move' | 'you/move'): Binding[] {
	return [
		{keys: up, show: '↑↓', does: 'move', action: {type, move: -1}},
		{keys: down, action: {type, move: 1}},
		{
			keys: ['pageup', 'ctrl+u'],
			show: 'pgup pgdn',
			does: 'move by ten',
			action: {type, move: -10},
			rare: true,
		},
		{keys: ['pagedown', 'ctrl+d'], action: {type, move: 10}},
		{
			keys: ['home', 'g'],
			show: 'home end',
			does: 'first, last',
			action: {type, move: 'first'},
			rare: true,
		},
		{keys: ['end', 'G'], action: {type, move: 'last'}},
	];
}

/** Every key of the program, once: footers and the help are made from it. */
export const bindings: Record<Context, readonly Binding[]> = {
	'no chats': [
		{
			keys: ['d', 'enter'],
			show: 'd',
			does: 'try it with demo chats',
			action: {type: 'chats/demo'},
		},
		{
			keys: ['t'],
			show: 't',
			does: 'talk to a twin you have',
			action: {type: 'talk'},
			rare: true,
		},
		visibleQuit,
		help,
	],
	chats: [
		...moves('chats/move'),
		{
			keys: ['space', 'x'],
			show: 'space',
			does: 'pick',
			action: {type: 'chats/toggle'},
		},
		{keys: ['enter'], show: 'enter', does: 'next', action: {type: 'next'}},
		{
			keys: ['a', 'ctrl+a'],
			show: 'a',
			does: 'all',
			action: {type: 'chats/toggle-all'},
		},
		{
			keys: ['/'],
			show: '/',
			does: 'filter',
			action: {type: 'chats/filter', open: true},
		},
		{
			keys: ['i'],
			show: 'i',
			does: 'receipt',
			action: {type: 'chats/receipt', open: true},
		},
		{
			keys: ['t'],
			show: 't',
			does: 'talk to a twin you have',
			action: {type: 'talk'},
			rare: true,
		},
		{
			keys: ['esc'],
			show: 'esc',
			does: 'clear the filter',
			action: {type: 'chats/edit', edit: {type: 'clear'}},
			rare: true,
		},
		quit,
		help,
	],
	'chats filter': [
		{
			keys: ['enter', 'esc', 'tab'],
			show: 'enter',
			does: 'done',
			action: {type: 'chats/filter', open: false},
		},
		{
			keys: ['up'],
			show: '↑↓',
			does: 'move',
			action: {type: 'chats/move', move: -1},
		},
		{keys: ['down'], action: {type: 'chats/move', move: 1}},
	],
	'chats receipt': [
		{
			keys: ['o'],
			show: 'o',
			does: 'swap day and month',
			action: {type: 'chats/reorder'},
		},
		{
			keys: up,
			show: '↑↓',
			does: 'scroll',
			action: {type: 'chats/receipt-scroll', by: -1},
		},
		{keys: down, action: {type: 'chats/receipt-scroll', by: 1}},
		{
			keys: ['esc', 'i', 'enter', 'q'],
			show: 'esc',
			does: 'close',
			action: {type: 'chats/receipt', open: false},
		},
	],
	you: [
		...moves('you/move'),
		{
			keys: ['enter', 'space'],
			show: 'enter',
			does: 'that is me',
			action: {type: 'next'},
		},
		back,
		quit,
		help,
	],
	'you aliases': [
		...moves('you/move'),
		{
			keys: ['space', 'x'],
			show: 'space',
			does: 'me too',
			action: {type: 'you/toggle-alias'},
		},
		{keys: ['enter'], show: 'enter', does: 'next', action: {type: 'next'}},
		back,
		quit,
		help,
	],
	'moderation scan': [
		{
			keys: ['r'],
			show: 'r',
			does: 'try again',
			action: {type: 'moderation/retry'},
			rare: true,
		},
		back,
		visibleQuit,
		help,
	],
	moderation: [
		{
			keys: ['left', 'h'],
			show: '←→',
			does: '±0.01',
			action: {type: 'moderation/move', by: -0.01},
		},
		{keys: ['right', 'l'], action: {type: 'moderation/move', by: 0.01}},
		{
			keys: ['shift+left', 'pagedown', 'down', 'j'],
			show: '↑↓',
			does: '±0.10',
			action: {type: 'moderation/move', by: -0.1},
		},
		{
			keys: ['shift+right', 'pageup', 'up', 'k'],
			action: {type: 'moderation/move', by: 0.1},
		},
		{
			keys: ['home', 'g'],
			show: 'home end',
			does: '0 and 1',
			action: {type: 'moderation/set', threshold: 0},
			rare: true,
		},
		{keys: ['end', 'G'], action: {type: 'moderation/set', threshold: 1}},
		{keys: ['enter'], show: 'enter', does: 'next', action: {type: 'next'}},
		{
			keys: ['d'],
			show: 'd',
			does: 'default 0.60',
			action: {type: 'moderation/set', threshold: 0.6},
		},
		{
			keys: ['8'],
			show: '8',
			does: 'preset 0.80',
			action: {type: 'moderation/set', threshold: 0.8},
			rare: true,
		},
		back,
		quit,
		help,
	],
	'training ready': [
		{
			keys: ['enter', 'y'],
			show: 'enter',
			does: 'agree and train',
			action: {type: 'next'},
		},
		{keys: ['p'], show: 'p', does: 'provider', action: {type: 'provider'}},
		back,
		quit,
		help,
	],
	'training running': [
		{
			keys: ['q'],
			show: 'q',
			does: 'leave, come back later',
			action: {type: 'quit'},
		},
		{
			keys: ['c'],
			show: 'c',
			does: 'cancel the training',
			action: {type: 'training/cancel'},
		},
		back,
		help,
	],
	'training done': [
		{
			keys: ['enter', 'space'],
			show: 'enter',
			does: 'talk to your twin',
			action: {type: 'next'},
		},
		back,
		quit,
		help,
	],
	'training failed': [
		{
			keys: ['enter', 'r'],
			show: 'enter',
			does: 'try again',
			action: {type: 'next'},
		},
		back,
		quit,
		help,
	],
	chat: [
		{keys: ['enter'], show: 'enter', does: 'send', action: {type: 'chat/send'}},
		{
			keys: ['ctrl+j', 'alt+enter', 'shift+enter'],
			show: '^J',
			does: 'new line',
			action: {type: 'chat/edit', edit: {type: 'newline'}},
			rare: true,
		},
		{
			keys: ['ctrl+n'],
			show: '^N',
			does: 'let the twin open',
			action: {type: 'chat/nudge'},
		},
		{
			keys: ['ctrl+r'],
			show: '^R',
			does: 'answer again',
			action: {type: 'chat/retry'},
			rare: true,
		},
		{keys: ['tab'], show: 'tab', does: 'settings', action: {type: 'chat/pane'}},
		{
			keys: ['pageup', 'shift+up'],
			show: 'pgup pgdn',
			does: 'scroll',
			action: {type: 'chat/scroll', move: 'page up'},
			rare: true,
		},
		{
			keys: ['pagedown', 'shift+down'],
			action: {type: 'chat/scroll', move: 'page down'},
		},
		{
			keys: ['esc'],
			show: 'esc',
			does: 'back',
			action: {type: 'back'},
		},
		{
			keys: ['ctrl+g'],
			show: '^G',
			does: 'help',
			action: {type: 'help', open: true},
		},
	],
	'chat settings': [
		{keys: up, show: '↑↓', does: 'move', action: {type: 'chat/field', by: -1}},
		{keys: down, action: {type: 'chat/field', by: 1}},
		{
			keys: ['left', 'h'],
			show: '←→',
			does: 'change',
			action: {type: 'chat/change', by: -1},
		},
		{keys: ['right', 'l'], action: {type: 'chat/change', by: 1}},
		{
			keys: ['enter'],
			show: 'enter',
			does: 'edit',
			action: {type: 'chat/edit-system', open: true},
		},
		{
			keys: ['d'],
			show: 'd',
			does: 'defaults',
			action: {type: 'chat/defaults'},
			rare: true,
		},
		{
			keys: ['tab', 'esc'],
			show: 'tab',
			does: 'to the chat',
			action: {type: 'chat/pane'},
		},
		quit,
		help,
	],
	'chat system prompt': [
		{
			keys: ['enter', 'esc', 'tab'],
			show: 'enter',
			does: 'done',
			action: {type: 'chat/edit-system', open: false},
		},
		{
			keys: ['ctrl+j', 'alt+enter', 'shift+enter'],
			show: '^J',
			does: 'new line',
			action: {type: 'chat/edit', edit: {type: 'newline'}},
		},
	],
	help: [
		{
			keys: ['esc', '?', 'enter', 'q', 'ctrl+g', 'space'],
			show: 'esc',
			does: 'close',
			action: {type: 'help', open: false},
		},
	],
	leave: [
		{
			keys: ['enter', 'y', 'q'],
			show: 'enter',
			does: 'leave',
			action: {type: 'quit'},
		},
		{keys: ['esc', 'n'], show: 'esc', does: 'stay', action: {type: 'stay'}},
	],
};

const trainingContexts: Record<TrainingStep['phase'], Context> = {
	ready: 'training ready',
	running: 'training running',
	cancelling: 'training running',
	succeeded: 'training done',
	failed: 'training failed',
	cancelled: 'training failed',
};

/** Where the next key goes. */
export function contextOf(state: State): Context {
	if (state.overlay) return state.overlay;
	switch (state.screen) {
		case 'chats':
			if (state.chats.receipt !== null) return 'chats receipt';
			if (state.chats.rows.length === 0 && !state.chats.reading)
				return 'no chats';
			return state.chats.filtering ? 'chats filter' : 'chats';
		case 'you':
			return state.you.name === null ? 'you' : 'you aliases';
		case 'moderation':
			return state.moderation.scan === 'done'
				? 'moderation'
				: 'moderation scan';
		case 'training':
			return trainingContexts[state.training.phase];
		case 'chat':
			if (state.chat.systemEditor) return 'chat system prompt';
			return state.chat.paneFocused ? 'chat settings' : 'chat';
	}
}

/** What a key does where it is pressed; undefined where it is not bound. */
export const findBinding = (
	context: Context,
	name: string,
): Binding | undefined =>
	bindings[context].find(({keys}) => keys.includes(name));

/** One press: the name that bindings use, and the text it types. */
export type Stroke = {name: string; input: string; key: Key};

/**
The presses in what Ink hands over: keys hit within one tick come as one string,
so that "jj\r" is three presses and an emoji is one.
*/
export function strokes(input: string, key: Key): Stroke[] {
	if (key.ctrl || key.meta || input.length <= 1)
		return [{name: keyName(input, key), input, key}];
	return [...graphemes.segment(input)].map(({segment}) => {
		const enter = segment === '\r' || segment === '\r\n';
		const pressed = {...key, return: enter};
		return {
			name: keyName(segment, pressed),
			input: enter ? '' : segment,
			key: pressed,
		};
	});
}

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

const named = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'esc'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
] as const;

/** 'up', 'shift+left', 'ctrl+a', 'space', 'x'… */
export function keyName(input: string, key: Key): string {
	const special = named.find(([flag]) => key[flag])?.[1];
	if (special) {
		const modifier = key.ctrl
			? 'ctrl+'
			: key.meta && special !== 'esc'
				? 'alt+'
				: key.shift
					? 'shift+'
					: '';
		return modifier + special;
	}
	// Ctrl+J is the line feed itself: terminals send nothing else for it.
	if (input === '\n') return 'ctrl+j';
	if (key.ctrl) return `ctrl+${input}`;
	if (key.meta) return `alt+${input}`;
	return input === ' ' ? 'space' : input;
}

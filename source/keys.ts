import {presets} from './moderation/selection/settings.ts';
import {tabs} from './state/chat-pane.ts';
import {settingsFields} from './state/chat-settings.ts';
import type {ChatStep} from './state/chat-step.ts';
import {completions} from './state/chat-typing.ts';
import type {DataStep} from './state/data.ts';
import {type ModerationStep, showsThreshold} from './state/moderation.ts';
import {stricterNow} from './state/remedies.ts';
import type {Room} from './state/room.ts';
import type {SessionsStep} from './state/sessions.ts';
import type {TrainingStep} from './state/training.ts';
import type {Action, State} from './state.ts';

/** Where keys are pressed: each has its own bindings. */
export type Context =
	| 'chats'
	| 'no chats'
	| 'chats filter'
	| 'chats filtered'
	| 'chats receipt'
	| 'you'
	| 'you aliases'
	| 'moderation scan'
	| 'moderation paused'
	| 'moderation failed'
	| 'moderation consent'
	| 'moderation'
	| 'moderation categories'
	| 'moderation number'
	| 'training ready'
	| 'training consent'
	| 'training settings'
	| 'training refused'
	| 'training unsafe'
	| 'data examples'
	| 'data knobs'
	| 'data search'
	| 'audit'
	| 'data prompt'
	| 'training running'
	| 'training paused'
	| 'training done'
	| 'training failed'
	| 'chat'
	| 'chat command'
	| 'chat settings'
	| 'chat settings prompt'
	| 'chat compare'
	| 'chat memory'
	| 'chat likeness'
	| 'chat system prompt'
	| 'blind begin'
	| 'blind pick'
	| 'blind end'
	| 'sessions'
	| 'sessions search'
	| 'sessions title'
	| 'providers'
	| 'provider models'
	| 'provider typing'
	| 'provider keep'
	| 'jobs'
	| 'clean-up'
	| 'clean-up question'
	| 'prompt view'
	| 'help'
	| 'leave'
	| 'cancel';

export type Binding = {
	/** Names as `keyName` gives them. */
	keys: readonly string[];
	/** How footer and help write the keys; a binding without it belongs to the one before it ('↑↓'). */
	show?: string;
	/** What it does, in a word or two. */
	does?: string;
	action: Exclude<Action, {type: 'key'}>;
	/** In the help only, not in the footer. */
	rare?: boolean;
};

/** @param keys names as `keyName` gives them, with spaces between them */
const bind = (
	keys: string,
	show: string,
	does: string,
	action: Binding['action'],
): Binding => ({keys: keys.split(' '), show, does, action});

const rare: typeof bind = (...binding) => ({...bind(...binding), rare: true});

const also = (keys: string, action: Binding['action']): Binding => ({
	keys: keys.split(' '),
	action,
});

const up = 'up k';
const down = 'down j';
const help = bind('?', '?', 'help', {type: 'help', open: true});
const back = bind('esc', 'esc', 'back', {type: 'back'});
const visibleQuit = bind('q', 'q', 'quit', {type: 'quit'});
const quit: Binding = {...visibleQuit, rare: true};

/** Moving in a list: arrows and letters, pages, both ends. */
function moves(type: 'chats/move' | 'you/move' | 'sessions/move'): Binding[] {
	return [
		bind(up, '↑↓', 'move', {type, move: -1}),
		also(down, {type, move: 1}),
		rare('pageup ctrl+u', 'pgup pgdn', 'move by ten', {type, move: -10}),
		also('pagedown ctrl+d', {type, move: 10}),
		rare('home g', 'home end', 'first, last', {type, move: 'first'}),
		also('end G', {type, move: 'last'}),
	];
}

/** The rooms beside the steps that are of use anywhere. */
const rooms = [
	rare('J', 'J', 'trainings', {type: 'room/open', room: 'jobs'}),
	rare('X', 'X', 'clean up', {type: 'room/open', room: 'clean-up'}),
];

const leaveRoom = bind('esc q', 'esc', 'close', {type: 'room/close'});

/** Moving in the list of a room. */
function roomMoves(
	type: 'providers/move' | 'jobs/move' | 'clean-up/move',
): Binding[] {
	return [
		bind(up, '↑↓', 'move', {type, by: -1}),
		also(down, {type, by: 1}),
		rare('pageup ctrl+u', 'pgup pgdn', 'move by ten', {type, by: -10}),
		also('pagedown ctrl+d', {type, by: 10}),
	];
}

/** Ways that remain after a refusal. */
const remedies = {
	provider: bind('p', 'p', 'provider', {
		type: 'remedy',
		remedy: 'provider',
	}),
	embedded: bind('m', 'm', 'here', {
		type: 'remedy',
		remedy: 'embedded',
	}),
	prompted: bind('w', 'w', 'prompted', {
		type: 'remedy',
		remedy: 'prompted',
	}),
	recipe: bind('x', 'x', 'recipe', {type: 'training/recipe'}),
};

const eventScroll = [
	rare('up pageup', '↑↓', 'scroll the events', {
		type: 'training/scroll',
		by: 1,
	}),
	also('down pagedown', {type: 'training/scroll', by: -1}),
];

/** @param hold what space does */
const whileTraining = (hold: 'pause' | 'go on') => [
	bind('q', 'q', 'leave, come back later', {type: 'quit'}),
	bind('c', 'c', 'cancel', {type: 'ask-cancel'}),
	rare('k', 'k', 'talk to the last checkpoint', {type: 'talk-checkpoint'}),
	bind('space', 'space', hold, {type: 'training/hold'}),
	...eventScroll,
	...rooms,
	back,
	help,
];

const chatKeys = [
	...moves('chats/move'),
	bind('space x', 'space', 'pick', {type: 'chats/toggle'}),
	bind('enter', 'enter', 'next', {type: 'next'}),
	bind('a ctrl+a', 'a', 'all', {type: 'chats/toggle-all'}),
	bind('/', '/', 'filter', {type: 'chats/filter', open: true}),
	bind('i', 'i', 'receipt', {type: 'chats/receipt', open: true}),
	rare('t', 't', 'talk to a twin you have', {type: 'talk'}),
	rare('s', 's', 'earlier conversations', {type: 'sessions/show'}),
	...rooms,
	quit,
	help,
];

const fields = [
	bind(up, '↑↓', 'move', {type: 'chat/field', by: -1}),
	also(down, {type: 'chat/field', by: 1}),
];

/** In every tab of the pane beside the chat. */
const paneEnd = [
	bind('] shift+tab', '[ ]', 'tab', {type: 'pane/next', by: 1}),
	also('[', {type: 'pane/next', by: -1}),
	...tabs.map((tab, at) => also(String(at + 1), {type: 'pane/tab', tab})),
	bind('tab esc', 'tab', 'chat', {type: 'pane/focus'}),
	rare('ctrl+t', '^T', 'hide the pane', {type: 'pane/hide'}),
	quit,
	bind('? ctrl+g', '?', 'help', {type: 'help', open: true}),
];

const settingsEnd = [
	bind('d', 'd', 'defaults', {type: 'chat/defaults'}),
	...paneEnd,
];

/** Where one writes to the twin; no letter is bound here. */
const chatEnd = [
	rare('ctrl+j alt+enter shift+enter', '^J', 'new line', {
		type: 'chat/edit',
		edit: {type: 'newline'},
	}),
	bind('ctrl+n', '^N', 'let the twin open', {type: 'chat/nudge'}),
	rare('ctrl+r', '^R', 'answer again', {type: 'chat/retry'}),
	rare('ctrl+o', '^O', 'edit your last message', {type: 'chat/edit-last'}),
	rare('ctrl+l', '^L', 'all conversations', {type: 'sessions/show'}),
	rare('ctrl+p', '^P', 'what is sent', {
		type: 'room/open',
		room: 'prompt-view',
	}),
	bind('tab', 'tab', 'pane', {type: 'pane/focus'}),
	rare('shift+tab', 'shift tab', 'next tab of the pane', {
		type: 'pane/next',
		by: 1,
	}),
	rare('ctrl+t', '^T', 'hide or show the pane', {type: 'pane/hide'}),
	rare('pageup shift+up', 'pgup pgdn', 'scroll', {
		type: 'chat/scroll',
		move: 'page up',
	}),
	also('pagedown shift+down', {type: 'chat/scroll', move: 'page down'}),
	bind('esc', 'esc', 'back', {type: 'back'}),
	bind('ctrl+g', '^G', 'help', {type: 'help', open: true}),
];

const defaultPreset = presets.find(({name}) => name === '0.60') ?? 'next';

const scorer = bind('s', 's', 'who scores', {type: 'scorer'});

const scanKeys = [scorer, back, visibleQuit, help];

/** The threshold, and the list below it. */
const sliderKeys = [
	bind('left h', '←→', '±0.01', {type: 'moderation/turn', by: -0.01}),
	also('right l', {type: 'moderation/turn', by: 0.01}),
	rare('pagedown shift+left H', 'pgup pgdn', '±0.10', {
		type: 'moderation/turn',
		by: -0.1,
	}),
	also('pageup shift+right L', {type: 'moderation/turn', by: 0.1}),
	rare('home g', 'home end', '0 and 1', {
		type: 'moderation/set',
		threshold: 0,
	}),
	also('end G', {type: 'moderation/set', threshold: 1}),
	// Digits are typed: see `state/typing.ts`.
	rare('digits', '0-9 .', 'type a threshold', {type: 'stay'}),
	bind(up, '↑↓', 'move', {type: 'moderation/cursor', by: -1}),
	also(down, {type: 'moderation/cursor', by: 1}),
];

const thresholdKeys = [
	bind('tab', 'tab', 'lists', {type: 'moderation/view', by: 1}),
	also('shift+tab', {type: 'moderation/view', by: -1}),
	bind('p', 'p', 'preset', {type: 'moderation/preset', preset: 'next'}),
	bind('enter', 'enter', 'next', {type: 'next'}),
	rare('d', 'd', 'default 0.60', {
		type: 'moderation/preset',
		preset: defaultPreset,
	}),
	rare('u', 'u', 'unscored texts in or out', {type: 'moderation/unscored'}),
	rare('r', 'r', 'go on scoring', {type: 'moderation/go-on'}),
	{...scorer, rare: true},
	{...back, rare: true},
	quit,
	help,
];

/** Every key of the program, once: footers and the help are made from it. */
export const bindings: Record<Context, readonly Binding[]> = {
	'no chats': [
		bind('d enter', 'd', 'try it with demo chats', {type: 'chats/demo'}),
		rare('t', 't', 'talk to a twin you have', {type: 'talk'}),
		rare('s', 's', 'earlier conversations', {type: 'sessions/show'}),
		...rooms,
		visibleQuit,
		help,
	],
	chats: chatKeys,
	'chats filtered': [
		bind('esc', 'esc', 'unfilter', {type: 'chats/edit', edit: {type: 'clear'}}),
		...chatKeys.map(key => (key.show === 'i' ? {...key, rare: true} : key)),
	],
	'chats filter': [
		bind('enter esc tab', 'enter', 'done', {type: 'chats/filter', open: false}),
		bind('up', '↑↓', 'move', {type: 'chats/move', move: -1}),
		also('down', {type: 'chats/move', move: 1}),
	],
	'chats receipt': [
		bind('o', 'o', 'swap day and month', {type: 'chats/reorder'}),
		bind(up, '↑↓', 'scroll', {type: 'chats/receipt-scroll', by: -1}),
		also(down, {type: 'chats/receipt-scroll', by: 1}),
		bind('esc i enter q', 'esc', 'close', {type: 'chats/receipt', open: false}),
		help,
	],
	you: [
		...moves('you/move'),
		bind('enter space', 'enter', 'that is me', {type: 'next'}),
		back,
		quit,
		help,
	],
	'you aliases': [
		...moves('you/move'),
		bind('space x', 'space', 'me too', {type: 'you/toggle-alias'}),
		bind('enter', 'enter', 'next', {type: 'next'}),
		back,
		quit,
		help,
	],
	'moderation scan': [
		bind('enter', 'enter', 'look now', {type: 'moderation/look'}),
		bind('space p', 'space', 'pause', {type: 'moderation/pause'}),
		...scanKeys,
	],
	'moderation paused': [
		bind('space p r', 'space', 'go on', {type: 'moderation/go-on'}),
		bind('enter', 'enter', 'look now', {type: 'moderation/look'}),
		...scanKeys,
	],
	'moderation failed': [
		bind('r space', 'r', 'try again', {type: 'moderation/go-on'}),
		bind('enter', 'enter', 'look now', {type: 'moderation/look'}),
		...scanKeys,
	],
	'moderation consent': [
		bind('enter y', 'enter', 'agree and score', {
			type: 'moderation/answer',
			agrees: true,
		}),
		bind('esc n', 'esc', 'no: nothing leaves', {
			type: 'moderation/answer',
			agrees: false,
		}),
		quit,
		help,
	],
	moderation: [
		...sliderKeys,
		bind('space x', 'space', 'decide', {type: 'moderation/toggle'}),
		...thresholdKeys,
	],
	'moderation categories': [
		...sliderKeys,
		bind('space x', 'space', 'on/off', {type: 'moderation/toggle'}),
		rare('o', 'o', 'as the slider again', {type: 'moderation/release'}),
		...thresholdKeys,
	],
	'moderation number': [
		bind('enter tab', 'enter', 'take it', {
			type: 'moderation/typed',
			takes: true,
		}),
		bind('esc', 'esc', 'leave it', {type: 'moderation/typed', takes: false}),
	],
	'training ready': [
		bind('enter y', 'enter', 'start', {type: 'next'}),
		bind('p', 'p', 'provider, model', {
			type: 'room/open',
			room: 'providers',
		}),
		bind('e', 'e', 'examples', {type: 'data'}),
		bind('v', 'v', 'names', {type: 'audit'}),
		rare('h', 'h', 'hyperparameters', {type: 'training/settings', open: true}),
		rare('x', 'x', 'write a recipe for an engine of your own', {
			type: 'training/recipe',
		}),
		...rooms,
		back,
		quit,
		help,
	],
	'training consent': [
		bind('enter', 'enter', 'agree, once “yes” is typed', {type: 'next'}),
		rare('up pageup', '↑↓', 'scroll', {type: 'training/scroll', by: -1}),
		also('down pagedown', {type: 'training/scroll', by: 1}),
		bind('esc', 'esc', 'back, nothing is sent', {
			type: 'training/consent',
			open: false,
		}),
	],
	'training settings': [
		bind('up', '↑↓', 'move', {type: 'settings/move', by: -1}),
		also('down tab', {type: 'settings/move', by: 1}),
		bind('left', '←→', 'usual values', {type: 'settings/turn', by: -1}),
		also('right', {type: 'settings/turn', by: 1}),
		bind('a', 'a', 'auto', {type: 'settings/automatic'}),
		also('backspace delete', {type: 'settings/erase'}),
		bind('enter esc h', 'enter', 'done', {
			type: 'training/settings',
			open: false,
		}),
		help,
	],
	'data examples': [
		bind('n right l', 'n p', 'example', {type: 'data/example', by: 1}),
		also('p left h', {type: 'data/example', by: -1}),
		bind('tab e', 'tab', 'knobs', {type: 'data/pane'}),
		bind('N ]', 'N P', 'chat', {type: 'data/chat', by: 1}),
		also('P [', {type: 'data/chat', by: -1}),
		bind(up, '↑↓', 'scroll', {type: 'data/scroll', move: 'up'}),
		also(down, {type: 'data/scroll', move: 'down'}),
		rare('pageup ctrl+u', 'pgup pgdn', 'scroll by pages', {
			type: 'data/scroll',
			move: 'page up',
		}),
		also('pagedown ctrl+d space', {type: 'data/scroll', move: 'page down'}),
		rare('home g', 'home end', 'first, last', {
			type: 'data/end',
			move: 'first',
		}),
		also('end G', {type: 'data/end', move: 'last'}),
		bind('/', '/', 'search', {type: 'data/search', open: true}),
		rare('v', 'v', 'what is replaced', {type: 'audit'}),
		back,
		quit,
		help,
	],
	'data knobs': [
		bind(up, '↑↓', 'move', {type: 'data/knob', move: -1}),
		also(down, {type: 'data/knob', move: 1}),
		bind('left h', '←→', 'turn', {type: 'data/turn', by: -1}),
		also('right l', {type: 'data/turn', by: 1}),
		bind('tab e', 'tab', 'examples', {type: 'data/pane'}),
		rare('shift+left pageup', 'shift ←→', 'turn by a year, or far', {
			type: 'data/turn',
			by: -12,
		}),
		also('shift+right pagedown', {type: 'data/turn', by: 12}),
		rare('home g', 'home end', 'first, last', {
			type: 'data/knob',
			move: 'first',
		}),
		also('end G', {type: 'data/knob', move: 'last'}),
		bind('enter space', 'enter', 'edit', {type: 'data/prompt', open: true}),
		rare('v', 'v', 'what is replaced', {type: 'audit'}),
		rare('n', 'n p', 'next, previous example', {type: 'data/example', by: 1}),
		also('p', {type: 'data/example', by: -1}),
		bind('d', 'd', 'defaults', {type: 'data/defaults'}),
		back,
		quit,
		help,
	],
	audit: [
		bind(up, '↑↓', 'move', {type: 'audit/move', move: -1}),
		also(down, {type: 'audit/move', move: 1}),
		bind('left shift+tab', '←→', 'list', {type: 'audit/section', by: -1}),
		also('right tab', {type: 'audit/section', by: 1}),
		bind('r', 'r', 'replace', {type: 'audit/decide', as: 'replace'}),
		bind('l', 'l', 'leave', {type: 'audit/decide', as: 'leave'}),
		bind('u', 'u', 'undo', {type: 'audit/decide', as: 'undecided'}),
		rare('pageup ctrl+u', 'pgup pgdn', 'move by ten', {
			type: 'audit/move',
			move: -10,
		}),
		also('pagedown ctrl+d', {type: 'audit/move', move: 10}),
		rare('home g', 'home end', 'first, last', {
			type: 'audit/move',
			move: 'first',
		}),
		also('end G', {type: 'audit/move', move: 'last'}),
		back,
		quit,
		help,
	],
	'data search': [
		bind('enter tab', 'enter', 'find', {type: 'data/search', open: false}),
		bind('esc', 'esc', 'no search', {type: 'data/clear'}),
	],
	'data prompt': [
		bind('enter esc tab', 'enter', 'done', {type: 'data/prompt', open: false}),
		bind('ctrl+j alt+enter shift+enter', '^J', 'new line', {
			type: 'data/edit',
			edit: {type: 'newline'},
		}),
	],
	'training running': whileTraining('pause'),
	'training paused': whileTraining('go on'),
	'training done': [
		bind('enter space', 'enter', 'talk to your twin', {type: 'next'}),
		bind('r', 'r', 'train again', {type: 'training/again'}),
		...eventScroll,
		...rooms,
		back,
		quit,
		help,
	],
	'training failed': [
		bind('enter r', 'enter', 'try again', {type: 'next'}),
		{...remedies.provider, rare: true},
		{...remedies.embedded, rare: true},
		{...remedies.prompted, rare: true},
		{...remedies.recipe, rare: true},
		...eventScroll,
		...rooms,
		back,
		quit,
		help,
	],
	'training refused': [
		remedies.provider,
		remedies.embedded,
		remedies.prompted,
		remedies.recipe,
		rare('enter r', 'enter', 'try again', {type: 'next'}),
		...rooms,
		back,
		quit,
		help,
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
		...eventScroll,
		...rooms,
		back,
		quit,
		help,
	],
	providers: [
		...roomMoves('providers/move'),
		bind('enter space', 'enter', 'choose', {type: 'providers/choose'}),
		bind('r', 'r', 'look again', {type: 'providers/again'}),
		bind('esc q', 'esc', 'back', {type: 'providers/back'}),
		help,
	],
	'provider models': [
		...roomMoves('providers/move'),
		bind('enter space', 'enter', 'take it', {type: 'providers/choose'}),
		bind('tab w left right', 'tab', 'train/prompt', {
			type: 'providers/way',
		}),
		bind('m', 'm', 'type a name', {type: 'providers/ask', what: 'model'}),
		bind('esc q', 'esc', 'back', {type: 'providers/back'}),
		help,
	],
	'provider typing': [
		bind('enter', 'enter', 'done', {type: 'providers/typed'}),
		bind('esc', 'esc', 'back', {type: 'providers/back'}),
	],
	'provider keep': [
		bind('y', 'y', 'keep it for the next start', {
			type: 'providers/keep',
			keep: true,
		}),
		bind('n enter', 'n', 'only for now', {type: 'providers/keep', keep: false}),
		bind('esc', 'esc', 'back', {type: 'providers/back'}),
	],
	jobs: [
		...roomMoves('jobs/move'),
		bind('enter space', 'enter', 'go to it', {type: 'jobs/open'}),
		leaveRoom,
		help,
	],
	'clean-up': [
		...roomMoves('clean-up/move'),
		bind('space x', 'space', 'pick', {type: 'clean-up/toggle'}),
		bind('a ctrl+a', 'a', 'all', {type: 'clean-up/toggle-all'}),
		bind('d enter delete', 'd', 'delete', {type: 'clean-up/ask'}),
		leaveRoom,
		help,
	],
	'clean-up question': [
		bind('y', 'y', 'delete for good', {type: 'clean-up/answer', yes: true}),
		bind('n esc enter', 'n', 'keep', {type: 'clean-up/answer', yes: false}),
		help,
	],
	'prompt view': [
		bind(up, '↑↓', 'scroll', {type: 'prompt-view/scroll', by: -1}),
		also(down, {type: 'prompt-view/scroll', by: 1}),
		bind('pageup ctrl+u', 'pgup pgdn', 'pages', {
			type: 'prompt-view/scroll',
			by: -10,
		}),
		also('pagedown ctrl+d space', {type: 'prompt-view/scroll', by: 10}),
		leaveRoom,
		help,
	],
	chat: [bind('enter', 'enter', 'send', {type: 'chat/send'}), ...chatEnd],
	'chat command': [
		bind('tab', 'tab', 'complete', {type: 'chat/complete'}),
		bind('up', '↑↓', 'choose', {type: 'chat/choose', by: -1}),
		also('down', {type: 'chat/choose', by: 1}),
		bind('enter', 'enter', 'do it', {type: 'chat/send'}),
		bind('esc', 'esc', 'no command', {
			type: 'chat/edit',
			edit: {type: 'clear'},
		}),
		bind('ctrl+g', '^G', 'help', {type: 'help', open: true}),
	],
	'chat settings': [
		...fields,
		bind('left h', '←→', 'change', {type: 'chat/change', by: -1}),
		also('right l', {type: 'chat/change', by: 1}),
		...settingsEnd,
	],
	'chat settings prompt': [
		...fields,
		bind('enter', 'enter', 'edit', {type: 'chat/edit-system', open: true}),
		...settingsEnd,
	],
	'chat compare': [
		bind('enter', 'enter', 'ask', {type: 'pane/ask'}),
		bind(up, '↑↓', 'whom', {type: 'pane/rival', by: -1}),
		also(down, {type: 'pane/rival', by: 1}),
		bind('t', 't o e', 'twin, other, even', {
			type: 'pane/pick',
			better: 'twin',
		}),
		also('o', {type: 'pane/pick', better: 'rival'}),
		also('e', {type: 'pane/pick', better: 'neither'}),
		...paneEnd,
	],
	'chat memory': [
		bind(up, '↑↓', 'move', {type: 'pane/move', by: -1}),
		also(down, {type: 'pane/move', by: 1}),
		bind('x', 'x', 'exclude, include', {type: 'pane/exclude'}),
		...paneEnd,
	],
	'chat likeness': paneEnd,
	'chat system prompt': [
		bind('enter esc tab', 'enter', 'done', {
			type: 'chat/edit-system',
			open: false,
		}),
		bind('ctrl+j alt+enter shift+enter', '^J', 'new line', {
			type: 'chat/edit',
			edit: {type: 'newline'},
		}),
	],
	'blind begin': [
		bind('enter space', 'enter', 'begin', {type: 'blind/begin'}),
		bind('b', 'b', 'with the base model', {type: 'blind/base'}),
		bind('esc q', 'esc', 'back to the chat', {type: 'blind/close'}),
	],
	'blind pick': [
		bind('1 a', '1', 'this one', {type: 'blind/pick', place: 0}),
		bind('2 b', '2', 'that one', {type: 'blind/pick', place: 1}),
		also('3 c', {type: 'blind/pick', place: 2}),
		rare('enter', 'enter', 'try again', {type: 'blind/begin'}),
		bind('esc', 'esc', 'end here', {type: 'blind/close'}),
	],
	'blind end': [
		bind('c', 'c', 'copy a card', {type: 'blind/copy'}),
		bind('enter', 'enter', 'once more', {type: 'blind/begin'}),
		bind('esc q', 'esc', 'back to the chat', {type: 'blind/close'}),
	],
	sessions: [
		...moves('sessions/move'),
		bind('enter', 'enter', 'open', {type: 'sessions/open'}),
		bind('/', '/', 'search', {type: 'sessions/search', open: true}),
		bind('r', 'r', 'rename', {type: 'sessions/rename', open: true}),
		bind('x delete', 'x', 'delete', {type: 'sessions/delete'}),
		bind('esc q', 'esc', 'close', {type: 'sessions/close'}),
		help,
	],
	'sessions search': [
		bind('enter tab', 'enter', 'done', {type: 'sessions/search', open: false}),
		bind('up', '↑↓', 'move', {type: 'sessions/move', move: -1}),
		also('down', {type: 'sessions/move', move: 1}),
		bind('esc', 'esc', 'no search', {type: 'sessions/clear'}),
	],
	'sessions title': [
		bind('enter tab', 'enter', 'rename', {
			type: 'sessions/rename',
			open: false,
		}),
		bind('esc', 'esc', 'leave it', {type: 'sessions/cancel'}),
	],
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
};

const trainingContexts: Record<TrainingStep['phase'], Context> = {
	ready: 'training ready',
	running: 'training running',
	cancelling: 'training running',
	succeeded: 'training done',
	failed: 'training failed',
	cancelled: 'training failed',
};

function trainingContext(state: State, step: TrainingStep): Context {
	if (step.audit) return 'audit';
	if (step.data) return dataContext(step.data);
	if (step.consent) return 'training consent';
	if (step.settings) return 'training settings';
	if (step.phase === 'failed' && step.cause === 'not-allowed')
		return 'training refused';
	if (step.phase === 'failed' && stricterNow(state)) return 'training unsafe';
	if (step.phase === 'running' && step.paused) return 'training paused';
	return trainingContexts[step.phase];
}

function roomContext(room: Room): Context {
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

function dataContext({prompt, searching, pane}: DataStep): Context {
	if (prompt) return 'data prompt';
	if (searching) return 'data search';
	return pane === 'knobs' ? 'data knobs' : 'data examples';
}

function sessionsContext({title, searching}: SessionsStep): Context {
	if (title) return 'sessions title';
	return searching ? 'sessions search' : 'sessions';
}

function paneContext({pane, field}: ChatStep): Context {
	if (pane !== 'settings' && pane !== 'hidden') return `chat ${pane}`;
	return settingsFields[field] === 'systemPrompt'
		? 'chat settings prompt'
		: 'chat settings';
}

function moderationContext(step: ModerationStep): Context {
	const {asks, scan, typed, view} = step;
	if (asks) return 'moderation consent';
	if (!showsThreshold(step))
		return scan === 'failed' || scan === 'paused'
			? `moderation ${scan}`
			: 'moderation scan';
	if (typed !== null) return 'moderation number';
	return view === 'categories' ? 'moderation categories' : 'moderation';
}

/** Where the next key goes. */
export function contextOf(state: State): Context {
	if (state.overlay) return state.overlay;
	if (state.room) return roomContext(state.room);
	if (state.sessions) return sessionsContext(state.sessions);
	switch (state.screen) {
		case 'chats':
			if (state.chats.receipt !== null) return 'chats receipt';
			if (state.chats.rows.length === 0 && !state.chats.reading)
				return 'no chats';
			if (state.chats.filtering) return 'chats filter';
			return state.chats.filter.text === '' ? 'chats' : 'chats filtered';
		case 'you':
			return state.you.name === null ? 'you' : 'you aliases';
		case 'moderation':
			return moderationContext(state.moderation);
		case 'training':
			return trainingContext(state, state.training);
		case 'chat':
			if (state.chat.blind) return `blind ${state.chat.blind.phase}`;
			if (state.chat.systemEditor) return 'chat system prompt';
			if (!state.chat.paneFocused)
				return completions(state.chat).length > 0 ? 'chat command' : 'chat';
			return paneContext(state.chat);
	}
}

/** What a key does where it is pressed; undefined where it is not bound. */
export const findBinding = (
	context: Context,
	name: string,
): Binding | undefined =>
	bindings[context].find(({keys}) => keys.includes(name));

import {tabs} from '../state/chat-pane.ts';
import {settingsFields} from '../state/chat-settings.ts';
import type {ChatStep} from '../state/chat-step.ts';
import {also, type Bindings, bind, both, rare} from './binding.ts';
import {leftRight, quit, upDown} from './common.ts';

/** In every tab. */
const paneEnd = [
	bind('] shift+tab', '[ ]', 'tab', {type: 'pane/next', by: 1}),
	also('[', {type: 'pane/next', by: -1}),
	...tabs.map((tab, at) => also(String(at + 1), {type: 'pane/tab', tab})),
	bind('tab esc', 'tab', 'chat', {type: 'pane/focus'}),
	rare('ctrl+t', '^T', 'hide the pane', {type: 'pane/hide'}),
	quit,
	bind('? ctrl+g', '?', 'help', {type: 'help', open: true}),
];

const fields = both(upDown, '↑↓', 'move', by => ({type: 'chat/field', by}));

const settingsEnd = [
	bind('d', 'd', 'defaults', {type: 'chat/defaults'}),
	...paneEnd,
];

/** The pane beside the chat, by tab. */
export const paneKeys = {
	'chat settings': [
		...fields,
		...both(leftRight, '←→', 'change', by => ({type: 'chat/change', by})),
		...settingsEnd,
	],
	'chat settings prompt': [
		...fields,
		bind('enter', 'enter', 'edit', {type: 'chat/edit-system', open: true}),
		...settingsEnd,
	],
	'chat compare': [
		bind('enter', 'enter', 'ask', {type: 'pane/ask'}),
		...both(upDown, '↑↓', 'whom', by => ({type: 'pane/rival', by})),
		bind('t', 't o e', 'twin, other, even', {
			type: 'pane/pick',
			better: 'twin',
		}),
		also('o', {type: 'pane/pick', better: 'rival'}),
		also('e', {type: 'pane/pick', better: 'neither'}),
		...paneEnd,
	],
	'chat memory': [
		...both(upDown, '↑↓', 'move', by => ({type: 'pane/move', by})),
		bind('x', 'x', 'exclude, include', {type: 'pane/exclude'}),
		...paneEnd,
	],
	'chat likeness': paneEnd,
} satisfies Bindings;

export function paneContext({pane, field}: ChatStep): keyof typeof paneKeys {
	if (pane !== 'settings' && pane !== 'hidden') return `chat ${pane}`;
	return settingsFields[field] === 'systemPrompt'
		? 'chat settings prompt'
		: 'chat settings';
}

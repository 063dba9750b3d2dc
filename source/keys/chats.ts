import type {ChatsStep} from '../state/chats-step.ts';
import {type Bindings, bind, both, rare} from './binding.ts';
import {
	arrows,
	help,
	moves,
	quit,
	rooms,
	upDown,
	visibleQuit,
} from './common.ts';

/** What earlier runs left, from the first screen. */
const earlier = [
	rare('t', 't', 'talk to a twin you have', {type: 'talk'}),
	rare('s', 's', 'earlier conversations', {type: 'sessions/show'}),
	...rooms,
];

const listKeys = [
	...moves('chats/move'),
	bind('space x', 'space', 'pick', {type: 'chats/toggle'}),
	bind('enter', 'enter', 'next', {type: 'next'}),
	bind('a ctrl+a', 'a', 'all', {type: 'chats/toggle-all'}),
	bind('/', '/', 'filter', {type: 'chats/filter', open: true}),
	bind('i', 'i', 'receipt', {type: 'chats/receipt', open: true}),
	...earlier,
	quit,
	help,
];

/** Step 1: which chats. */
export const chatsKeys = {
	'no chats': [
		bind('d enter', 'd', 'try it with demo chats', {type: 'chats/demo'}),
		...earlier,
		visibleQuit,
		help,
	],
	chats: listKeys,
	'chats filtered': [
		bind('esc', 'esc', 'unfilter', {type: 'chats/edit', edit: {type: 'clear'}}),
		...listKeys.map(key => (key.show === 'i' ? {...key, rare: true} : key)),
	],
	'chats filter': [
		bind('enter esc tab', 'enter', 'done', {type: 'chats/filter', open: false}),
		...both(arrows, '↑↓', 'move', by => ({type: 'chats/move', move: by})),
	],
	'chats receipt': [
		bind('o', 'o', 'swap day and month', {type: 'chats/reorder'}),
		...both(upDown, '↑↓', 'scroll', by => ({
			type: 'chats/receipt-scroll',
			by,
		})),
		bind('esc i enter q', 'esc', 'close', {type: 'chats/receipt', open: false}),
		help,
	],
} satisfies Bindings;

export function chatsContext(step: ChatsStep): keyof typeof chatsKeys {
	if (step.receipt !== null) return 'chats receipt';
	if (step.rows.length === 0 && !step.reading) return 'no chats';
	if (step.filtering) return 'chats filter';
	return step.filter.text === '' ? 'chats' : 'chats filtered';
}

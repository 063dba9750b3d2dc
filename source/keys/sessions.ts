import type {SessionsStep} from '../state/sessions.ts';
import {type Bindings, bind, both} from './binding.ts';
import {arrows, help, moves} from './common.ts';

/** The list of conversations, over whatever screen it was opened on. */
export const sessionsKeys = {
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
		...both(arrows, '↑↓', 'move', by => ({type: 'sessions/move', move: by})),
		bind('esc', 'esc', 'no search', {type: 'sessions/clear'}),
	],
	'sessions title': [
		bind('enter tab', 'enter', 'rename', {
			type: 'sessions/rename',
			open: false,
		}),
		bind('esc', 'esc', 'leave it', {type: 'sessions/cancel'}),
	],
} satisfies Bindings;

export function sessionsContext({
	title,
	searching,
}: SessionsStep): keyof typeof sessionsKeys {
	if (title) return 'sessions title';
	return searching ? 'sessions search' : 'sessions';
}

import {expect, test} from 'vitest';
import {initialState} from '../../source/state/start.ts';
import {reduce, type State} from '../../source/state.ts';
import type {Session} from '../../source/store/session-log.ts';
import {press, start, twin} from './samples.ts';

const said = ['climbing today?', 'no soup', 'Climbing then!', 'soup and bread'];
const session: Session = {
	id: 'twin-1~a~0',
	twin: {id: twin.id, name: twin.name},
	title: null,
	partner: null,
	turns: said.map((text, at) => ({
		id: at + 1,
		role: at % 2 ? 'assistant' : 'user',
		text,
		status: 'done',
	})),
	last: 5,
	createdAt: '',
	changedAt: '',
};
const open = initialState({...start, twin, twins: [twin], latest: session});
const found = ({chat}: State) => [chat?.found?.turn ?? null, chat?.notice];
const listed = (state: State) =>
	reduce(press(state, 'ctrl+l'), {type: 'sessions/read', all: [session]});

test('/find goes from the newest place to the oldest and round again', () => {
	const first = press(open, '/find CLIMBING', 'enter');
	expect(found(first)).toEqual([
		3,
		'Found 2 of 2: /find goes to the one before.',
	]);
	const second = press(first, '/find', 'enter');
	expect(found(second)[0]).toBe(1);
	expect(found(press(second, '/find climbing', 'enter'))[0]).toBe(3);
	// Other words begin at the newest again; all of them in one message before any of them.
	expect(found(press(second, '/find soup bread', 'enter'))[0]).toBe(4);
	expect(found(press(second, '/find bread then', 'enter'))[0]).toBe(4);
});

test.each([
	['/find', 'What is looked for? /find WORDS'],
	['/find [x', 'Nothing here has “[x”.'],
])('%s: %s', (command, notice) => {
	expect(found(press(open, command, 'enter'))).toEqual([null, notice]);
});

test('it is scrolled to once, and forgotten with the next message', () => {
	const marked = press(open, '/find climbing', 'enter');
	expect(marked.chat?.found?.isShown).toBe(false);
	const scroll = {top: 2, seen: 4};
	const shown = reduce(marked, {type: 'chat/shown', scroll});
	expect(shown.chat).toMatchObject({scroll, found: {turn: 3, isShown: true}});
	expect(press(shown, 'hi', 'enter').chat?.found).toBe(null);
});

test.each([
	['of the conversation on the screen', listed(open)],
	['of another one', listed(initialState({...start, twin, twins: [twin]}))],
])(
	'a conversation that was searched for opens at the message: %s',
	(_, list) => {
		const opened = press(list, '/', 'cLimb', 'enter', 'enter');
		expect(opened.sessions).toBe(null);
		expect(opened.chat?.session).toBe(session.id);
		expect(opened.chat?.found).toMatchObject({turn: 3, isShown: false});
	},
);

test('one that was found by its twin alone opens at its end', () => {
	const opened = press(listed(open), '/', 'mika', 'enter', 'enter');
	expect(opened.chat?.found).toBe(null);
});

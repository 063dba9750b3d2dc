import {expect, test} from 'vitest';
import {statusOf} from '../../source/screens/status.ts';
import {initialState} from '../../source/state/start.ts';
import {type Action, reduce} from '../../source/state.ts';
import {chatWith, press, start} from '../state/samples.ts';

const begun = press(initialState(start), '/', 'n', 'o');
const [ada, noise] = [chatWith('Ada', 5), '/chats/noise.txt'];
const found: Action = {
	type: 'chats/read',
	event: {type: 'found', files: [ada.file, noise], others: []},
};

test('a filter typed before anything is found does not say that nothing is called so', () => {
	expect(statusOf(begun)).toBe('looking for exports…');
	expect(statusOf(reduce(begun, found))).toMatch(/^reading 0 of 2… · nothing/);
});

test('what an unreadable file’s row has no room for is told where', () => {
	const all: Action[] = [
		found,
		{type: 'chats/read', event: {type: 'chat', chat: ada}},
		{
			type: 'chats/read',
			event: {type: 'unreadable', file: noise, error: 'Not text.'},
		},
		{
			type: 'chats/settled',
			settled: {chats: [ada], merged: [], likely: 'Mika Sommer'},
		},
	];
	const settled = all.reduce(reduce, initialState(start));
	expect(statusOf(settled)).toBe(
		'nothing picked yet: space picks, a picks all',
	);
	expect(statusOf(press(settled, 'down'))).toBe(
		'nothing picked yet · i tells why it cannot be read',
	);
});

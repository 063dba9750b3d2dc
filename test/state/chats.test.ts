import {expect, test} from 'vitest';
import {pickedChats} from '../../source/state/chats-step.ts';
import {initialState} from '../../source/state/start.ts';
import {type Action, reduce, type State} from '../../source/state.ts';
import {chatWith, press, start} from './samples.ts';

const [ada, ben] = [chatWith('Ada', 5), chatWith('Ben', 20)];
const dora = {...ada, file: '/chats/old.zip', title: 'Dora'};

const run = (state: State, ...actions: Action[]): State =>
	actions.reduce(reduce, state);
const found = (...files: string[]): Action => ({
	type: 'chats/read',
	event: {type: 'found', files, others: []},
});
const read = (chat: typeof ada): Action => ({
	type: 'chats/read',
	event: {type: 'chat', chat},
});
const shown = ({chats}: State) =>
	chats.rows.map(row => `${row.kind} ${row.file}`);

const begun = run(
	initialState(start),
	found(ada.file, '/chats/noise.txt', ben.file),
);

test('files are listed at once, and filled in where they stand', () => {
	expect(shown(begun)).toEqual([
		'pending /chats/Ada.txt',
		'pending /chats/Ben.txt',
		'pending /chats/noise.txt',
	]);
	expect(shown(run(begun, read(ben)))).toEqual([
		'pending /chats/Ada.txt',
		'chat /chats/Ben.txt',
		'pending /chats/noise.txt',
	]);
});

test('files are listed as people sort them', () => {
	const names = ['Chat 10', 'Ärger', 'zoo', 'Chat 9', 'אבא', 'Zoo 2', 'chat 1'];
	const {chats} = run(initialState(start), found(...names));
	expect(chats.rows.map(({file}) => file)).toEqual([
		'Ärger',
		'chat 1',
		'Chat 9',
		'Chat 10',
		'zoo',
		'Zoo 2',
		'אבא',
	]);
});

test('of chats with as many of the owner’s messages the first in the list stays first', () => {
	const twins = ['a', 'b', 'c'].map(file => ({...ada, file}));
	const [a, b, c] = twins as [typeof ada, typeof ada, typeof ada];
	const all = run(
		initialState(start),
		found('a', 'b', 'c'),
		...twins.map(read),
	);
	const settled = run(all, {
		type: 'chats/settled',
		settled: {chats: [c, a, b], merged: [], likely: 'Mika Sommer'},
	});
	expect(shown(settled)).toEqual(['chat a', 'chat b', 'chat c']);
});

test('a file can be picked before it is read, and is not left behind', () => {
	const picked = press(begun, 'x');
	expect(press(picked, 'enter').notice).toMatch(/Still reading/);
	const done = run(picked, read(ada));
	expect(pickedChats(done.chats)).toEqual([ada]);
	expect(press(done, 'enter').screen).toBe('you');
});

test('all are picked, also those still to be read and both chats of an archive', () => {
	const all = press(
		run(initialState(start), found('/chats/two.zip', ben.file)),
		'a',
	);
	const inside = (name: string) => ({...ada, file: `/chats/two.zip:${name}`});
	const done = run(
		all,
		read(inside('a.txt')),
		read(inside('b.txt')),
		read(ben),
	);
	expect(pickedChats(done.chats)).toHaveLength(3);
	expect(shown(done)).toEqual([
		'chat /chats/Ben.txt',
		'chat /chats/two.zip:a.txt',
		'chat /chats/two.zip:b.txt',
	]);
});

test('when all are read: most of the owner’s messages first, the unreadable last, the cursor on its chat', () => {
	const unreadable: Action = {
		type: 'chats/read',
		event: {type: 'unreadable', file: '/chats/noise.txt', error: 'Not text.'},
	};
	const moved = press(run(begun, read(ada), unreadable, read(ben)), 'down');
	const settled = run(moved, {
		type: 'chats/settled',
		settled: {chats: [ada, ben], merged: [], likely: 'Mika Sommer'},
	});
	expect(shown(settled)).toEqual([
		'chat /chats/Ben.txt',
		'chat /chats/Ada.txt',
		'unreadable /chats/noise.txt',
	]);
	expect(settled.chats.cursor).toBe(0);
});

test('exports of the same chat become one row, picked if one of them was', () => {
	const two = run(
		initialState(start),
		found(ada.file, dora.file),
		read(ada),
		read(dora),
	);
	const picked = press(two, 'down', 'x');
	const merged = {...ada, messages: [...ada.messages]};
	const settled = run(picked, {
		type: 'chats/settled',
		settled: {
			chats: [merged],
			merged: [{into: ada.file, from: [dora.file]}],
			likely: null,
		},
	});
	expect(shown(settled)).toEqual(['chat /chats/Ada.txt']);
	expect(pickedChats(settled.chats)).toEqual([merged]);
});

test('an uncertain order of dates can be swapped, a certain one cannot', () => {
	const unsure = {...ada, dateOrderCertain: false};
	const open = press(
		run(initialState(start), found(ada.file), read(unsure)),
		'i',
	);
	const asked = press(open, 'o');
	expect(asked.chats.reorder).toEqual({file: ada.file, order: 'mdy'});
	const swapped = run(asked, {
		type: 'chats/reordered',
		chat: {...unsure, dateOrder: 'mdy', dateOrderCertain: true},
	});
	expect(swapped.chats.reorder).toBe(null);
	expect(press(swapped, 'o').chats.reorder?.order).toBe('dmy');
	const sure = press(
		run(initialState(start), found(ada.file), read(ada)),
		'i',
		'o',
	);
	expect(sure.chats.reorder).toBe(null);
	expect(sure.notice).toMatch(/certain/);
});

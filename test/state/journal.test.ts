import {describe, expect, test} from 'vitest';
import {initialState} from '../../source/state/start.ts';
import {type Action, reduce, type State} from '../../source/state.ts';
import {replay, type Session} from '../../source/store/session-log.ts';
import {press, start, twin} from './samples.ts';

const fresh = initialState({...start, twin, twins: [twin]});
const acted = (state: State, ...actions: Action[]) =>
	actions.reduce(reduce, state);

function reply(state: State, ...words: string[]): State {
	const id = state.chat?.answering ?? 0;
	return acted(
		state,
		...words.map((text): Action => ({type: 'chat/delta', id, text})),
		{type: 'chat/answered', id},
	);
}

/** What the files would say. */
const kept = ({journal}: State, session: string) =>
	replay(
		session,
		journal.unsaved
			.filter(entry => entry.session === session)
			.map(({n, entry}) => ({n, at: '', entry})),
	);

test('nothing said, nothing kept', () => {
	expect(press(fresh, 'half a thought').journal.unsaved).toEqual([]);
});

test('what is said is noted as it is said', () => {
	const talked = reply(press(fresh, 'hi', 'enter'), 'he', 'y');
	const session = talked.chat?.session ?? '';
	expect(session).toBe('twin-1~run~0');
	expect(kept(talked, session)?.turns).toEqual(talked.chat?.turns);
});

test('a burst of keys notes each conversation it touches', () => {
	const talked = reply(press(fresh, 'hi', 'enter'), 'hey');
	const burst = press(talked, '/rename Soup\r/new\rhello\r');
	expect(kept(burst, 'twin-1~run~0')?.title).toBe('Soup');
	expect(kept(burst, 'twin-1~run~1')?.turns[0]?.text).toBe('hello');
});

test('retry, edit and delete are noted', () => {
	const talked = reply(press(fresh, 'hi', 'enter'), 'hey');
	const again = reply(press(talked, '/retry', 'enter'), 'ho');
	const edited = reply(press(again, '/edit', 'enter', '!', 'enter'), 'hm');
	const more = reply(press(edited, 'soup?', 'enter'), 'no');
	const deleted = press(more, '/delete', 'enter');
	expect(kept(deleted, 'twin-1~run~0')?.turns.map(({text}) => text)).toEqual([
		'hi!',
		'hm',
	]);
});

test('what was written goes from the journal; what came meanwhile stays', () => {
	const asked = press(fresh, 'hi', 'enter');
	const written = asked.journal.unsaved;
	const more = reply(asked, 'hey');
	const saved = acted(more, {type: 'journal/saved', written});
	expect(saved.journal.unsaved.length).toBe(
		more.journal.unsaved.length - written.length,
	);
});

test('a disk that is full is told once', () => {
	const asked = press(fresh, 'hi', 'enter');
	const failed = acted(asked, {
		type: 'journal/failed',
		reason: 'the disk is full',
	});
	expect(failed.notice).toBe(
		'This conversation is not kept: the disk is full.',
	);
	const again = acted(press(failed, 'x'), {
		type: 'journal/failed',
		reason: 'the disk is full',
	});
	expect(again.notice).toBe(null);
	expect(again.journal.unsaved).toEqual(asked.journal.unsaved);
});

const session = (
	id: string,
	text: string,
	part: Partial<Session> = {},
): Session => ({
	id,
	twin: {id: twin.id, name: twin.name},
	title: null,
	partner: null,
	turns: [{id: 1, role: 'user', text, status: 'done'}],
	last: 2,
	createdAt: '2026-01-01T00:00:00Z',
	changedAt: '2026-01-01T00:00:00Z',
	...part,
});

describe('the list of conversations', () => {
	const all = [session('a', 'soup and bread'), session('b', 'Große Übung')];
	const listed = acted(
		fresh,
		{type: 'sessions/show'},
		{type: 'sessions/read', all},
	);

	test('enter goes on with one, from where it was', () => {
		const opened = press(listed, 'down', 'enter');
		expect(opened.sessions).toBe(null);
		expect(opened.chat).toMatchObject({session: 'b', last: 2});
		const more = press(opened, 'hi', 'enter');
		expect(more.journal.unsaved[0]).toMatchObject({session: 'b', n: 3});
	});

	test.each([
		['große', ['b']],
		['bread soup', ['a']],
		['mika', ['a', 'b']],
		['nothing', []],
	])('a search for %j', (words, found) => {
		const searched = press(listed, '/', words, 'enter');
		const opened = press(searched, 'enter');
		expect(opened.chat?.session ?? null).toBe(found[0] ?? null);
	});

	test('r renames: on the list, and in the file', () => {
		const renamed = press(listed, 'r', 'ctrl+u', 'Lunch', 'enter');
		expect(renamed.sessions?.all?.[0]?.title).toBe('Lunch');
		expect(renamed.journal.unsaved).toEqual([
			{session: 'a', n: 3, entry: {type: 'title', title: 'Lunch'}},
		]);
	});

	test('the conversation on the screen is renamed once', () => {
		const open = press(listed, 'enter');
		const again = acted(
			open,
			{type: 'sessions/show'},
			{type: 'sessions/read', all},
		);
		const renamed = press(again, 'r', '!', 'enter');
		expect(renamed.chat?.title).toBe('soup and bread!');
		expect(renamed.journal.unsaved).toHaveLength(1);
	});

	test('x asks, x again deletes, any other key lets it be', () => {
		const asked = press(listed, 'x');
		expect(asked.sessions?.deleting).toBe(true);
		expect(press(asked, 'down').sessions?.deleting).toBe(false);
		const gone = press(asked, 'x');
		expect(gone.sessions?.all?.map(({id}) => id)).toEqual(['b']);
		expect(gone.journal.doomed).toEqual(['a']);
	});

	test('the one on the screen is deleted from there too', () => {
		const open = acted(
			press(listed, 'enter'),
			{type: 'sessions/show'},
			{type: 'sessions/read', all},
		);
		const gone = press(open, 'x', 'x', 'esc');
		expect(gone.chat).toMatchObject({session: null, turns: []});
	});

	test('a conversation whose twin is gone says so', () => {
		const lost = session('c', 'hi', {twin: {id: 'gone', name: 'Nora'}});
		const read = acted(
			fresh,
			{type: 'sessions/show'},
			{type: 'sessions/read', all: [lost]},
		);
		expect(press(read, 'enter').notice).toContain('Nora, is gone');
	});
});

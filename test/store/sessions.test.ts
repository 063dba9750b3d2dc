import {
	appendFile,
	mkdir,
	mkdtemp,
	readFile,
	rm,
	stat,
	utimes,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import type {Entry} from '../../source/store/session-log.ts';
import {openSessions} from '../../source/store/sessions.ts';

async function home() {
	const data = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-sessions-'));
	onTestFinished(() => rm(data, {recursive: true, force: true}));
	const fileOf = (id: string) => path.join(data, 'sessions', `${id}.jsonl`);
	return {sessions: openSessions({data}), fileOf};
}

const said = (text: string): {n: number; entry: Entry}[] => [
	{n: 1, entry: {type: 'begin', twin: {id: 'twin-1', name: 'Mika'}}},
	{
		n: 2,
		entry: {type: 'turn', turn: {id: 1, role: 'user', text, status: 'done'}},
	},
];

test('a conversation comes back as it was, readable by its owner only', async () => {
	const {sessions, fileOf} = await home();
	await sessions.append('twin-1~a~0', said('hi 👨‍👩‍👧\nthere'));
	expect((await sessions.open('twin-1~a~0'))?.turns[0]?.text).toBe(
		'hi 👨‍👩‍👧\nthere',
	);
	expect((await stat(fileOf('twin-1~a~0'))).mode & 0o777).toBe(0o600);
	expect((await stat(path.dirname(fileOf('x')))).mode & 0o777).toBe(0o700);
});

test('a torn last line costs itself only, also when more is written behind it', async () => {
	const {sessions, fileOf} = await home();
	await sessions.append('twin-1~a~0', said('hi'));
	await appendFile(fileOf('twin-1~a~0'), '{"n":3,"at":"2026');
	expect((await sessions.open('twin-1~a~0'))?.last).toBe(2);
	await sessions.append('twin-1~a~0', [
		{n: 3, entry: {type: 'title', title: 'Soup'}},
	]);
	expect(await sessions.open('twin-1~a~0')).toMatchObject({
		title: 'Soup',
		last: 3,
	});
	expect(
		(await readFile(fileOf('twin-1~a~0'), 'utf8')).split('\n'),
	).toHaveLength(5);
});

test('the list has the one last talked in first, and the latest of a twin is its own', async () => {
	const {sessions, fileOf} = await home();
	await sessions.append('twin-1~a~0', said('one'), new Date('2026-01-01'));
	await sessions.append('twin-2~a~0', said('two'), new Date('2026-01-03'));
	await sessions.append('twin-1~a~1', said('three'), new Date('2026-01-02'));
	await utimes(fileOf('twin-1~a~0'), 1, 1);
	expect((await sessions.list()).map(({id}) => id)).toEqual([
		'twin-2~a~0',
		'twin-1~a~1',
		'twin-1~a~0',
	]);
	expect((await sessions.latest('twin-1'))?.id).toBe('twin-1~a~1');
	expect(await sessions.latest('twin-3')).toBe(null);
	await sessions.remove('twin-1~a~1');
	expect((await sessions.latest('twin-1'))?.id).toBe('twin-1~a~0');
});

test('a conversation whose only message went back to the prompt is none', async () => {
	const {sessions} = await home();
	await sessions.append('twin-1~a~0', said('hi'));
	await sessions.append('twin-1~a~0', [{n: 3, entry: {type: 'remove', id: 1}}]);
	expect(await sessions.list()).toEqual([]);
	expect(await sessions.latest('twin-1')).toBe(null);
});

test('what cannot be read costs itself only', async () => {
	const {sessions, fileOf} = await home();
	await sessions.append('twin-1~a~0', said('one'));
	await mkdir(fileOf('twin-1~b~0'));
	expect((await sessions.list()).map(({id}) => id)).toEqual(['twin-1~a~0']);
	expect((await sessions.latest('twin-1'))?.id).toBe('twin-1~a~0');
});

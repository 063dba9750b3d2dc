import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {onTestFinished, test} from 'vitest';
import type {Turn} from '../../source/store/session-log.ts';
import {openStore} from '../../source/store/store.ts';
import {servedTwin} from '../../source/twin/served.ts';
import {runInPty} from '../helpers/pty.ts';
import {toSvg} from '../helpers/svg.ts';
import {oddWords} from './odd-words.ts';

const folder = path.resolve(process.env.FOLDER ?? 'media');

const said = oddWords.flatMap(([asked, answered]): [Turn['role'], string][] => [
	['user', asked],
	['assistant', answered],
]);

async function homeWithChat(): Promise<string> {
	const home = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-picture-'));
	onTestFinished(() => rm(home, {recursive: true, force: true}));
	const store = openStore({settings: home, data: home, log: home});
	const twin = servedTwin({
		name: 'Nora',
		baseURL: 'http://127.0.0.1:9/v1',
		model: 'nora',
		systemPrompt: 'You are Nora, chatting with people you know.',
	});
	await store.twins.save(twin);
	await store.sessions.append(`${twin.id}~a~0`, [
		{n: 1, entry: {type: 'begin', twin: {id: twin.id, name: twin.name}}},
		...said.map(([role, text], at) => ({
			n: at + 2,
			entry: {
				type: 'turn' as const,
				turn: {id: at + 1, role, text, status: 'done' as const},
			},
		})),
	]);
	return home;
}

test.each([
	{columns: 80, rows: 24},
	{columns: 100, rows: 30},
	{columns: 160, rows: 48},
])('a picture of the chat at $columns×$rows', async size => {
	await mkdir(folder, {recursive: true});
	const home = await homeWithChat();
	const program = await runInPty(['--chat'], {...size, home});
	await program.until('something like that', 30_000);
	await program.until(() => program.terminal.modes.bracketedPasteMode);
	program.write('/re');
	await program.until('/rename TITLE');
	await writeFile(
		path.join(folder, `chat-${size.columns}x${size.rows}.svg`),
		toSvg(program.terminal, {
			title: 'twin-tui: chat',
			cursor: program.cursor(),
		}),
	);
});

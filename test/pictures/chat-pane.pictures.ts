import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {onTestFinished, test} from 'vitest';
import {datasetFiles} from '../../source/store/datasets.ts';
import {findHome} from '../../source/store/home.ts';
import {openStore} from '../../source/store/store.ts';
import {servedTwin} from '../../source/twin/served.ts';
import {chatServer} from '../helpers/chat-server.ts';
import {atOnce, runInPty} from '../helpers/pty.ts';
import {keys} from '../helpers/screen.ts';
import {toSvg} from '../helpers/svg.ts';
import {oddWords} from './odd-words.ts';

const folder = path.resolve(process.env.FOLDER ?? 'media');

const chats = ['נועה', 'Ada 👩🏽‍💻', 'Vertikalkartoffeln e. V.', 'قهوة'];

/** An example of a data set's copy in the home. */
const example = (asked: string, reply: string, day: number) => ({
	messages: [
		{role: 'user', content: asked},
		{role: 'assistant', content: reply},
	],
	source: {
		chat: chats[day % chats.length],
		people: ['Person1'],
		times: [1, 2].map(
			minute => `2025-03-${String(day + 1).padStart(2, '0')}T10:0${minute}:00`,
		),
	},
});

const lines = (count: number, from: number) =>
	Array.from({length: count}, (_, at) => {
		const [asked, reply] = oddWords[at % oddWords.length] ?? ['', ''];
		return `${JSON.stringify(example(asked, `${reply} ${at}`, from + at))}\n`;
	}).join('');

/** A twin at a server, made of what terminals stumble over, some of it held out; and another twin beside it. */
async function homeWith(baseURL: string): Promise<string> {
	const home = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-picture-'));
	onTestFinished(() => rm(home, {recursive: true, force: true}));
	const found = findHome({TWIN_TUI_HOME: home});
	const {twins} = openStore(found);
	const nora = servedTwin({
		name: 'Nora',
		baseURL,
		model: 'ft:base-7b:me::1',
		systemPrompt:
			'You are Nora 🧗🏽‍♀️, chatting with people you know (נועה, قهوة).\nOne line per message.',
	});
	await twins.save({...nora, past: 'job-1'});
	const older = '2020-01-01T00:00:00.000Z';
	await twins.save({
		...nora,
		...{id: 'twin-2', name: 'נורה', model: 'chat', createdAt: older},
	});
	const files = datasetFiles(found, 'job-1');
	await mkdir(path.dirname(files.training), {recursive: true});
	await writeFile(files.training, lines(16, 0));
	await writeFile(files.validation, lines(4, 16));
	return home;
}

test.each([
	{columns: 80, rows: 24},
	{columns: 100, rows: 30},
	{columns: 160, rows: 48},
])('pictures of the pane and the blind test at $columns×$rows', async size => {
	await mkdir(folder, {recursive: true});
	let answers = 0;
	const server = await chatServer(({model}) => {
		const [, reply = ''] = oddWords[answers++ % oddWords.length] ?? [];
		return [model.startsWith('ft:') ? reply : `(${model}) ${reply}`];
	});
	const home = await homeWith(server.url);
	const program = await runInPty(['--chat'], {...size, home, env: atOnce});
	const take = async (name: string) => {
		const file = `${name}-${size.columns}x${size.rows}.svg`;
		const picture = toSvg(program.terminal, {
			title: 'twin-tui: chat',
			cursor: program.cursor(),
		});
		await writeFile(path.join(folder, file), picture);
	};
	await program.until('Write to Nora');
	await program.until(() => program.terminal.modes.bracketedPasteMode);
	program.write('how was the weekend? 👋🏽');
	await program.until('❯ how was');
	program.write(keys.enter);
	await program.until(screen => /❤/.test(screen) && !/is writing/.test(screen));
	program.write('\t');
	await program.until('←→ change');
	await take('pane-settings');
	program.write('2');
	await program.until('base model');
	program.write(keys.enter);
	await program.until('(base-7b)');
	await take('pane-compare');
	program.write('3');
	await program.until(/used|near|quoted/);
	await take('pane-memory');
	program.write('4');
	await program.until('likeness ');
	await program.until('you begin');
	await take('pane-likeness');
	program.write('\t');
	await program.until('❯ Write to Nora');
	program.write('/blind');
	await program.until('❯ /blind');
	program.write(keys.enter);
	await program.until('moments are there');
	await take('blind-begin');
	program.write('b');
	await program.until('takes part');
	program.write(keys.enter);
	await program.until('Which reply is');
	await take('blind-pick');
	program.write('1');
	await program.until('2 of 20');
	program.write('2');
	await program.until('3 of 20');
	program.write(keys.escape);
	await program.until('card to share');
	await take('blind-end');
});

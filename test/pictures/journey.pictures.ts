import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {test} from 'vitest';
import {runInPty} from '../helpers/pty.ts';
import {keys} from '../helpers/screen.ts';
import {toSvg} from '../helpers/svg.ts';

const [columns = 100, rows = 28] = (process.env.SIZE ?? '100x28')
	.split('x')
	.map(Number);
const folder = path.resolve(process.env.FOLDER ?? 'media');
const patience = 30_000;

/** One picture per screen, from the demo chats; `SIZE=80x24 FOLDER=/tmp/x` for others to look at. */
test('pictures of the journey', {timeout: 5 * patience}, async () => {
	await mkdir(folder, {recursive: true});
	const program = await runInPty(['--demo'], {columns, rows});
	const take = (name: string) =>
		writeFile(
			path.join(folder, `${name}.svg`),
			toSvg(program.terminal, {
				title: `twin-tui: ${name.slice(2)}`,
				cursor: program.cursor(),
			}),
		);
	const say = async (text: string) => {
		program.write(text);
		await program.until(text);
		program.write(keys.enter);
		await program.until('is writing', patience);
		await program.until(screen => !screen.includes('is writing'), patience);
	};

	await program.until('nothing picked yet: ', patience);
	program.write('a');
	await program.until('5 picked');
	await take('1-chats');
	program.write(keys.enter);
	await program.until(/❯ Mika Sommer/);
	await take('2-you');
	program.write(keys.enter);
	await program.until(/\d examples/, patience);
	await take('3-moderation');
	program.write(keys.enter);
	await program.until('Ready to train');
	await take('4-consent');
	program.write('e');
	await program.until('Example 1 of');
	program.write(`n${keys.tab}`);
	await program.until('❯ gap');
	await program.until('Example 2 of');
	await program.until(/tokens +\d/, patience);
	await take('4-data');
	program.write(keys.escape);
	await program.until('Ready to train');
	program.write(keys.enter);
	await program.until(/step [3-9]\d/, patience);
	await take('4-training');
	await program.until('Your twin is ready', patience);
	program.write(keys.enter);
	await program.until('Write to Mika');
	await say('heyyy, wie gehts?');
	await say('are you coming to climbing tonight?');
	await take('5-chat');
});

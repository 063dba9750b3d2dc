import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import {beforeAll, onTestFinished, test} from 'vitest';
import {runInPty} from '../helpers/pty.ts';
import {keys} from '../helpers/screen.ts';
import {toSvg} from '../helpers/svg.ts';
import {writeChats} from './many-chats.ts';

/** Not media/: these are for eyes while the screens are worked on, and no part of the readme. */
const folder = path.resolve(process.env.FOLDER ?? '.');
const patience = 60_000;
const sizes = process.env.SIZE?.split(' ') ?? ['60x16', '80x24', '120x36'];

beforeAll(() => mkdir(folder, {recursive: true}));
const asked = process.env.FOLDER !== undefined;

/** The first two steps with few and many chats, for eyes: `FOLDER=/tmp/x SIZE=80x24 npx vitest run --config vitest.pictures.config.ts chats`. */
test
	.skipIf(!asked)
	.each([3, 40, 400].flatMap(count => sizes.map(size => ({count, size}))))(
	'pictures of $count chats at $size',
	async ({count, size}) => {
		const [columns = 80, rows = 24] = size.split('x').map(Number);
		const exports = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-chats-'));
		onTestFinished(() => rm(exports, {recursive: true, force: true}));
		await writeChats(exports, count);
		const program = await runInPty([exports], {columns, rows});
		const take = async (name: string) => {
			// What was waited for may be the upper half of a frame.
			await setTimeout(150);
			await writeFile(
				path.join(folder, `${count}-${size}-${name}.svg`),
				toSvg(program.terminal, {
					title: `twin-tui: ${count} chats, ${name}`,
					cursor: program.cursor(),
				}),
			);
		};
		const press = async (key: string, expected: string | RegExp) => {
			program.write(key);
			await program.until(expected, patience);
		};

		if (count > 3) {
			await program.until(/reading \d+ of/, patience);
			await take('1-loading');
		}
		await program.until(/^ nothing picked yet: /m, patience);
		await take('2-loaded');
		await press(` ${keys.down} `, '2 picked');
		await take('3-picked');
		await press('i', 'Receipt');
		await take('4-receipt');
		await press(keys.escape, 'Which chats');
		await press('/', 'Filter');
		await press('ל', /Filter.*ל/);
		await take('5-filtering');
		await press(keys.enter, 'unfilter');
		await take('6-filtered');
		await press(keys.escape, 'Which chats');
		await press(keys.end, '❯');
		await take('7-end');
		await press('a', /(?:[3-9]|\d\d) picked/);
		await take('8-all');
		await press(keys.enter, 'Which one are you?');
		await take('9-you');
		if (count === 3) return;
		await press(keys.enter, 'Are you any of these too?');
		await take('10-aliases');
	},
);

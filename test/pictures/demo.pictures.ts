import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import {test} from 'vitest';
import {runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';
import {type Frame, frameOf, toFilm} from './film.ts';

const [columns = 90, rows = 26] = (process.env.SIZE ?? '90x26')
	.split('x')
	.map(Number);
const folder = path.resolve(process.env.FOLDER ?? 'media');
const patience = 60_000;

/** A film of the whole way, recorded from the built program: `npm run demo`. */
test('a film of the journey', {timeout: 10 * patience}, async () => {
	const program = await runInPty(['--demo'], {
		columns,
		rows,
		env: process.env.MINUTES ? {TWIN_TUI_MINUTES: process.env.MINUTES} : {},
	});
	const frames: Frame[] = [];
	const take = () =>
		frames.push(frameOf(performance.now(), program.terminal, program.cursor()));
	program.terminal.onWriteParsed(() => {
		if (performance.now() - (frames.at(-1)?.at ?? 0) > 60) take();
	});
	/** So that whoever watches can read. */
	const hold = async (milliseconds: number) => {
		await setTimeout(milliseconds);
		take();
	};
	const press = async (key: string, pause = 250) => {
		await hold(pause);
		program.write(key);
	};
	const type = async (text: string) => {
		for (const letter of text) await press(letter, 55);
		await program.until(`❯ ${text}`, patience);
		await press(keys.enter, 400);
		await program.until(screen => !screen.includes(`❯ ${text}`), patience);
		await hold(600);
		await program.until(screen => !screen.includes('is writing'), patience);
		await hold(1200);
	};

	await program.until('Which chats', patience);
	await program.until('nothing picked yet: ', patience);
	await hold(1200);
	await press('a');
	await program.until('5 picked', patience);
	await press(keys.enter, 900);
	await program.until(/❯ Mika Sommer/, patience);
	await press(keys.enter, 1500);
	await program.until(/\d examples/, patience);
	await hold(1200);
	for (let step = 0; step < 12; step++) await press(keys.left, 90);
	await hold(900);
	for (let step = 0; step < 12; step++) await press(keys.right, 60);
	await press(keys.enter, 900);
	await program.until('Ready to train', patience);
	await press(keys.enter, 1600);
	await program.until('Your twin is ready', 10 * patience);
	await press(keys.enter, 1600);
	await program.until('Write to Mika', patience);
	await type('heyyy, wie gehts?');
	await type('are you coming to climbing tonight?');
	program.write(ctrl('c') + ctrl('c'));
	await mkdir(folder, {recursive: true});
	// What came after the last hold is the leaving.
	const end = frames.length - 1;
	await writeFile(
		path.join(folder, 'demo.svg'),
		toFilm(frames.slice(0, end), {cols: columns, rows}, 'twin-tui --demo'),
	);
});

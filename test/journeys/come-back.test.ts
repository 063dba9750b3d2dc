import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {atOnce, runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';
import {exportWith} from '../screens/program.tsx';

const patience = 20_000;

/** A home and an export that takes a few seconds to train on. */
async function place() {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-back-'));
	onTestFinished(() => rm(folder, {recursive: true, force: true}));
	const file = path.join(folder, 'WhatsApp Chat with Ada.txt');
	await writeFile(file, exportWith(1200));
	return {file, home: path.join(folder, 'home')};
}

const isTraining = /step \d+\/\d+/;

async function toTraining(program: Running) {
	await program.until('❯ ◯');
	program.write('a');
	await program.until('1 picked');
	program.write(keys.enter);
	await program.until('Which one');
	program.write(keys.enter);
	await program.until(/keeps [\d,]+[\s\S]*?\d examples/, patience);
	program.write(keys.enter);
	await program.until('Ready to train');
	program.write(keys.enter);
	await program.until(isTraining, patience);
}

test('a training that is cancelled is gone; one that is left, however, is there at each next start, and ends with one twin', {
	timeout: 6 * patience,
}, async () => {
	const {file, home} = await place();
	const first = await runInPty([file], {home, env: atOnce});
	await toTraining(first);
	first.write('c');
	await first.until('Cancel the training?');
	first.write(keys.enter);
	await first.until('The training was cancelled', patience);
	first.write('q');
	expect(await first.exit).toBe(0);

	const second = await runInPty([file], {home, env: atOnce});
	await toTraining(second);
	await leave(second, 'q');

	const third = await runInPty([], {home, env: atOnce});
	await third.until(isTraining, patience);
	await leave(third, ctrl('c') + ctrl('c'));

	const fourth = await runInPty([], {home, env: atOnce});
	await fourth.until(isTraining, patience);
	fourth.kill('SIGKILL');
	await fourth.exit;

	const fifth = await runInPty([], {home, env: atOnce});
	await fifth.until('Your twin is ready', patience);
	expect(await readdir(path.join(home, 'twins'))).toHaveLength(1);
	fifth.write(keys.enter);
	await fifth.until('Write to Mika');
	fifth.write(ctrl('c'));
	expect(await fifth.exit).toBe(0);

	const last = await runInPty(['--chat', 'mika'], {home});
	await last.until('Write to Mika');
	// Keys are read once it has drawn: before that, Ctrl+C is the terminal's own.
	last.write('hi');
	await last.until('❯ hi');
	last.write(ctrl('c'));
	expect(await last.exit).toBe(0);
});

async function leave(program: Running, typed: string) {
	program.write(typed);
	expect(await program.exit).toBe(0);
	expect(program.text()).toContain('The training goes on where it was');
}

type Running = Awaited<ReturnType<typeof runInPty>>;

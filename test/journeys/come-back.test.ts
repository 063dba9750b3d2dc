import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';
import {exportWith} from '../screens/program.tsx';

const patience = 20_000;

/** A home and an export that takes a few seconds to train on. */
async function place() {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-back-'));
	onTestFinished(() => rm(folder, {recursive: true, force: true}));
	const file = path.join(folder, 'WhatsApp Chat with Ada.txt');
	await writeFile(file, exportWith(3000));
	return {file, home: path.join(folder, 'home')};
}

async function startTraining(file: string, home: string) {
	const program = await runInPty([file], {home});
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
	await program.until(/step \d+\/\d+/, patience);
	return program;
}

describe('a training that is left', {timeout: 3 * patience}, () => {
	test.each([
		['with q', (program: Running) => program.write('q'), 0],
		[
			'with Ctrl+C twice',
			(program: Running) => program.write(ctrl('c') + ctrl('c')),
			0,
		],
		['by kill -9', (program: Running) => program.kill('SIGKILL'), null],
	])(
		'%s is there at the next start, and ends with one twin',
		async (_, leave, code) => {
			const {file, home} = await place();
			const program = await startTraining(file, home);
			leave(program);
			const exit = await program.exit;
			if (code !== null) {
				expect(exit).toBe(code);
				expect(program.text()).toContain('The training goes on where it was');
			}
			const again = await runInPty([], {home});
			await again.until('Your twin is ready', patience);
			expect(await readdir(path.join(home, 'twins'))).toHaveLength(1);
			again.write(keys.enter);
			await again.until('Write to Mika');
			again.write(ctrl('c'));
			expect(await again.exit).toBe(0);
			const third = await runInPty(['--chat', 'mika'], {home});
			await third.until('Write to Mika');
			// Keys are read once it has drawn: before that, Ctrl+C is the terminal's own.
			third.write('hi');
			await third.until('❯ hi');
			third.write(ctrl('c'));
			expect(await third.exit).toBe(0);
		},
	);

	test('can be cancelled, and is then gone', async () => {
		const {file, home} = await place();
		const program = await startTraining(file, home);
		program.write('c');
		await program.until('Cancel the training?');
		program.write(keys.enter);
		await program.until('The training was cancelled', patience);
		program.write('q');
		expect(await program.exit).toBe(0);
		const again = await runInPty([file], {home});
		await again.until('Which chats');
		again.write('q');
		expect(await again.exit).toBe(0);
	});
});

type Running = Awaited<ReturnType<typeof runInPty>>;

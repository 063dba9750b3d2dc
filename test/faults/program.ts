import {spawn} from 'node:child_process';
import {existsSync, rmSync} from 'node:fs';
import {cp, mkdtemp, readdir, readFile, rm, stat} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import {expect, onTestFinished} from 'vitest';
import {atOnce, runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';

export const cli = path.resolve('dist/cli.js');
export const demo = path.resolve('fixtures/demo');
export const me = 'Mika Sommer';

export type Ended = {
	code: number | null;
	signal: NodeJS.Signals | null;
	stdout: string;
	stderr: string;
};

type Options = {
	home: string;
	input?: string;
	cwd?: string;
	env?: Record<string, string>;
	/** Milliseconds after which it is killed as by `kill -9`. */
	killAfter?: number;
	/** What it writes on stdout when it is killed as by `kill -9`. */
	killAt?: RegExp;
	/** A command that runs the program: one that puts it on a small disk, say. */
	within?: readonly string[];
};

/** Runs the built program without a terminal, with an environment of its own. */
export async function run(
	args: readonly string[],
	{home, input = '', cwd, env = {}, killAfter, killAt, within = []}: Options,
): Promise<Ended> {
	const [command = '', ...rest] = [...within, process.execPath, cli, ...args];
	const child = spawn(command, rest, {
		cwd: cwd ?? os.tmpdir(),
		env: {
			PATH: process.env.PATH ?? '',
			HOME: path.dirname(home),
			TWIN_TUI_HOME: home,
			TWIN_TUI_MINUTES: '0',
			...env,
		},
	});
	const written = {stdout: '', stderr: ''};
	for (const name of ['stdout', 'stderr'] as const)
		child[name].setEncoding('utf8').on('data', data => {
			written[name] += data;
			if (killAt?.test(written.stdout)) child.kill('SIGKILL');
		});
	// It may be gone before it has read all of it.
	child.stdin.on('error', () => undefined);
	child.stdin.end(input);
	const ended = new Promise<Ended>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code, signal) => resolve({code, signal, ...written}));
	});
	if (killAfter !== undefined) {
		await Promise.race([setTimeout(killAfter), ended]);
		child.kill('SIGKILL');
	}
	return ended;
}

export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-faults-'));
	onTestFinished(() =>
		rm(folder, {recursive: true, force: true, maxRetries: 5}),
	);
	return folder;
}

/** Success, or a failure that is told: one or a few sentences, no stack, nothing that was not foreseen. */
export function expectTold({code, signal, stdout, stderr}: Ended): void {
	const all = `${stdout}\n${stderr}`;
	expect(signal, all).toBe(null);
	expect([0, 1], all).toContain(code);
	if (code === 1) expect(stderr.trim()).not.toBe('');
	expect(stderr).not.toMatch(/^\s+at .+:\d+/m);
	expect(stderr).not.toMatch(/had to stop|TypeError|RangeError|is not a/);
	expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(6);
}

/** The ways that `train` needs: the demo chats as data set. */
export async function makeData(folder: string): Promise<string> {
	const out = path.join(folder, 'data.jsonl');
	const made = await run(['dataset', demo, '--me', me, '--out', out], {
		home: path.join(folder, 'home-of-data'),
	});
	expect(made.code, made.stderr).toBe(0);
	return out;
}

let trained: Promise<string> | null = null;

/**
A home in which everything was done once, a copy for each case: scores, a training that ended and one that was killed, a
twin and a talk with it, settings.
*/
export async function trainedHome(): Promise<string> {
	trained ??= makeTrainedHome();
	const home = path.join(await temporaryFolder(), 'home');
	await cp(await trained, home, {recursive: true});
	return home;
}

async function makeTrainedHome(): Promise<string> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-trained-'));
	process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
	const home = path.join(folder, 'home');
	const out = path.join(folder, 'data.jsonl');
	await run(['dataset', demo, '--me', me, '--out', out], {home});
	const held = path.join(folder, 'data.validation.jsonl');
	const args = ['train', out, '--validation', held, '--json', '--name'];
	const made = await run([...args, 'Mika'], {home});
	expect(made.code, made.stderr).toBe(0);
	await run([...args, 'Left'], {home, killAt: /"type":"metrics"/});
	const program = await runInPty(['--chat', 'Mika'], {home, env: atOnce});
	await program.until('Write to Mika');
	program.write('hey');
	await program.until('❯ hey');
	program.write(keys.enter);
	await program.until(/Mika\b.*\n\s*[▌▖] \S/);
	await program.until(screen => !screen.includes('is writing'));
	program.write(ctrl('c'));
	expect(await program.exit).toBe(0);
	return home;
}

/** Paths of all files in a folder, from that folder on; none where it is not there. */
export async function filesIn(folder: string): Promise<string[]> {
	if (!existsSync(folder)) return [];
	const entries = await readdir(folder, {recursive: true, withFileTypes: true});
	return entries
		.filter(entry => entry.isFile())
		.map(entry =>
			path.relative(folder, path.join(entry.parentPath, entry.name)),
		)
		.sort();
}

/** @throws where a record of the store is no whole JSON, or a file may be read by others */
export async function expectSound(home: string): Promise<void> {
	for (const file of await filesIn(home)) {
		const full = path.join(home, file);
		const {mode} = await stat(full);
		expect((mode & 0o777).toString(8), file).toBe('600');
		if (file.endsWith('.json')) JSON.parse(await readFile(full, 'utf8'));
	}
}

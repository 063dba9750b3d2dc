import {mkdtemp, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {spawn} from '@lydell/node-pty';
import {onTestFinished} from 'vitest';
import {createTerminal, type Size} from './terminal.ts';
import {type Expected, isShown, notShown} from './until.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
const patience = 10_000;

/** Runs the program and then notes the terminal's settings: whether raw mode was given back. The trap keeps the shell alive when its program is told to stop. */
const script =
	'trap : TERM HUP INT; "$@"; code=$?; stty -a > "$STTY_FILE"; exit $code';

/** An environment in which bubbles come at once instead of at their owner's rhythm. */
export const atOnce = {REDUCE_MOTION: '1'};

type Options = Partial<Size> & {
	/** The working folder; the fresh home where nothing is said. */
	cwd?: string;
	/** On top of a minimal environment; no key and no setting of whoever runs the tests is passed on. */
	env?: Record<string, string>;
	/** Another script than the built program. */
	program?: string;
	/** Another Node than the one that runs the tests. */
	node?: string;
	/** A home that outlives this run, to come back to; a fresh one that is removed where nothing is said. */
	home?: string;
};

/** Runs the built program in a real terminal, with a fresh home. Call it inside a test: it is ended with it. */
export async function runInPty(
	args: readonly string[] = [],
	{
		columns = 80,
		rows = 24,
		cwd,
		env = {},
		home,
		program = cli,
		node = process.execPath,
	}: Options = {},
) {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-pty-'));
	const ownHome = home ?? path.join(folder, 'home');
	const sttyFile = path.join(folder, 'stty');
	const screen = createTerminal({columns, rows});
	const {terminal, text} = screen;
	const child = spawn('/bin/sh', ['-c', script, 'sh', node, program, ...args], {
		name: env.TERM ?? 'xterm-256color',
		cols: columns,
		rows,
		cwd: cwd ?? folder,
		env: {
			PATH: process.env.PATH ?? '',
			HOME: folder,
			LANG: 'C.UTF-8',
			TERM: 'xterm-256color',
			TWIN_TUI_HOME: ownHome,
			// The network has tests of its own; here a twin is wanted soon.
			TWIN_TUI_MINUTES: '0',
			STTY_FILE: sttyFile,
			...env,
		},
	});
	let output = '';
	let isRunning = true;
	child.onData(data => {
		output += data;
		terminal.write(data);
	});
	// Answers of the terminal (where the cursor is, what it can do) go back to the program.
	terminal.onData(data => isRunning && child.write(data));
	const exit = new Promise<number>(resolve => {
		child.onExit(({exitCode}) => {
			isRunning = false;
			terminal.write('', () => resolve(exitCode));
		});
	});
	/** To the program; the shell around it lets it pass. */
	const kill = (signal: NodeJS.Signals) => process.kill(-child.pid, signal);
	onTestFinished(async () => {
		if (isRunning) {
			kill('SIGKILL');
			await exit;
		}
		await rm(folder, {recursive: true, force: true});
	});

	return {
		...screen,
		home: ownHome,
		/** All that was written to the terminal, sequences included. */
		output: () => output,
		exit,
		/** Of the shell around the program. */
		pid: child.pid,
		kill,
		/** Closes the terminal itself, as whoever closes its window does. */
		close() {
			isRunning = false;
			(child as unknown as {destroy(): void}).destroy();
		},
		write: (data: string) => child.write(data),
		resize(size: Size) {
			terminal.resize(size.columns, size.rows);
			child.resize(size.columns, size.rows);
		},
		/** Waits until the screen shows something; fails with the screen, also when the program ends without it. */
		until: (expected: Expected, milliseconds = patience) =>
			new Promise<string>((resolve, reject) => {
				const watch = terminal.onWriteParsed(() => check(false));
				const timer = setTimeout(() => check(true), milliseconds);
				const check = (isLast: boolean) => {
					const isThere = isShown(text(), expected);
					if (!isThere && !isLast) {
						return;
					}
					watch.dispose();
					clearTimeout(timer);
					if (isThere) {
						resolve(text());
					} else {
						reject(notShown(text(), expected));
					}
				};
				check(false);
				void exit.then(() => check(true));
			}),
		/** After the exit: normal buffer, cursor seen, paste and mouse modes off, and lines and echo as a shell needs them. */
		async isRestored() {
			await exit;
			const settings = (await readFile(sttyFile, 'utf8')).split(/[\s;]+/);
			return (
				terminal.buffer.active.type === 'normal' &&
				screen.cursor().isVisible &&
				!terminal.modes.bracketedPasteMode &&
				terminal.modes.mouseTrackingMode === 'none' &&
				['icanon', 'echo', 'isig'].every(name => settings.includes(name))
			);
		},
	};
}

import {execFile} from 'node:child_process';
import {
	copyFile,
	cp,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rm,
	writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, onTestFinished, test} from 'vitest';
import packageJson from '../package.json' with {type: 'json'};
import {usages} from '../source/commands/usage.ts';
import {runInPty} from './helpers/pty.ts';
import {ctrl} from './helpers/screen.ts';

const cli = path.resolve('dist/cli.js');

type Result = {code: number; stdout: string; stderr: string};

/** Runs the built program without a terminal. */
function run(args: string[], program = cli): Promise<Result> {
	return new Promise(resolve => {
		const child = execFile(
			process.execPath,
			[program, ...args],
			(error, stdout, stderr) =>
				resolve({
					code: typeof error?.code === 'number' ? error.code : 0,
					stdout,
					stderr,
				}),
		);
		child.stdin?.end();
	});
}

async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-cli-'));
	onTestFinished(() => rm(folder, {recursive: true, force: true}));
	return folder;
}

test('--version loads nothing: it works with the rest of the program gone', async () => {
	const folder = await temporaryFolder();
	await copyFile(cli, path.join(folder, 'cli.mjs'));
	const result = await run(['--version'], path.join(folder, 'cli.mjs'));
	expect(result).toEqual({
		code: 0,
		stdout: `${packageJson.version}\n`,
		stderr: '',
	});
});

describe('help', () => {
	test('of the program names every command', async () => {
		const {code, stdout} = await run(['--help']);
		expect(code).toBe(0);
		for (const command of Object.keys(usages))
			expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
	});

	test.each(['inspect', 'completion'])('of %s', async command => {
		const {code, stdout} = await run([command, '--help']);
		expect([
			code,
			stdout.split('\n')[0]?.startsWith(`twin-tui ${command} `),
		]).toEqual([0, true]);
		expect(await run(['help', command])).toMatchObject({code: 0, stdout});
	});
});

describe('wrong usage is a sentence and exit code 2', () => {
	test.each([
		[['--frobnicate'], /Unknown option '--frobnicate'/],
		[['--provider', 'acme'], /There is no provider "acme"/],
		[['inspect'], /Which exports\?/],
		[['inspect', '--nope', 'x'], /Unknown option '--nope'/],
		[['dataset', 'x.txt'], /--me/],
		[['dataset', 'x.txt', '--me', 'A', '--gap-hours', 'six'], /--gap-hours/],
		[['train'], /One file is needed/],
		[['train', 'a', 'b'], /One file is needed/],
		[['train', 'a', '--epochs', '0'], /--epochs/],
		[['reply', 'hello'], /not expected/],
		[['completion', 'tcsh'], /bash, zsh, fish/],
		[['serve', '--port', 'x'], /--port/],
	])('%j', async (args, sentence) => {
		const {code, stdout, stderr} = await run(args);
		expect([code, stdout]).toEqual([2, '']);
		expect(stderr).toMatch(sentence);
		expect(stderr.trim().split('\n')).toHaveLength(1);
	});
});

describe('the terminal', () => {
	test('without one it says so', async () => {
		const {code, stderr} = await run([]);
		expect(code).toBe(1);
		expect(stderr).toMatch(/needs a terminal .*twin-tui inspect/);
	});

	test('a dumb one is refused', async () => {
		const program = await runInPty([], {env: {TERM: 'dumb'}});
		expect(await program.exit).toBe(1);
		expect(program.text().replaceAll('\n', ' ')).toContain('TERM=dumb');
	});

	test('NO_COLOR draws without colours, and selection is still seen', async () => {
		const program = await runInPty(['--demo'], {env: {NO_COLOR: '1'}});
		await program.until('❯ ◯');
		expect(program.styleOf('Chats').colour).toBe(null);
		expect(program.output()).not.toMatch(/\u001B\[3\dm/);
		program.write('q');
		expect(await program.exit).toBe(0);
	});

	test('CI in the environment makes it no less a terminal', async () => {
		const program = await runInPty(['--demo'], {env: {CI: 'true'}});
		await program.until('❯ ◯');
		program.write(ctrl('c'));
		expect(await program.exit).toBe(0);
		expect(await program.isRestored()).toBe(true);
	});

	test.each(['SIGTERM', 'SIGHUP'] as const)(
		'is given back on %s',
		async signal => {
			const program = await runInPty(['--demo']);
			await program.until('❯ ◯');
			program.kill(signal);
			await program.exit;
			expect(await program.isRestored()).toBe(true);
		},
	);
});

test('no exports: how to make one, and demo chats a key away', async () => {
	const program = await runInPty([]);
	await program.until('No exported chats here');
	await program.until('On Android');
	await program.until('On iPhone');
	await program.until('d try it with demo chats');
	program.write('d');
	await program.until('Vertikalkartoffeln');
	program.write('q');
	expect(await program.exit).toBe(0);
});

test('what was not foreseen is a sentence in the normal screen, with the log’s path', async () => {
	const folder = await temporaryFolder();
	const home = path.join(folder, 'home');
	// A file stands where the folder of the twins should be.
	await mkdir(home);
	await writeFile(path.join(home, 'twins'), '');
	const program = await runInPty([], {home, columns: 120});
	expect(await program.exit).toBe(1);
	expect(program.text()).toMatch(/twin-tui had to stop: ENOTDIR/);
	expect(program.text()).toContain(path.join(home, 'twin-tui.log'));
	expect(program.text()).not.toMatch(/ {4}at /);
	expect(await readFile(path.join(home, 'twin-tui.log'), 'utf8')).toMatch(
		/ {4}at /,
	);
	expect(await program.isRestored()).toBe(true);
});

test('an error inside a screen is told after leaving, with the log’s path', async () => {
	const folder = await temporaryFolder();
	const dist = path.join(folder, 'dist');
	await cp('dist', dist, {recursive: true});
	await copyFile('package.json', path.join(folder, 'package.json'));
	// A part that is loaded when the first screen is up is gone.
	const reading = (await readdir(dist)).find(name =>
		name.startsWith('reading-'),
	);
	await rm(path.join(dist, reading ?? ''));
	const program = await runInPty([], {
		program: path.join(dist, 'cli.js'),
		columns: 160,
	});
	expect(await program.exit).toBe(1);
	expect(program.output()).toContain('Which chats');
	expect(program.text()).toMatch(/twin-tui had to stop: Cannot find module/);
	expect(program.text()).toContain(path.join(program.home, 'twin-tui.log'));
	expect(await program.isRestored()).toBe(true);
});

test('--chat without a twin says what to do', async () => {
	const program = await runInPty(['--chat']);
	expect(await program.exit).toBe(1);
	expect(program.text()).toContain('There is no twin yet');
});

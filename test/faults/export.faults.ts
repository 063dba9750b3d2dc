import {spawnSync} from 'node:child_process';
import {mkdir, open, readdir, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect} from 'vitest';
import {runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';
import {zip} from '../helpers/zip.ts';
import {exportWith} from '../screens/program.tsx';
import {expectTold, run, temporaryFolder} from './program.ts';
import {promise} from './promise.ts';

const patience = 60_000;

/** Colours, a new title, a cleared screen, the clipboard, a link, a report that types, C1 forms, a bell. */
const sequences = [
	'\u001B[31m',
	'\u001B]0;owned\u0007',
	'\u001B[2J\u001B[H',
	'\u001B]52;c;b3duZWQ=\u0007',
	'\u001B]8;;http://evil.example\u001B\\here\u001B]8;;\u001B\\',
	'\u001B[6n\u001BZ',
	'\u009B31m\u009D0;owned\u009C',
	'\u0007\u0008\u000E',
	'\u001BP+q544e\u001B\\',
];
const tricks = `${sequences.join('')}\u202Egnp.exe\u2066\u2069\u200B`;

const hostile = exportWith(30, 'Mika', `Eve${sequences[1]}\u202E`)
	.replaceAll('question', `que${tricks}stion`)
	.replaceAll('answer', `ans${tricks}wer fuck you`);

/** Whether anything in what was printed could command a terminal or turn a line around. */
const commands =
	/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

/** What Ink writes itself: colours, the cursor, erasing, its modes; no OSC, no DCS. */
const foreign =
	/\u001B(?:[\]P^_XZ]|\[(?![\d;?]*[ABCDEFGHJKlhmsu]))|[\u0080-\u009F\u0007\u000E\u202A-\u202E\u2066-\u2069]/;

async function withFile(
	name: string,
	content: string | Uint8Array,
): Promise<{folder: string; file: string; home: string}> {
	const folder = await temporaryFolder();
	const file = path.join(folder, name);
	await writeFile(file, content);
	return {folder, file, home: path.join(folder, 'home')};
}

describe('a hostile export', () => {
	promise(
		'ESC, OSC, C1 and bidi marks in names, texts and the file’s name, inspect and dataset',
		'nothing that is printed commands the terminal',
		async () => {
			const {file, home} = await withFile(
				`WhatsApp Chat with E${sequences[1]}ve\u202E.txt`,
				hostile,
			);
			for (const args of [
				['inspect', file],
				['inspect', file, '--json'],
				['dataset', file, '--me', 'Nobody'],
				[
					'dataset',
					file,
					'--me',
					'Mika',
					'--report',
					'--json',
					'--out',
					'/dev/null',
				],
			]) {
				const ended = await run(args, {home});
				expectTold(ended);
				expect(ended.stdout).not.toMatch(commands);
				expect(ended.stderr).not.toMatch(commands);
			}
		},
	);

	promise(
		'the same on every screen',
		'nothing but Ink’s own sequences reaches the terminal; titles and clipboards stay as they are',
		async () => {
			const {file} = await withFile(
				`WhatsApp Chat with E${sequences[1]}ve\u202E.txt`,
				hostile,
			);
			const program = await runInPty([file], {columns: 100, rows: 30});
			await program.until('❯ ◯', patience);
			program.write('i');
			await program.until('Receipt', patience);
			program.write(keys.escape);
			await program.until('Which chats', patience);
			program.write('a');
			await program.until('1 picked', patience);
			program.write(keys.enter);
			await program.until('Which one', patience);
			await program.until(/❯ /, patience);
			program.write(keys.enter);
			await program.until(/keeps [\d,]+[\s\S]*?\d examples/, patience);
			program.write(keys.end);
			await program.until(/keeps [1-9]/, patience);
			program.write(keys.enter);
			await program.until('Ready to train', patience);
			program.write('e');
			await program.until('Example 1 of', patience);
			program.write('nn');
			await program.until('Example 3 of', patience);
			program.write(keys.escape);
			await program.until('Ready to train', patience);
			program.write(keys.enter);
			await program.until('Your twin is ready', patience);
			program.write(keys.enter);
			await program.until('Write to', patience);
			program.write(
				`hey${tricks.replaceAll(/[\u001B\u0007\u0008\u000E]/g, '')}`,
			);
			await program.until('hey', patience);
			program.write(keys.enter);
			await program.until(screen => /\n\s*[▌▖] \S/.test(screen), patience);
			await program.until(screen => !screen.includes('is writing'), patience);
			program.write(ctrl('c') + ctrl('c'));
			expect(await program.exit).toBe(0);
			// The bell that ends a training is the program's own.
			const output = program.output().replace('\u0007', '');
			const found = foreign.exec(output);
			expect(
				found && JSON.stringify(output.slice(found.index, found.index + 40)),
			).toBe(null);
		},
	);

	promise(
		'one line of 100 MB',
		'read, or refused with a sentence; under 1 GB of memory',
		async () => {
			const {file, home} = await withFile('chat.txt', exportWith(30));
			const handle = await open(file, 'a');
			const part = Buffer.alloc(1 << 20, 'lorem ipsum ');
			await handle.write('15/02/2024, 10:01 - Ada: ');
			for (let count = 0; count < 100; count++) await handle.write(part);
			await handle.write('\n');
			await handle.close();
			return measured(['inspect', file], home);
		},
	);

	promise(
		'five million messages (110 MB)',
		'read, or refused with a sentence; never out of memory',
		async () => {
			const {file, home} = await withFile('chat.txt', '');
			const handle = await open(file, 'a');
			const lines = Array.from(
				{length: 50_000},
				(_, index) => `15/02/2024, 10:01 - ${index % 2 ? 'A' : 'B'}: ok\n`,
			).join('');
			for (let count = 0; count < 100; count++) await handle.write(lines);
			await handle.close();
			return measured(['inspect', file], home);
		},
	);

	promise('a text of 300 MB', 'refused with a sentence', async () => {
		const {file, home} = await withFile('chat.txt', exportWith(30));
		const handle = await open(file, 'r+');
		await handle.truncate(300 << 20);
		await handle.close();
		const ended = await run(['inspect', file], {home});
		expectTold(ended);
		return `“${(ended.stdout + ended.stderr).trim().split(': ').at(-1)}”`;
	});

	promise(
		'a zip bomb (250 MB in 250 kB), and one that lies about its size',
		'refused with a sentence; nothing unpacked to disk',
		async () => {
			const head = Buffer.from(exportWith(30));
			const bomb = Buffer.concat([head, Buffer.alloc(250 << 20, 0x20)]);
			const seen: string[] = [];
			for (const claimed of [{}, {uncompressed: 1000}]) {
				const {file, home, folder} = await withFile(
					'chat.zip',
					zip([{name: '_chat.txt', content: bomb, claimed}]),
				);
				const ended = await run(['inspect', file], {home});
				expectTold(ended);
				expect(ended.code).toBe(1);
				expect(await readdir(folder)).toEqual(['chat.zip']);
				seen.push(
					(ended.stdout + ended.stderr).trim().split(': ').at(-1) ?? '',
				);
			}
			return seen.map(text => `“${text}”`).join(' ');
		},
	);

	promise(
		'a zip whose paths climb, are absolute, are Windows’s',
		'read or refused; nothing is written outside, or anywhere',
		async () => {
			for (const name of [
				'../../climbed.txt',
				'/tmp/absolute.txt',
				'C:\\windows.txt',
				'..\\..\\climbed.txt',
				`${'a/'.repeat(2000)}deep.txt`,
				'nul\u0000byte.txt',
				'esc\u001B[31m.txt',
			]) {
				const {file, home, folder} = await withFile(
					'chat.zip',
					zip([{name, content: exportWith(30)}]),
				);
				const ended = await run(['inspect', file], {home});
				expectTold(ended);
				expect(ended.stdout + ended.stderr).not.toMatch(commands);
				expect(await readdir(folder)).toEqual(['chat.zip']);
			}
		},
	);

	promise(
		'zips in zips, 20,000 entries, a cut end, an encrypted one',
		'read or refused with a sentence',
		async () => {
			const whole = zip([{name: '_chat.txt', content: exportWith(30)}]);
			for (const content of [
				zip([{name: 'chat.zip', content: whole}]),
				zip(
					Array.from({length: 20_000}, (_, index) => ({
						name: `${index}.txt`,
						content: '',
					})),
				),
				whole.subarray(0, whole.length - 30),
				whole.subarray(0, 40),
				zip([{name: '_chat.txt', content: exportWith(30), encrypted: true}]),
				zip([{name: '_chat.txt', content: exportWith(30), method: 99}]),
			]) {
				const {file, home} = await withFile('chat.zip', content);
				expectTold(await run(['inspect', file], {home}));
			}
		},
	);

	promise(
		'folders that contain themselves, pipes, devices',
		'passed over or refused; it ends',
		async () => {
			const {folder, home} = await withFile(
				'WhatsApp Chat with Ada.txt',
				exportWith(30),
			);
			const loop = path.join(folder, 'loop');
			await mkdir(loop);
			await symlink(folder, path.join(loop, 'again'));
			await symlink('/dev/zero', path.join(folder, 'zero.txt'));
			const pipe = path.join(folder, 'pipe.txt');
			const made = spawnSync('mkfifo', [pipe]).status === 0;
			const inFolder = await run(['inspect', folder], {home});
			expectTold(inFolder);
			expect(inFolder.stdout).toContain('Ada');
			for (const file of ['/dev/zero', '/dev/null', ...(made ? [pipe] : [])])
				expectTold(await run(['inspect', file], {home}));
		},
	);
});

/** Runs a command and tells its peak memory, which stays under a gigabyte. */
async function measured(args: string[], home: string): Promise<string> {
	const report = `data:text/javascript,${encodeURIComponent(
		"import {isMainThread} from 'node:worker_threads'; if (isMainThread) process.on('exit', () => process.stderr.write('\\nPEAK ' + Math.round(process.resourceUsage().maxRSS / 1024)))",
	)}`;
	const ended = await run(args, {
		home,
		env: {NODE_OPTIONS: `--import=${report}`},
	});
	const peak = Number(/PEAK (\d+)/.exec(ended.stderr)?.[1] ?? Number.NaN);
	expectTold({...ended, stderr: ended.stderr.replace(/\nPEAK \d+/, '')});
	expect(peak).toBeLessThan(2048);
	return `exit code ${ended.code}, peak ${peak} MB`;
}

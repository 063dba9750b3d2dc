import {execFileSync} from 'node:child_process';
import {setImmediate, setTimeout} from 'node:timers/promises';
import {describe, expect, vi} from 'vitest';
import {runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';
import {expectSound, trainedHome} from './program.ts';
import {promise} from './promise.ts';

const patience = 30_000;

type Running = Awaited<ReturnType<typeof runInPty>>;

/** Brings the program to each of its screens. */
const screens: Record<string, (program: Running) => Promise<unknown>> = {
	async chats(program) {
		await program.until('Which chats', patience);
		await program.until('❯ ◯', patience);
	},
	async you(program) {
		await screens.chats?.(program);
		program.write('a');
		await program.until('5 picked', patience);
		program.write(keys.enter);
		await program.until(/❯ Mika Sommer/, patience);
	},
	async moderation(program) {
		await screens.you?.(program);
		program.write(keys.enter);
		await program.until(/keeps [\d,]+[\s\S]*?\d examples/, patience);
	},
	async 'before the training'(program) {
		await screens.moderation?.(program);
		program.write(keys.enter);
		await program.until('Ready to train', patience);
	},
	async training(program) {
		await screens['before the training']?.(program);
		program.write(keys.enter);
		await program.until(/step \d+\/\d+/, patience);
	},
};

const open = async (screen: string) => {
	const program = await runInPty(['--demo']);
	await screens[screen]?.(program);
	return program;
};

/** Process ids of the program under the shell of a terminal. */
const childrenOf = (pid: number): number[] => {
	try {
		return execFileSync('pgrep', ['-P', String(pid)])
			.toString()
			.trim()
			.split('\n')
			.map(Number);
	} catch {
		return [];
	}
};

const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

describe('the terminal goes away', () => {
	for (const screen of Object.keys(screens)) {
		promise(
			`SIGHUP on ${screen}`,
			'the program ends; every record is whole',
			async () => {
				const program = await open(screen);
				program.kill('SIGHUP');
				await program.exit;
				await expectSound(program.home);
			},
		);

		promise(
			`the window is closed on ${screen}`,
			'nothing keeps running',
			async () => {
				const program = await open(screen);
				const pids = childrenOf(program.pid);
				expect(pids.length).toBeGreaterThan(0);
				program.close();
				await vi.waitFor(() => expect(pids.some(isAlive)).toBe(false), {
					timeout: 10_000,
				});
				await expectSound(program.home);
			},
		);
	}
});

describe('resizing', () => {
	for (const screen of Object.keys(screens))
		promise(
			`300 sizes within a moment on ${screen}`,
			'the last size is drawn; keys work',
			async () => {
				const program = await open(screen);
				for (let count = 0; count < 300; count++) {
					program.resize({
						columns: 1 + ((count * 7919) % 250),
						rows: 1 + ((count * 104_729) % 90),
					});
					if (count % 10 === 0) await setTimeout(1);
				}
				program.resize({columns: 90, rows: 30});
				await program.until(shown => {
					const rows = shown.split('\n');
					return (
						(rows[0] ?? '').includes('twin-tui') &&
						/(\? help|quit)/.test(rows[29] ?? '')
					);
				}, patience);
				program.write('?');
				await program.until('Keys on this screen', patience);
				program.write(ctrl('c') + ctrl('c'));
				expect(await program.exit).toBe(0);
				expect(await program.isRestored()).toBe(true);
			},
		);
});

describe('1 MB is pasted', () => {
	const megabyte = 'wie gehts dir heute so? '.repeat(43_700);
	const paste = `\u001B[200~${megabyte}\u001B[201~`;

	promise(
		'into the message to the twin',
		'it is taken as text and can be taken back; nothing is sent',
		async () => {
			const program = await runInPty(['--chat', 'Mika'], {
				home: await trainedHome(),
			});
			await program.until('Write to Mika', patience);
			program.write(paste);
			await program.until('heute so?', patience);
			program.write(ctrl('u'));
			await clearPrompt(program);
			program.write('hello again');
			await program.until('hello again', patience);
			program.write(ctrl('c') + ctrl('c'));
			expect(await program.exit).toBe(0);
		},
	);

	promise('into the filter of the chats', 'it finds nothing', async () => {
		const program = await open('chats');
		program.write('/');
		await program.until('Filter', patience);
		program.write(paste);
		await program.until('0 of 5', patience);
		// One leaves the filter's line, one the filter.
		program.write(keys.escape);
		await program.until('esc unfilter', patience);
		program.write(keys.escape);
		await program.until('Which chats', patience);
		program.write('q');
		expect(await program.exit).toBe(0);
	});

	promise(
		'where nothing is typed, as keys (no bracketed paste)',
		'the program stays up and can be left',
		async () => {
			const program = await open('chats');
			// In pieces, as a terminal does: all at once, both sides would wait for the other to read.
			for (let piece = 0; piece < 1024; piece++) {
				program.write('xyz0'.repeat(256));
				await setImmediate();
			}
			program.write(ctrl('c') + ctrl('c'));
			expect(await program.exit).toBe(0);
			expect(await program.isRestored()).toBe(true);
		},
	);
});

/** ^U takes a line; a paste that was cut in lines needs it again. */
async function clearPrompt(program: Running): Promise<void> {
	for (let count = 0; count < 20; count++) {
		if (program.text().includes('Write to Mika')) return;
		program.write(ctrl('u'));
		await setTimeout(100);
	}
	await program.until('Write to Mika', 1000);
}

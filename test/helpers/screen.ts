import {EventEmitter} from 'node:events';
import {setTimeout} from 'node:timers/promises';
import {render} from 'ink';
import type {ReactElement} from 'react';
import {onTestFinished} from 'vitest';
import {createTerminal, type Size} from './terminal.ts';
import {type Expected, isShown, notShown} from './until.ts';

export const keys = {
	up: '\u001B[A',
	down: '\u001B[B',
	right: '\u001B[C',
	left: '\u001B[D',
	home: '\u001B[H',
	end: '\u001B[F',
	pageUp: '\u001B[5~',
	pageDown: '\u001B[6~',
	delete: '\u001B[3~',
	shiftUp: '\u001B[1;2A',
	shiftDown: '\u001B[1;2B',
	shiftLeft: '\u001B[1;2D',
	shiftRight: '\u001B[1;2C',
	enter: '\r',
	altEnter: '\u001B\r',
	escape: '\u001B',
	tab: '\t',
	shiftTab: '\u001B[Z',
	backspace: '\u007F',
	space: ' ',
} as const;

/** The byte that a terminal sends for Ctrl and a letter. */
export const ctrl = (letter: string): string =>
	String.fromCharCode(letter.toLowerCase().charCodeAt(0) - 96);

/** Ink holds a lone escape back this long, to tell it from the beginning of a sequence. */
const escapeDelay = 20;
const patience = 15_000;

/**
 * Draws a tree with Ink in a headless terminal, as it would be in a real one (alternate screen, resize, raw keys). Call it inside a test: it is taken down at its end.
 * Wait for what is to be shown with `until`; nothing needs to sleep.
 */
export async function mount(
	tree: ReactElement,
	{
		columns = 60,
		rows = 14,
		screenReader = false,
	}: Partial<Size> & {screenReader?: boolean} = {},
) {
	const {terminal, text, cursor, styleOf} = createTerminal({columns, rows});
	const stdout = fakeStdout({columns, rows}, (data, done) =>
		terminal.write(data.replaceAll(/(?<!\r)\n/g, '\r\n'), done),
	);
	const stdin = fakeStdin();
	const app = render(tree, {
		stdout: stdout as unknown as NodeJS.WriteStream,
		stdin: stdin as unknown as NodeJS.ReadStream,
		interactive: true,
		// As the program itself does it.
		alternateScreen: !screenReader,
		isScreenReaderEnabled: screenReader,
		incrementalRendering: true,
		patchConsole: false,
		exitOnCtrlC: false,
		maxFps: 1000,
	});
	const exited = app.waitUntilExit();
	// Whoever waits for `exited` sees why; who does not wait is not told by a crash of the runner.
	exited.catch(() => undefined);

	/** Everything that was decided by now is on the screen. */
	const settle = async () => {
		await app.waitUntilRenderFlush();
		await new Promise<void>(resolve => terminal.write('', resolve));
	};
	/** The next change of the screen, or the end of patience. */
	const drawn = (deadline: AbortSignal) =>
		new Promise<void>(resolve => {
			const goOn = () => {
				drawing.dispose();
				deadline.removeEventListener('abort', goOn);
				resolve();
			};
			const drawing = terminal.onWriteParsed(goOn);
			deadline.addEventListener('abort', goOn);
		});
	const send = async (data: string) => {
		stdin.send(data);
		if (data === keys.escape) {
			await setTimeout(escapeDelay + 1);
		}
		await settle();
	};
	const unmount = async () => {
		app.unmount();
		await exited.catch(() => undefined);
	};
	onTestFinished(unmount);
	await settle();
	return {
		terminal,
		text,
		cursor,
		/** Colour and weight of the first place that shows a text. */
		styleOf,
		settle,
		unmount,
		exited,
		rerender: async (next: ReactElement) => {
			app.rerender(next);
			await settle();
		},
		/** Keys, one after the other. */
		async press(...sequences: string[]) {
			for (const data of sequences) {
				await send(data);
			}
		},
		/** Several keys within one tick. */
		burst: (data: string) => send(data),
		/** A text, letter by letter. */
		async type(typed: string) {
			for (const letter of typed) {
				await send(letter);
			}
		},
		paste: (pasted: string) => send(`\u001B[200~${pasted}\u001B[201~`),
		async resize(size: Size) {
			terminal.resize(size.columns, size.rows);
			Object.assign(stdout, size);
			stdout.emit('resize');
			await settle();
		},
		/** Waits until the screen shows something; fails with the screen. */
		async until(expected: Expected, milliseconds = patience) {
			const deadline = AbortSignal.timeout(milliseconds);
			for (;;) {
				await settle();
				if (isShown(text(), expected)) return text();
				if (deadline.aborted) throw notShown(text(), expected);
				await drawn(deadline);
			}
		},
	};
}

export type Screen = Awaited<ReturnType<typeof mount>>;

function fakeStdout(
	size: Size,
	write: (data: string, done?: () => void) => void,
) {
	return Object.assign(new EventEmitter(), {
		isTTY: true,
		...size,
		write(data: string, done?: () => void) {
			write(data, done);
			return true;
		},
	});
}

function fakeStdin() {
	const pending: string[] = [];
	const stdin = Object.assign(new EventEmitter(), {
		isTTY: true,
		setEncoding() {},
		setRawMode() {},
		resume() {},
		pause() {},
		ref() {},
		unref() {},
		read: () => pending.shift() ?? null,
		send(data: string) {
			pending.push(data);
			stdin.emit('readable');
		},
	});
	return stdin;
}

import {describe, expect, test} from 'vitest';
import {ctrl, keys} from '../helpers/screen.ts';
import {exportWith, open} from './program.tsx';

const files = {
	'WhatsApp Chat with Ada.txt': exportWith(20),
	'WhatsApp Chat with Ben.txt': exportWith(20, 'Mika', 'Ben'),
};

test('a window that is too small says so, and recovers', async () => {
	const program = await open({files, columns: 52, rows: 12});
	await program.until('Make the window at least 60×16 (now 52×12).');
	await program.resize({columns: 60, rows: 16});
	await program.until('❯ ◯ Ada');
	await program.resize({columns: 59, rows: 40});
	await program.until('now 59×40');
	await program.resize({columns: 140, rows: 40});
	await program.until('❯ ◯ Ada');
});

test.each([
	{columns: 60, rows: 16},
	{columns: 80, rows: 24},
	{columns: 140, rows: 50},
])('every row fits at $columns×$rows', async size => {
	const program = await open({files, ...size});
	await program.until('◯ Ben');
	for (const wide of [0, size.rows - 1]) {
		const row = program.text().split('\n')[wide] ?? '';
		expect(row.length).toBeLessThanOrEqual(size.columns);
	}
	expect(program.text().split('\n')[0]).toContain('twin-tui');
	expect(program.text().split('\n').at(-1)).toContain('? help');
});

test('the help lists the keys of the screen below, and closes', async () => {
	const program = await open({files});
	await program.until('◯ Ada');
	await program.press('?');
	await program.until('Keys on this screen');
	expect(program.text()).toMatch(/space\s+pick/);
	await program.press(keys.escape);
	await program.until('Which chats');
});

test('the filter narrows the list, and esc clears it', async () => {
	const program = await open({files});
	await program.until('◯ Ben');
	await program.press('/');
	await program.type('ben');
	await program.until('1 of 2');
	expect(program.text()).not.toContain('Ada');
	await program.press(keys.enter, 'a');
	await program.until('1 picked');
	await program.press(keys.escape);
	await program.until('◯ Ada');
});

test('keys of one burst are taken one after the other', async () => {
	const program = await open({files});
	await program.until('◯ Ben');
	await program.burst('jx\r');
	await program.until('Which one are you?');
	await program.until('this name wrote in the chat');
	await program.burst(`${keys.down}${keys.enter}`);
	await program.until('keeps');
});

test('what is in a chat cannot command the terminal', async () => {
	const evil = 'Eve\u001B[31m\u001B]0;owned\u0007 \u202E‮';
	const program = await open({
		files: {'a.txt': exportWith(20, 'Mika', evil)},
	});
	await program.until('Eve');
	await program.press('a', keys.enter);
	await program.until(/Eve/);
	expect(program.text()).not.toMatch(/owned|\[31m|\u202E/);
	expect(program.styleOf('Eve').colour).not.toBe('red');
});

describe('leaving', () => {
	test('Ctrl+C and q end the program', async () => {
		for (const key of [ctrl('c'), 'q']) {
			const program = await open({files});
			await program.until('◯ Ada');
			await program.press(key);
			await program.exited;
		}
	});

	test('an error inside the work of a screen ends the program with it', async () => {
		const program = await open({
			files,
			change: () => ({
				settings: () => Promise.reject(new Error('not foreseen')),
			}),
		});
		await expect(program.exited).rejects.toThrow('not foreseen');
	});
});

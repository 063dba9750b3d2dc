import {readFile, stat} from 'node:fs/promises';
import process from 'node:process';
import {describe, expect, onTestFinished, test} from 'vitest';
import {log, logPath} from '../../source/store/log.ts';
import {temporaryStore} from '../training/home.ts';

/** A log in a home of its own. */
async function begin(): Promise<void> {
	const before = process.env.TWIN_TUI_HOME;
	onTestFinished(() => {
		process.env.TWIN_TUI_HOME = before;
	});
	await temporaryStore();
}

describe('the log', () => {
	test('is the owner’s only, a line an entry', async () => {
		await begin();
		log('saving', new Error('No room.'));
		log('closing');
		const text = await readFile(logPath(), 'utf8');
		expect(text).toMatch(/^\S+Z saving Error: No room\.\n/);
		expect(text).toMatch(/\S+Z closing \n$/);
		expect((await stat(logPath())).mode & 0o777).toBe(0o600);
	});

	test('does not grow without an end: the older entries go', async () => {
		await begin();
		for (let count = 0; count < 400; count++)
			log(`entry ${count}`, 'x'.repeat(9000));
		const text = await readFile(logPath(), 'utf8');
		expect(text.length).toBeLessThanOrEqual(1_000_000);
		const numbers = [...text.matchAll(/^\S+Z entry (\d+) x{9000}$/gm)].map(
			([, number]) => Number(number),
		);
		expect(numbers.at(-1)).toBe(399);
		expect(numbers).toEqual(numbers.map((_, at) => 400 - numbers.length + at));
		expect(numbers.length).toBeGreaterThan(50);
		expect((await stat(logPath())).mode & 0o777).toBe(0o600);
	});

	test('keeps of a page that a server sent the beginning', async () => {
		await begin();
		log('asking', '<html>'.repeat(100_000));
		expect((await stat(logPath())).size).toBeLessThan(25_000);
	});
});

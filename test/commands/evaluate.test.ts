import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {evaluate, evaluateOptions} from '../../source/commands/evaluate.ts';
import {train} from '../../source/commands/train.ts';
import {trainOptions} from '../../source/commands/train-options.ts';
import {fakeIo} from '../helpers/io.ts';
import {chatsOf} from '../local/engine/author.ts';

const never = new AbortController().signal;

const jsonl = (examples: readonly object[]) =>
	examples.map(example => `${JSON.stringify(example)}\n`).join('');

async function trainedHome() {
	const home = await mkdtemp(path.join(tmpdir(), 'twin-tui-test-'));
	onTestFinished(() => rm(home, {recursive: true, force: true}));
	process.env.TWIN_TUI_HOME = home;
	const file = path.join(home, 'mia.jsonl');
	const validation = path.join(home, 'mia.validation.jsonl');
	await writeFile(file, jsonl(chatsOf(60, 1)));
	await writeFile(validation, jsonl(chatsOf(12, 2)));
	const options = trainOptions({json: true, name: 'Mia', validation});
	expect(await train(file, options, fakeIo(home).io, never)).toBe(0);
	return {home, validation};
}

describe('evaluate', () => {
	test('measures a twin beside the real replies and three baselines', async () => {
		const {home, validation} = await trainedHome();
		const {io, written} = fakeIo(home);
		const options = evaluateOptions({
			count: '24',
			recall: '0.7',
			show: '2',
			json: true,
		});
		expect(await evaluate(options, io, never)).toBe(0);
		const told = JSON.parse(written.stdout);
		expect(told.moments).toBe(24);
		expect(told.bitsPerCharacter).toBeGreaterThan(0);
		expect(told.bitsPerCharacter).toBeLessThan(2);
		expect(told.quoted).toBeGreaterThan(0.4);
		expect(told.quoted).toBeLessThan(1);
		expect(told.shown).toHaveLength(2);
		const rows = Object.fromEntries(
			told.rows.map((row: {name: string}) => [row.name, row]),
		);
		expect(Object.keys(rows)).toEqual([
			'the twin',
			'your real replies',
			'a random past reply',
			'the nearest past reply',
			'another person of these chats',
		]);
		expect(rows['your real replies']).toMatchObject({length: 0, habits: 0});
		expect(rows['another person of these chats'].auc).toBeGreaterThan(0.9);
		expect(rows['the twin'].auc).toBeLessThan(0.8);
		expect(rows['the twin'].relevance).toBeGreaterThan(
			rows['a random past reply'].relevance,
		);

		const table = fakeIo(home);
		expect(
			await evaluate(
				evaluateOptions({count: '12', validation}),
				table.io,
				never,
			),
		).toBe(0);
		expect(table.written.stdout).toMatch(
			/^Mia, on 12 moments that it never learnt; \d\.\d{3} bits per character/,
		);
		expect(table.written.stdout).toMatch(
			/^the nearest past reply( +[\d.–]+){8}$/m,
		);
	}, 60_000);

	test.each([
		[{recall: '2'}, /--recall has to be a number from 0 to 1/],
		[{count: 'many'}, /--count has to be a number/],
		[{temperature: ''}, /--temperature has to be a number/],
	])('refuses %j', (flags, sentence) => {
		expect(() => evaluateOptions(flags)).toThrow(sentence);
	});

	test('says what is missing', async () => {
		const home = await mkdtemp(path.join(tmpdir(), 'twin-tui-test-'));
		onTestFinished(() => rm(home, {recursive: true, force: true}));
		const {io, written} = fakeIo(home);
		expect(await evaluate(evaluateOptions({}), io, never)).toBe(1);
		expect(written.stderr).toMatch(/There is no twin yet/);
	});
});

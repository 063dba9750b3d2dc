import {
	appendFile,
	mkdtemp,
	readFile,
	rm,
	stat,
	truncate,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {categories, type Scores} from '../../source/moderation/types.ts';
import {openScores} from '../../source/store/scores.ts';

let data: string;
let file: string;

beforeEach(async () => {
	data = await mkdtemp(path.join(tmpdir(), 'scores-'));
	file = path.join(data, 'scores', 'test.jsonl');
});
afterEach(() => rm(data, {recursive: true}));

const scoresOf = (score: number): Scores => categories.map(() => score);

test('knows what was added, by any writing of the same text, in any later run', async () => {
	const store = openScores({data}, 'test');
	expect(await store.known(['ok'])).toEqual(new Map());
	await store.add(new Map([['caf\u00e9', scoresOf(0.123456)]]));
	await store.add(new Map([['ok', scoresOf(0)]]));
	const known = await openScores({data}, 'test').known([
		' cafe\u0301\n',
		'ok',
		'else',
	]);
	expect([...known]).toEqual([
		['caf\u00e9', scoresOf(0.1235)],
		['ok', scoresOf(0)],
	]);
});

test('keeps hashes and numbers for the owner alone, and no texts', async () => {
	await openScores({data}, 'test').add(new Map([['secret', scoresOf(0.5)]]));
	const [line = ''] = (await readFile(file, 'utf8')).split('\n');
	expect(JSON.parse(line)).toEqual({
		// SHA-256 of "secret", 128 bits.
		hash: 'K7gNU3sdo-OL0wNhqoVWhg',
		scores: scoresOf(0.5),
	});
	expect((await stat(file)).mode & 0o777).toBe(0o600);
	expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
});

test('does not mix scorers, nor lets their names lead elsewhere', async () => {
	await openScores({data}, '../../a/b').add(new Map([['ok', scoresOf(1)]]));
	expect(await openScores({data}, 'test').known(['ok'])).toEqual(new Map());
	expect(await readFile(path.join(data, 'scores', '.._.._a_b.jsonl'))).not.toBe(
		'',
	);
});

test('adds nothing for nothing', async () => {
	await openScores({data}, 'test').add(new Map());
	await expect(stat(file)).rejects.toThrow('ENOENT');
});

test('loses at most the line that a kill tears, at any byte, and goes on after it', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({min: 1, max: 150}), async cut => {
			await rm(file, {force: true});
			const store = openScores({data}, 'test');
			await store.add(new Map([['one', scoresOf(0.1)]]));
			const {size} = await stat(file);
			await store.add(new Map([['two', scoresOf(0.2)]]));
			await truncate(file, Math.min(size + cut, (await stat(file)).size));
			await store.add(new Map([['three', scoresOf(0.3)]]));
			const known = await store.known(['one', 'two', 'three']);
			expect(known.get('one')).toEqual(scoresOf(0.1));
			expect(known.get('three')).toEqual(scoresOf(0.3));
			if (known.has('two')) expect(known.get('two')).toEqual(scoresOf(0.2));
		}),
		{numRuns: 60},
	);
});

test.each([
	'{"hash":"K7gNU3sdo-OL0wNhqoVWhg"}',
	'{"hash":"K7gNU3sdo-OL0wNhqoVWhg","scores":[0.1]}',
	`{"hash":"K7gNU3sdo-OL0wNhqoVWhg","scores":${JSON.stringify(scoresOf(2))}}`,
	`{"hash":"K7gNU3sdo-OL0wNhqoVWhg","scores":${JSON.stringify(scoresOf(0)).replace('0', 'null')}}`,
	'null',
	'{"hash',
])('passes over a line that holds no scores: %s', async line => {
	const store = openScores({data}, 'test');
	await store.add(new Map([['ok', scoresOf(0.4)]]));
	await appendFile(file, `${line}\n`);
	expect([...(await store.known(['secret', 'ok']))]).toEqual([
		['ok', scoresOf(0.4)],
	]);
});

test('goes on where scores cannot be kept', async () => {
	await writeFile(path.join(data, 'scores'), 'a file where the folder goes');
	const store = openScores({data}, 'test');
	await store.add(new Map([['ok', scoresOf(0)]]));
	expect(await store.known(['ok'])).toEqual(new Map());
});

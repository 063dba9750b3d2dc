import {appendFile, mkdtemp, readFile, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {openVerdicts} from '../../source/store/verdicts.ts';

let data: string;
let file: string;
beforeEach(async () => {
	data = await mkdtemp(path.join(tmpdir(), 'verdicts-'));
	file = path.join(data, 'scores', 'by-hand.jsonl');
});
afterEach(() => rm(data, {recursive: true}));

test('the last decision about a text stands in any later run; one that was taken back does not', async () => {
	const store = openVerdicts({data});
	expect(await store.known(['a'])).toEqual(new Map());
	await store.add(
		new Map([
			['a', 'keep'],
			['b', 'drop'],
			['caf\u00e9', 'drop'],
		]),
	);
	await store.add(
		new Map([
			['a', 'drop'],
			['b', null],
		]),
	);
	const known = await openVerdicts({data}).known(['a', 'b', 'caf\u00e9', 'c']);
	expect([...known]).toEqual([
		['a', 'drop'],
		['caf\u00e9', 'drop'],
	]);
});

test('keeps no texts, for the owner alone', async () => {
	await openVerdicts({data}).add(new Map([['secret', 'keep']]));
	expect(await readFile(file, 'utf8')).toBe(
		'\n{"hash":"K7gNU3sdo-OL0wNhqoVWhg","verdict":"keep"}\n',
	);
	expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test.each(['{"hash":"K7gNU3sd', 'null', '{"hash":1,"verdict":"keep"}'])(
	'passes over a line that is torn or damaged: %s',
	async line => {
		const store = openVerdicts({data});
		await store.add(new Map([['a', 'keep']]));
		await appendFile(file, line);
		await store.add(new Map([['secret', 'drop']]));
		expect([...(await store.known(['a', 'secret']))]).toEqual([
			['a', 'keep'],
			['secret', 'drop'],
		]);
	},
);

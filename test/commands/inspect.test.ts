import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Writable} from 'node:stream';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {
	type InspectOptions,
	inspect,
	inspectOptions,
} from '../../source/commands/inspect.ts';
import {UsageError} from '../../source/commands/io.ts';

const text =
	'13/03/2024, 15:07 - Ana: hi\nthere\n13/03/2024, 15:08 - Ben: <Media omitted>\n13/03/2024, 15:09 - Ana left\n14/03/2024, 15:10 - Ana: This message was deleted\n';

let folder = '';
let file = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'inspect-'));
	file = join(folder, 'WhatsApp Chat with Ana.txt');
	writeFileSync(file, text);
});
afterEach(() => {
	rmSync(folder, {recursive: true, force: true});
});

/** A stream that keeps what is written; it fails with `error` after as many writes. */
function sink(fail?: {after: number; code: string}) {
	let written = '';
	let writes = 0;
	const stream = new Writable({
		highWaterMark: 64,
		write(chunk, _encoding, done) {
			writes++;
			if (fail && writes > fail.after)
				return done(Object.assign(new Error(fail.code), {code: fail.code}));
			written += chunk;
			setImmediate(done);
		},
	});
	return {stream, text: () => written};
}

async function run(paths: string[], options: Partial<InspectOptions> = {}) {
	const stdout = sink();
	const stderr = sink();
	const code = await inspect(
		paths,
		{json: false, messages: false, ...options},
		{stdout: stdout.stream, stderr: stderr.stream},
	);
	return {code, stdout: stdout.text(), stderr: stderr.text()};
}

describe('inspect', () => {
	test('of other files in a folder it says why they are left out, each with its own sentence', async () => {
		writeFileSync(join(folder, 'broken.zip'), 'PK\u0003\u0004 and no more');
		writeFileSync(join(folder, 'empty.txt'), '');
		writeFileSync(join(folder, 'notes.txt'), 'buy milk\n');
		const {code, stderr} = await run([folder]);
		expect(code).toBe(0);
		expect(stderr).toMatch(/broken\.zip is left out: The archive is damaged/);
		expect(stderr).toMatch(/empty\.txt is left out: The file is empty/);
		expect(stderr).toMatch(/notes\.txt is left out: This text is no WhatsApp/);
	});

	test('--json: one object per chat', async () => {
		const {code, stdout, stderr} = await run([file], {json: true});
		expect([code, stderr]).toEqual([0, '']);
		expect(
			stdout
				.trimEnd()
				.split('\n')
				.map(line => JSON.parse(line)),
		).toEqual([
			{
				file,
				title: 'Ana',
				platform: 'android',
				form: '00/00/0000, 00:00 - ',
				messages: 4,
				byKind: {text: 1, media: 1, system: 1, deleted: 1},
				participants: [
					{name: 'Ana', messages: 2},
					{name: 'Ben', messages: 1},
				],
				first: '2024-03-13T15:07:00',
				last: '2024-03-14T15:10:00',
				dateOrder: 'dmy',
				dateOrderCertain: true,
				lines: {total: 5, headers: 4, continuations: 1, unread: []},
				receipt: {blank: 0, unread: []},
				warnings: [],
			},
		]);
	});

	test('--messages: one object per message', async () => {
		const {code, stdout} = await run([file], {messages: true});
		expect(code).toBe(0);
		expect(
			stdout
				.trimEnd()
				.split('\n')
				.map(line => JSON.parse(line)),
		).toEqual([
			{
				file,
				timestamp: '2024-03-13T15:07:00',
				sender: 'Ana',
				text: 'hi\nthere',
				kind: 'text',
			},
			{
				file,
				timestamp: '2024-03-13T15:08:00',
				sender: 'Ben',
				text: '<Media omitted>',
				kind: 'media',
			},
			{
				file,
				timestamp: '2024-03-13T15:09:00',
				sender: null,
				text: 'Ana left',
				kind: 'system',
			},
			{
				file,
				timestamp: '2024-03-14T15:10:00',
				sender: 'Ana',
				text: 'This message was deleted',
				kind: 'deleted',
			},
		]);
	});

	test.each(['json', 'messages'])(
		'--%s: an unreadable file is a line, the rest goes on',
		async key => {
			const missing = join(folder, 'nope.txt');
			const {code, stdout, stderr} = await run([missing, file], {[key]: true});
			expect([code, stderr]).toEqual([1, '']);
			const lines = stdout
				.trimEnd()
				.split('\n')
				.map(line => JSON.parse(line));
			expect(lines[0]).toEqual({
				file: missing,
				error: 'There is no such file; check the path.',
			});
			expect(lines.length).toBe(key === 'json' ? 2 : 5);
		},
	);

	test('for people: a table, errors beside it', async () => {
		const missing = join(folder, 'nope.txt');
		const {code, stdout, stderr} = await run([file, missing]);
		expect(code).toBe(1);
		expect(stderr).toBe(`${missing}: There is no such file; check the path.\n`);
		expect(stdout).toBe(
			[
				'Ana',
				`  file      ${file}`,
				'  phone     Android',
				'  from      2024-03-13 15:07 to 2024-03-14 15:10',
				'  messages  4 (1 text, 1 media, 1 notice, 1 deleted)',
				'  people    Ana 2, Ben 1',
				'  dates     day, month, year',
				'  form      00/00/0000, 00:00 -',
				'  lines     5 = 4 headers + 1 continuations (0 blank) + 0 unread',
				'',
				'',
			].join('\n'),
		);
	});

	test('for people: nothing in a name commands the terminal', async () => {
		writeFileSync(
			file,
			'05.03.24, 15:07 - \u001B[2J\u001B]0;x\u0007Eve\u0008\u009B1m: hi\n',
		);
		const {stdout} = await run([file]);
		expect(stdout).toContain('Eve');
		expect(stdout).not.toMatch(/[\x00-\x09\x0B-\x1F\x7F-\x9F]/);
	});

	test('--date-order: where nothing decides, the owner does', async () => {
		writeFileSync(file, '03/05/2024, 15:07 - Ana: hi\n');
		for (const [dateOrder, first] of [
			['dmy', '2024-05-03T15:07:00'],
			['mdy', '2024-03-05T15:07:00'],
		] as const) {
			const {stdout} = await run([file], {json: true, dateOrder});
			expect(JSON.parse(stdout)).toMatchObject({
				first,
				dateOrder,
				dateOrderCertain: true,
				warnings: [],
			});
		}
	});

	test('flags become options', () => {
		expect(inspectOptions({})).toEqual({json: false, messages: false});
		expect(inspectOptions({json: true, 'date-order': 'mdy'})).toEqual({
			json: true,
			messages: false,
			dateOrder: 'mdy',
		});
		for (const order of ['ydm', '', 'toString'])
			expect(() => inspectOptions({'date-order': order})).toThrow(UsageError);
	});

	test('a reader that goes away ends it quietly', async () => {
		writeFileSync(file, text.repeat(2000));
		const stdout = sink({after: 1, code: 'EPIPE'});
		const code = await inspect(
			[file, file],
			{json: false, messages: true},
			{stdout: stdout.stream, stderr: sink().stream},
		);
		expect(code).toBe(0);
		expect(stdout.text()).not.toBe('');
	});

	test('any other failure of the output is not hidden', async () => {
		writeFileSync(file, text.repeat(2000));
		const stdout = sink({after: 0, code: 'ENOSPC'});
		await expect(
			inspect(
				[file],
				{json: false, messages: true},
				{stdout: stdout.stream, stderr: sink().stream},
			),
		).rejects.toThrow('ENOSPC');
	});
});

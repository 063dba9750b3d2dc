import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {ReadEvent} from '../../../source/chats/files/events.ts';
import {
	type ReadExportsOptions,
	readExports,
} from '../../../source/chats/files/read.ts';
import {zip} from '../../helpers/zip.ts';

const line = '13.03.24, 15:07 - Ana: schön 😀 и\n13.03.24, 15:08 - Ben: ho\n';
/** So much that it is read in threads. */
const large = line.repeat(20_000);

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'threads-'));
});
afterEach(() => {
	rmSync(folder, {recursive: true, force: true});
});

function put(name: string, content: string | Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

async function read(
	paths: string[],
	options: ReadExportsOptions = {},
): Promise<ReadEvent[]> {
	const {signal} = new AbortController();
	const events: ReadEvent[] = [];
	for await (const event of readExports(paths, signal, options))
		events.push(event);
	return events;
}

describe('reading in threads', () => {
	test('gives what reading here gives', async () => {
		const path = put(
			'WhatsApp Chat mit Ana.txt',
			`${large}13.03.24, 15:09 - Ana hat die Gruppe verlassen\n13.03.24, 15:09 - Ana: <Medien ausgeschlossen>\n`,
		);
		expect(await read([path])).toEqual(await read([path], {screen: false}));
	});

	test('keeps the order of the files, whatever takes longest', async () => {
		const paths = [
			put('a.txt', large),
			put('b.txt', 'nothing'),
			put('c.txt', line),
			put(
				'd.zip',
				zip([
					{name: 'one.txt', content: line},
					{name: 'two.txt', content: line.replaceAll('Ana', 'Cara')},
				]),
			),
			join(folder, 'missing.txt'),
			put('e.txt', large),
		];
		const [found, ...events] = await read(paths);
		expect(found).toMatchObject({files: paths.filter((_, n) => n !== 4)});
		expect(
			events.map(event =>
				event.type === 'chat'
					? event.chat.file.slice(folder.length + 1)
					: event.type === 'unreadable' && event.error.slice(0, 16),
			),
		).toEqual([
			'a.txt',
			'This text is no ',
			'c.txt',
			'd.zip:one.txt',
			'd.zip:two.txt',
			'There is no such',
			'e.txt',
		]);
	});

	test('ends when it is told to', async () => {
		const paths = [put('a.txt', large), put('b.txt', large)];
		const controller = new AbortController();
		const events = readExports(paths, controller.signal);
		await events.next();
		const next = events.next();
		controller.abort(new Error('enough'));
		await expect(next).rejects.toThrow('enough');
		expect(await events.next()).toEqual({done: true, value: undefined});
	});

	test('may be left in the middle', async () => {
		const paths = [put('a.txt', large), put('b.txt', large)];
		for await (const event of readExports(paths, new AbortController().signal))
			if (event.type === 'chat') break;
	});
});

describe('an order of day and month that nothing decides', () => {
	const open = '3/5/24, 15:07 - Ana: hi\n3/6/24, 15:08 - Ben: ho\n';
	const dayFirst = '13/5/24, 15:07 - Ana: hi\n';
	const monthFirst = '5/13/24, 15:07 - Cara: hi\n';
	const chatsOf = async (...contents: string[]) => {
		const paths = contents.map((content, n) => put(`${n}.txt`, content));
		return (await read(paths)).flatMap(event =>
			event.type === 'chat'
				? [
						{
							first: event.chat.messages.at(0)?.timestamp.slice(0, 10),
							certain: event.chat.dateOrderCertain,
							notes: event.chat.warnings.join(' '),
						},
					]
				: [],
		);
	};

	test('is that of the other exports, before or behind it', async () => {
		const day = {first: '2024-05-03', certain: true};
		expect(await chatsOf(open, dayFirst)).toMatchObject([day, {}]);
		const month = {
			first: '2024-03-05',
			certain: true,
			notes: expect.stringMatching(/read like the other exports/),
		};
		expect(await chatsOf(monthFirst, open, open)).toMatchObject([
			{},
			month,
			month,
		]);
	});

	test('stays open where they disagree, or there are none', async () => {
		const undecided = {first: '2024-05-03', certain: false};
		expect(await chatsOf(open, dayFirst, monthFirst)).toMatchObject([
			undecided,
			{},
			{},
		]);
		expect(await chatsOf(open)).toMatchObject([undecided]);
	});

	test('is what the owner says', async () => {
		const path = put('a.txt', open);
		const [, event] = await read([path], {dateOrder: 'mdy'});
		const chat = event?.type === 'chat' ? event.chat : null;
		expect(chat).toMatchObject({dateOrder: 'mdy', dateOrderCertain: true});
		expect(chat?.messages.at(0)?.timestamp).toBe('2024-03-05T15:07:00');
	});
});

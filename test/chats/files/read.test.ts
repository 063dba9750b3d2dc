import {
	chmodSync,
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {ReadEvent} from '../../../source/chats/files/events.ts';
import {defaultFolders, findTargets} from '../../../source/chats/files/find.ts';
import {readExports} from '../../../source/chats/files/read.ts';
import {messagesOf} from '../../helpers/messages.ts';
import {type ZipFile, zip} from '../../helpers/zip.ts';

const fixtures = fileURLToPath(
	new URL('../../../fixtures/exports', import.meta.url),
);
const signal = new AbortController().signal;
const text = '05.03.24, 15:07 - Ana: hi\n05.03.24, 15:08 - Ben: ho\n';
const other = '[05.03.24, 15:07:09] Cara: hi\n[05.03.24, 15:08:09] Ben: ho\n';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'exports-'));
});
afterEach(() => {
	rmSync(folder, {recursive: true, force: true});
});

function put(name: string, content: string | Uint8Array): string {
	const path = join(folder, name);
	mkdirSync(join(path, '..'), {recursive: true});
	writeFileSync(path, content);
	return path;
}

const putZip = (name: string, ...files: ZipFile[]) => put(name, zip(files));

async function read(...paths: string[]): Promise<ReadEvent[]> {
	const events: ReadEvent[] = [];
	for await (const event of readExports(paths, signal)) events.push(event);
	return events;
}

/** What came of one path: the chats as `[file, title, texts]`, or the sentence. */
async function outcome(path: string) {
	const [found, ...events] = await read(path);
	expect(found?.type).toBe('found');
	return events.map(event => {
		if (event.type === 'chat')
			return [
				event.chat.file,
				event.chat.title,
				messagesOf(event.chat)
					?.map(each => each.text)
					.join('|'),
			];
		return event.type === 'unreadable' ? event.error : event;
	});
}

describe('text files', () => {
	test('have their path and the title of their name', async () => {
		const path = put('WhatsApp Chat with Ana.txt', text);
		expect(await outcome(path)).toEqual([[path, 'Ana', 'hi|ho']]);
	});

	test('in an unpacked archive have the title of the folder', async () => {
		const path = put('WhatsApp Chat - Cara/_chat.txt', other);
		expect(await outcome(path)).toEqual([[path, 'Cara', 'hi|ho']]);
	});

	test.each([
		['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${text}`)],
		['UTF-16 with a byte-order mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
		['UTF-16 without one', Buffer.from(text, 'utf16le')],
		[
			'UTF-16 of the other byte order',
			Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
		],
		['any name', Buffer.from(text)],
	])('%s', async (_what, bytes) => {
		const path = put('notes.md', bytes);
		expect(await outcome(path)).toEqual([[path, 'Ana, Ben', 'hi|ho']]);
	});

	test('Latin-1 is read and said', async () => {
		const path = join(fixtures, 'odd/latin-1.txt');
		const [, event] = await read(path);
		const chat = event?.type === 'chat' ? event.chat : null;
		expect(messagesOf(chat)).toMatchObject([
			{sender: 'Zoë', text: 'grüß dich, schöne Grüße'},
			{},
		]);
		expect(chat?.warnings).toEqual([
			'The file was saved in another encoding (Latin-1); letters are right, but emoji may be lost.',
		]);
	});

	test('a character cut at the end does not make a file Latin-1', async () => {
		const bytes = Buffer.from(`${text}05.03.24, 15:09 - Ana: schön grün 😀`);
		const path = put('cut.txt', bytes.subarray(0, -1));
		expect(await outcome(path)).toEqual([
			[path, 'Ana, Ben', 'hi|ho|schön grün \uFFFD'],
		]);
	});
});

describe('files that cannot be read get a sentence', () => {
	test.each<[string, string | Uint8Array, RegExp]>([
		['empty', '', /is empty; export the chat/],
		['blank', '\uFEFF \n\n', /is empty; export the chat/],
		[
			'binary',
			Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0]),
			/no text; give the \.txt or \.zip/,
		],
		[
			'prose',
			'Dear diary,\nnothing happened.\n',
			/no WhatsApp export: no line begins/,
		],
		[
			'an archive cut off',
			zip([{name: '_chat.txt', content: text}]).subarray(0, 60),
			/damaged/,
		],
		[
			'an archive of something else',
			zip([{name: 'a.jpg', content: 'x'}]),
			/No chat is in this archive/,
		],
		['an empty archive', zip([]), /No chat is in this archive/],
		[
			'an archive with another text',
			zip([{name: 'readme.txt', content: 'hello\n'}]),
			/No chat is in this archive/,
		],
		[
			'an encrypted archive',
			zip([{name: '_chat.txt', content: text, encrypted: true}]),
			/encrypted; unpack it/,
		],
		[
			'an unknown method',
			zip([{name: '_chat.txt', content: text, method: 97}]),
			/packed in a way that cannot be read/,
		],
		[
			'an archive that claims gigabytes',
			zip([
				{name: '_chat.txt', content: text, claimed: {uncompressed: 0xfff00000}},
			]),
			/far more text than a chat can have/,
		],
		[
			'an archive that fills memory',
			zip([{name: '_chat.txt', content: `${text}${'a'.repeat(20_000_000)}`}]),
			/far more text than a chat can have/,
		],
		[
			'an archive with more text than it claims',
			zip([
				{
					name: '_chat.txt',
					content: text.repeat(500),
					claimed: {uncompressed: 100},
				},
			]),
			/damaged/,
		],
		[
			'damaged data',
			zip([{name: '_chat.txt', content: text.repeat(50)}]).map((byte, at) =>
				at > 45 && at < 60 ? 0xff : byte,
			),
			/damaged/,
		],
	])('%s', async (_what, content, sentence) => {
		const path = put('export', content);
		const events = await outcome(path);
		expect(events).toHaveLength(1);
		expect(events[0]).toMatch(sentence);
		expect(events[0]).toMatch(/^[A-Z][^\n]*\.$/);
	});

	test('a text that is named .zip', async () => {
		expect(await outcome(put('a.zip', text))).toEqual([
			expect.stringMatching(/damaged/),
		]);
	});

	test('a missing file', async () => {
		expect(await outcome(join(folder, 'nope.txt'))).toEqual([
			'There is no such file; check the path.',
		]);
	});

	test('a folder without exports', async () => {
		put('a.txt', 'nothing');
		expect(await outcome(folder)).toEqual([
			expect.stringMatching(/^No WhatsApp export is in this folder/),
		]);
	});

	test.skipIf(process.getuid?.() === 0)(
		'a file without permission',
		async () => {
			const path = put('a.txt', text);
			chmodSync(path, 0);
			expect(await outcome(path)).toEqual([
				expect.stringMatching(/may not be read; allow it/),
			]);
		},
	);

	test('the rest goes on, in the order given', async () => {
		const good = put('WhatsApp Chat with Ana.txt', text);
		const bad = put('bad.txt', 'nothing');
		const events = await read(bad, good, join(folder, 'nope'));
		expect(events.map(({type}) => type)).toEqual([
			'found',
			'unreadable',
			'chat',
			'unreadable',
		]);
		expect(events[0]).toEqual({
			type: 'found',
			files: [bad, good],
			others: [],
		});
	});
});

describe('archives', () => {
	test('of an iPhone: the title is in the archive’s name', async () => {
		const path = putZip(
			'WhatsApp Chat - Cara.zip',
			{
				name: '00000003-PHOTO-2024-03-05-15-07-09.jpg',
				content: Buffer.alloc(200, 7),
			},
			{name: '_chat.txt', content: other},
		);
		expect(await outcome(path)).toEqual([[path, 'Cara', 'hi|ho']]);
	});

	test('of an Android phone: the text is named like the archive', async () => {
		const path = putZip('WhatsApp Chat with Ana.zip', {
			name: 'WhatsApp Chat with Ana.txt',
			content: text,
			method: 0,
		});
		expect(await outcome(path)).toEqual([[path, 'Ana', 'hi|ho']]);
	});

	test('decoys are no chats', async () => {
		const chat = `${text}05.03.24, 15:09 - Ana: old chat.txt (file attached)\n`;
		const path = putZip(
			'export.zip',
			{name: '__MACOSX/._WhatsApp Chat with Ana.txt', content: text},
			{name: '.hidden.txt', content: text},
			{name: 'old chat.txt', content: other},
			{name: 'song.txt', content: 'la la la\n'},
			{name: 'folder.txt/', content: ''},
			{name: 'WhatsApp Chat with Ana.txt', content: chat},
		);
		expect(await outcome(path)).toEqual([
			[path, 'Ana', 'hi|ho|old chat.txt (file attached)'],
		]);
	});

	test('beside _chat.txt every text was sent', async () => {
		const path = putZip(
			'x.zip',
			{name: '00000007-notes.txt', content: text},
			{name: '_chat.txt', content: other},
		);
		expect(await outcome(path)).toEqual([[path, 'Cara, Ben', 'hi|ho']]);
	});

	test('several chats in one are several', async () => {
		const path = putZip(
			'both.zip',
			{name: 'WhatsApp Chat with Ana.txt', content: text},
			{name: 'WhatsApp Chat - Cara/_chat.txt', content: other},
			{
				name: 'WhatsApp Chat with Dora.txt',
				content: text.replaceAll('Ana', 'Dora'),
			},
		);
		expect(await outcome(path)).toEqual([
			[`${path}:WhatsApp Chat with Ana.txt`, 'Ana', 'hi|ho'],
			[`${path}:WhatsApp Chat - Cara/_chat.txt`, 'Cara', 'hi|ho'],
			[`${path}:WhatsApp Chat with Dora.txt`, 'Dora', 'hi|ho'],
		]);
	});
});

describe('findTargets', () => {
	const inFolder = (path: string) => path.slice(folder.length + 1);
	const found = async (...paths: string[]) =>
		(await findTargets(paths, signal)).targets
			.filter(target => !('error' in target))
			.map(({file}) => inFolder(file));

	test('folders: by content, whatever the name, two deep', async () => {
		put('b.txt', text);
		put('a.TXT', other);
		put('prose.txt', 'nothing');
		put('one/c.txt', text);
		put('one/two/d.txt', text);
		put('one/two/three/e.txt', text);
		put('.hidden/f.txt', text);
		put('.g.txt', text);
		put('node_modules/h.txt', text);
		put('photo.jpg', text);
		putZip(
			'chat.zip',
			{name: 'photo.jpg', content: 'x'},
			{name: '_chat.txt', content: other},
		);
		putZip('other.zip', {name: 'readme.txt', content: 'x'});
		put('broken.zip', 'PK\x03\x04');
		expect(await found(folder)).toEqual([
			'a.TXT',
			'b.txt',
			'chat.zip',
			'one/c.txt',
			'one/two/d.txt',
		]);
		const {others} = await findTargets([folder], signal);
		expect(others.map(inFolder)).toEqual([
			'broken.zip',
			'other.zip',
			'prose.txt',
		]);
	});

	test('files are taken as given, each once', async () => {
		const path = put('a.txt', 'nothing');
		const good = put('b.txt', text);
		expect(await found(path, path, folder, good)).toEqual(['a.txt', 'b.txt']);
		expect(await found(join(folder, 'nope'))).toEqual([]);
	});

	test('a folder that cannot be listed is skipped', async () => {
		put('in/a.txt', text);
		put('b.txt', text);
		if (process.getuid?.() !== 0) chmodSync(join(folder, 'in'), 0);
		expect(await found(folder)).toContain('b.txt');
		chmodSync(join(folder, 'in'), 0o700);
	});

	test('stops when it is told to', async () => {
		put('a.txt', text);
		await expect(findTargets([folder], AbortSignal.abort())).rejects.toThrow();
		const reading = readExports([folder], AbortSignal.abort());
		await expect(reading.next()).rejects.toThrow();
	});

	test('the working folder is looked at without being asked', () => {
		expect(defaultFolders()).toContain(resolve('.'));
	});

	test('all fixtures are found', async () => {
		for (const name of ['en', 'de', 'es', 'pt', 'fr'])
			expect(
				(await findTargets([join(fixtures, name)], signal)).targets,
			).toHaveLength(2);
		copyFileSync(join(fixtures, 'odd/utf-16.txt'), join(folder, 'utf-16.txt'));
		expect(await found(folder)).toEqual(['utf-16.txt']);
	});
});

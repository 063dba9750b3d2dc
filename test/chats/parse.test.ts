import {readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseExport} from '../../source/chats/parse.ts';
import {summarise} from '../../source/chats/summary.ts';
import {messagesOf} from '../helpers/messages.ts';

const exportsFolder = new URL('../../fixtures/exports/', import.meta.url);

function readFixture(file: string) {
	const text = readFileSync(new URL(file, exportsFolder), 'utf8');
	return parseExport(text, {path: file, name: basename(file)});
}

function read(text: string) {
	const chat = parseExport(text, {path: 'x', name: 'x'});
	if (!chat) throw new Error('no export');
	return chat;
}

const fixtures: [string, object][] = [
	[
		'en/WhatsApp Chat with Maya Okafor.txt',
		{
			title: 'Maya Okafor',
			platform: 'android',
			byKind: {text: 6, media: 7, system: 2, deleted: 2},
			participants: [
				{name: 'Tom Reed', messages: 8},
				{name: 'Maya Okafor', messages: 7},
			],
			first: '2024-03-05T09:58:00',
			last: '2024-03-14T19:06:00',
			dateOrder: 'dmy',
			lines: {total: 26, headers: 17, continuations: 9, unread: []},
		},
	],
	[
		'en/_chat.txt',
		{
			title: 'Priya, Dan Whitlock, +351\u00A0912\u00A0345\u00A0678…',
			platform: 'ios',
			byKind: {text: 6, media: 6, system: 5, deleted: 1},
			first: '2024-03-05T09:58:01',
			last: '2024-03-06T21:47:00',
			dateOrder: 'mdy',
		},
	],
	[
		'de/WhatsApp Chat mit Jana Vogt.txt',
		{
			title: 'Jana Vogt',
			platform: 'android',
			byKind: {text: 5, media: 5, system: 3, deleted: 2},
			dateOrder: 'dmy',
		},
	],
	[
		'de/_chat.txt',
		{
			platform: 'ios',
			byKind: {text: 3, media: 6, system: 4, deleted: 1},
			first: '2024-03-05T21:07:09',
			dateOrder: 'dmy',
		},
	],
	[
		'es/Chat de WhatsApp con Lucía Prado.txt',
		{
			title: 'Lucía Prado',
			platform: 'android',
			byKind: {text: 4, media: 4, system: 2, deleted: 2},
			last: '2024-03-13T12:30:00',
			dateOrder: 'dmy',
		},
	],
	[
		'es/_chat.txt',
		{
			platform: 'ios',
			byKind: {text: 3, media: 4, system: 3, deleted: 1},
			dateOrder: 'dmy',
		},
	],
	[
		'pt/Conversa do WhatsApp com Rafael Nunes.txt',
		{
			title: 'Rafael Nunes',
			platform: 'android',
			byKind: {text: 4, media: 4, system: 2, deleted: 2},
			dateOrder: 'dmy',
		},
	],
	[
		'pt/_chat.txt',
		{
			platform: 'ios',
			byKind: {text: 3, media: 3, system: 3, deleted: 1},
			dateOrder: 'dmy',
		},
	],
	[
		'fr/Discussion WhatsApp avec Élodie Marchand.txt',
		{
			title: 'Élodie Marchand',
			platform: 'android',
			byKind: {text: 3, media: 3, system: 3, deleted: 2},
			dateOrder: 'dmy',
		},
	],
	[
		'fr/_chat.txt',
		{
			platform: 'ios',
			byKind: {text: 2, media: 6, system: 3, deleted: 1},
			dateOrder: 'dmy',
		},
	],
];

describe('exports in five languages', () => {
	test.each(fixtures)('%s', (file, expected) => {
		const chat = readFixture(file);
		expect(chat && summarise(chat)).toMatchObject({
			file,
			dateOrderCertain: true,
			warnings: [],
			...expected,
		});
	});

	test('groups are no people, and the owner of a phone number is one', () => {
		const chat = readFixture('en/_chat.txt');
		const names = chat && summarise(chat).participants.map(({name}) => name);
		expect(names).toEqual([
			'Priya',
			'Dan Whitlock',
			'+351\u00A0912\u00A0345\u00A0678',
			'~\u202FRui',
		]);
	});
});

describe('odd exports', () => {
	const texts = (file: string) =>
		messagesOf(readFixture(`odd/${file}`))?.map(({text}) => text);

	test('a byte-order mark does not cost the first message', () => {
		expect(texts('bom-first-message.txt')).toEqual([
			'Frohe Weihnachten',
			'dir auch',
		]);
	});

	test('2024/3/5 is the fifth of March', () => {
		expect(
			messagesOf(readFixture('odd/year-first.txt'))?.map(
				({timestamp}) => timestamp,
			),
		).toEqual([
			'2024-03-05T15:07:00',
			'2024-03-05T15:08:00',
			'2024-04-02T09:00:00',
		]);
	});

	test('a header behind a bare line feed is pasted text where messages end with CR LF', () => {
		const chat = readFixture('odd/pasted-headers.txt');
		expect(messagesOf(chat)).toHaveLength(4);
		expect(chat?.messages.at(0)?.text).toBe(
			'schau was er schrieb:\n[04.03.24, 10:00:00] Max: komme nicht\n[04.03.24, 10:01:00] Max: sorry',
		);
		expect(chat?.lines).toEqual({
			total: 6,
			headers: 4,
			continuations: 2,
			unread: [],
		});
	});

	test('notices with a colon make no people', () => {
		const chat = readFixture('odd/notices-with-colons.txt');
		expect(chat && summarise(chat).participants.map(({name}) => name)).toEqual([
			'Ana',
			'Carla',
			'Dr. Who - Tardis',
		]);
	});

	test('Arabic digits and marks', () => {
		expect(messagesOf(readFixture('odd/arabic-ios.txt'))).toEqual([
			{
				timestamp: '2024-03-05T15:07:09',
				sender: 'ليلى',
				text: 'تم حذف هذه الرسالة',
				kind: 'deleted',
			},
			{
				timestamp: '2024-03-05T15:08:00',
				sender: 'سامي',
				text: 'مرحبا',
				kind: 'text',
			},
			{
				timestamp: '2024-03-25T09:00:00',
				sender: 'ليلى',
				text: 'صباح الخير',
				kind: 'text',
			},
		]);
	});

	test('Solar Hijri dates; joiners survive', () => {
		expect(messagesOf(readFixture('odd/persian-calendar.txt'))).toEqual([
			{
				timestamp: '2024-03-05T15:07:00',
				sender: 'مینا',
				text: 'می\u200Cخواهم بیایم',
				kind: 'text',
			},
			{
				timestamp: '2024-03-20T00:05:00',
				sender: 'رضا',
				text: 'نوروز مبارک 👨\u200D👩\u200D👧',
				kind: 'text',
			},
		]);
	});

	test('exports of old iPhones', () => {
		const chat = readFixture('odd/legacy-ios.txt');
		expect(chat?.platform).toBe('ios');
		expect(messagesOf(chat)).toMatchObject([
			{
				sender: null,
				text: 'You created group “Kino: Freitag”',
				kind: 'system',
			},
			{
				timestamp: '2016-03-15T20:11:30',
				sender: 'Ana',
				text: 'wer ist dabei?',
			},
			{sender: 'Ben', text: 'ich: immer'},
		]);
	});

	test('only line feeds end lines, and no Unicode form is changed', () => {
		expect(texts('separators-in-text.txt')).toEqual([
			'one\u2028two\u2029three\u0085four\u000Bfive\u000Csix',
			'👩\u200D🚀 e\u0301 é \uFB01',
		]);
	});

	test.each(['not-an-export.txt', 'empty.txt', 'blank.txt'])(
		'%s is none',
		file => {
			expect(readFixture(`odd/${file}`)).toBeNull();
		},
	);
});

describe('every line is accounted for', () => {
	const one = '05.03.24, 15:07 - Ana: x';
	test.each<[string, string, [number, number, number, number[]], string[]]>([
		['no final newline', one, [1, 1, 0, []], ['x']],
		['a final newline ends the last line', `${one}\n`, [1, 1, 0, []], ['x']],
		[
			'blank lines at the end are continuations',
			`${one}\n\n\n`,
			[3, 1, 2, []],
			['x'],
		],
		[
			'blank lines inside are text',
			`${one}\n\ny\n${one}\n`,
			[4, 2, 2, []],
			['x\n\ny', 'x'],
		],
		[
			'a blank line behind a message is text',
			`${one}\n\n${one}\n`,
			[3, 2, 1, []],
			['x\n', 'x'],
		],
		[
			'lines before the first header are unread',
			`a\n\n${one}\n`,
			[3, 1, 0, [1, 2]],
			['x'],
		],
		['CR LF', `${one}\r\ny\r\n${one}\r\n`, [3, 2, 1, []], ['x\ny', 'x']],
		['CR alone', `${one}\ry\r${one}\r`, [3, 2, 1, []], ['x\ny', 'x']],
		[
			'blank lines at the end with CR LF',
			`${one}\r\n\r\n`,
			[2, 1, 1, []],
			['x'],
		],
		[
			'a second byte-order mark',
			`${one}\n\uFEFF${one}\n`,
			[2, 2, 0, []],
			['x', 'x'],
		],
		[
			'a second export of another form',
			`${one}\n\uFEFF[2024-03-05, 3:08:00 PM] Ben: y\n`,
			[2, 2, 0, []],
			['x', 'y'],
		],
	])('%s', (_what, text, [total, headers, continuations, unread], texts) => {
		const chat = read(text);
		expect(chat.lines).toEqual({total, headers, continuations, unread});
		expect(messagesOf(chat)?.map(each => each.text)).toEqual(texts);
	});

	test('unread lines have a warning', () => {
		expect(read(`a\n${one}`).warnings).toEqual([
			'Line 1 stands before the first message and is not read.',
		]);
		expect(read(`a\nb\n${one}`).warnings).toEqual([
			'The first 2 lines stand before the first message and are not read.',
		]);
	});

	test('a long text with one line like a header is no export', () => {
		const text = `${'prose\n'.repeat(30)}${one}\n`;
		expect(parseExport(text, {path: 'x', name: 'x'})).toBeNull();
	});
});

describe("WhatsApp's limit", () => {
	const many = (count: number, body: string) =>
		read(`05.03.24, 15:07 - Ana: ${body}\n`.repeat(count)).warnings;

	test.each([
		[39_900, 'x', 1],
		[40_100, 'x', 1],
		[39_000, 'x', 0],
		[10_000, 'x', 0],
		[10_000, 'IMG-20240305-WA0001.jpg (file attached)', 1],
		[10_000, '<Media omitted>', 0],
	])('%i messages "%s": %i warnings', (count, body, warnings) => {
		expect(many(count, body)).toHaveLength(warnings);
	});
});

describe('titles', () => {
	test.each([
		['WhatsApp Chat with Ana.txt', 'Ana'],
		['WhatsApp Chat with Ana (1).txt', 'Ana'],
		['WhatsApp_Chat_with_Ana_Lee.txt', 'Ana Lee'],
		['WhatsApp-Chat-with-Ana.txt', 'Ana'],
		['WhatsApp Chat - Ana & Co.zip', 'Ana & Co'],
		['WhatsApp Chat mit +49 170 1234567.txt', '+49 170 1234567'],
		['Chat de WhatsApp con Lucía.txt', 'Lucía'],
		['Chat WhatsApp con Lucía.txt', 'Lucía'],
		['Conversa do WhatsApp com Bia.txt', 'Bia'],
		['Conversa no WhatsApp com Bia.txt', 'Bia'],
		['Discussion WhatsApp avec Zoe\u0301.txt', 'Zo\u00E9'],
		['Чат WhatsApp с контактом Аня.txt', 'Аня'],
		['Чат WhatsApp с Аня.txt', 'Аня'],
		['Chat WhatsApp s uživatelem Petr.txt', 'Petr'],
		['与李雷的 WhatsApp 聊天.txt', '李雷'],
		['與李雷的 WhatsApp 對話.txt', '李雷'],
		['notes.txt', 'Ana, Ben'],
		['_chat.txt', 'Ana, Ben'],
	])('%s: %s', (name, title) => {
		const text = '05.03.24, 15:07 - Ana: x\n05.03.24, 15:07 - Ben: x\n';
		expect(parseExport(text, {path: name, name})?.title).toBe(title);
	});

	test('a chat of notices is named by its file', () => {
		const text = '05.03.24, 15:07 - Ana left\n';
		expect(parseExport(text, {path: 'x', name: 'family.txt'})?.title).toBe(
			'family',
		);
	});
});

import {readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Chat} from '../../source/chats/message.ts';
import {parseExport} from '../../source/chats/parse.ts';
import {summarise} from '../../source/chats/summary.ts';
import {messagesOf} from '../helpers/messages.ts';

function read(file: string): Chat {
	const url = new URL(`../../fixtures/exports/${file}`, import.meta.url);
	const text = readFileSync(url, 'utf8');
	const chat = parseExport(text, {path: file, name: basename(file)});
	if (!chat) throw new Error('no export');
	return chat;
}

describe('exports in further languages', () => {
	test.each<[string, object]>([
		[
			"he/צ'אט WhatsApp עם נועה.txt",
			{
				title: 'נועה',
				platform: 'android',
				byKind: {text: 3, media: 2, system: 1, deleted: 1},
				first: '2024-03-05T21:04:00',
			},
		],
		[
			'ru/_chat.txt',
			{
				platform: 'ios',
				byKind: {text: 2, media: 3, system: 3, deleted: 1},
				participants: [
					{name: 'Лена', messages: 3},
					{name: 'Олег', messages: 3},
				],
			},
		],
		[
			'tr/_chat.txt',
			{platform: 'ios', byKind: {text: 2, media: 2, system: 2, deleted: 1}},
		],
		[
			'hi/_chat.txt',
			{
				platform: 'ios',
				byKind: {text: 2, media: 2, system: 1, deleted: 1},
				first: '2024-03-05T21:07:09',
			},
		],
		[
			'ja/WhatsApp Chat - 家族.txt',
			{
				title: '家族',
				byKind: {text: 2, media: 1, system: 1, deleted: 1},
				last: '2024-03-06T00:05:00',
				dateOrder: 'ymd',
			},
		],
		[
			'vi/_chat.txt',
			{
				byKind: {text: 2, media: 1, system: 1, deleted: 1},
				last: '2024-03-25T09:09:00',
			},
		],
	])('%s', (file, expected) => {
		expect(summarise(read(file))).toMatchObject({
			dateOrderCertain: true,
			warnings: [],
			...expected,
		});
	});
});

describe('rare exports', () => {
	const days = (file: string) =>
		messagesOf(read(`odd/${file}`))?.map(({timestamp}) =>
			timestamp.slice(0, 10),
		);

	test('names of months, and years left out', () => {
		expect(days('legacy-android.txt')).toEqual([
			'2014-11-28',
			'2014-11-28',
			'2014-12-31',
			'2015-01-01',
			'2015-08-09',
		]);
		expect(read('odd/legacy-android.txt').messages.at(2)?.text).toBe(
			'happy new year\nat 20:14, 28 Nov we met',
		);
		expect(read('odd/no-year.txt').warnings).toHaveLength(1);
	});

	test('years of a Japanese era', () => {
		expect(days('japanese-era.txt')).toEqual(['2022-03-25', '2022-04-01']);
	});

	test('two exports in one file', () => {
		expect(days('joined.txt')).toEqual([
			'2024-03-25',
			'2024-03-26',
			'2024-04-13',
			'2024-04-14',
		]);
	});

	test('a name with ": " in it', () => {
		const {messages} = read('odd/name-with-colon.txt');
		expect([...messages].map(({sender}) => sender)).toEqual([
			'Team: Ana',
			'Ben',
			'Team: Ana',
			'Team: Ana',
		]);
	});
});

import {describe, expect, test} from 'vitest';
import type {DateOrder} from '../../source/chats/message.ts';
import {parseExport} from '../../source/chats/parse.ts';
import {messagesOf} from '../helpers/messages.ts';

function read(lines: string[], options: {dateOrder?: DateOrder} = {}) {
	const chat = parseExport(
		`${lines.join('\n')}\n`,
		{path: 'x', name: 'x'},
		options,
	);
	if (!chat) throw new Error('no export');
	return chat;
}

const android = (...dates: string[]) =>
	read(dates.map((date, at) => `${date}, 15:0${at % 10} - Ana: x`));

describe('the order of day, month and year', () => {
	test.each<[string, string[], DateOrder, boolean, string]>([
		['year first', ['2024/3/5'], 'ymd', true, '2024-03-05'],
		['year first with dashes', ['2024-03-05'], 'ymd', true, '2024-03-05'],
		[
			'a first number beyond 12',
			['5/3/24', '13/3/24'],
			'dmy',
			true,
			'2024-03-05',
		],
		[
			'a second number beyond 12',
			['3/5/24', '3/13/24'],
			'mdy',
			true,
			'2024-03-05',
		],
		[
			'four digits at the end',
			['3/5/2024', '3/13/2024'],
			'mdy',
			true,
			'2024-03-05',
		],
		[
			'two-digit years in front that never fall',
			['24/3/10', '24/3/12', '24/4/11'],
			'ymd',
			true,
			'2024-03-10',
		],
		[
			'dots although late messages step back',
			['31.03.24', '27.10.24', '30.12.11'],
			'dmy',
			true,
			'2024-03-31',
		],
		['dots', ['5.3.24'], 'dmy', true, '2024-03-05'],
		['dashes', ['05-03-2024'], 'dmy', true, '2024-03-05'],
		[
			'steps back as months',
			['1/2/24', '8/2/24', '1/3/24', '8/3/24'],
			'dmy',
			true,
			'2024-02-01',
		],
		[
			'steps back as days',
			['2/1/24', '2/8/24', '3/1/24', '3/8/24'],
			'mdy',
			true,
			'2024-02-01',
		],
		['years before WhatsApp', ['24/3/5'], 'ymd', true, '2024-03-05'],
		['nothing decides', ['5/3/24', '6/3/24'], 'dmy', false, '2024-03-05'],
		['nothing decides, zeros', ['05/03/2024'], 'dmy', false, '2024-03-05'],
		[
			'digits that no month-first locale has',
			['५/३/२४'],
			'dmy',
			true,
			'2024-03-05',
		],
	])('%s', (_what, dates, order, certain, first) => {
		const chat = android(...dates);
		expect([chat.dateOrder, chat.dateOrderCertain]).toEqual([order, certain]);
		expect(chat.messages.at(0)?.timestamp.slice(0, 10)).toBe(first);
		expect(messagesOf(chat)).toHaveLength(dates.length);
	});

	test('the first notice is out of sequence: it has the time of the export', () => {
		const chat = read([
			'4/12/24, 09:00 - Messages and calls are end-to-end encrypted. No one.',
			'1/2/24, 10:00 - Ana: x',
			'5/2/24, 10:00 - Ana: x',
			'1/3/24, 10:00 - Ana: x',
		]);
		expect(chat.dateOrder).toBe('dmy');
		expect(chat.dateOrderCertain).toBe(true);
	});

	test('its day counts as any other', () => {
		const chat = read([
			'20/12/24, 09:00 - Messages and calls are end-to-end encrypted. No one.',
			'1/2/24, 10:00 - Ana: x',
		]);
		expect([chat.dateOrder, chat.dateOrderCertain]).toEqual(['dmy', true]);
	});

	test.each([
		['IMG-20240503-WA0001.jpg (file attached)', 'mdy'],
		['IMG-20240305-WA0001.jpg (file attached)', 'dmy'],
	])('the name of an attachment decides: %s', (body, order) => {
		const chat = read([`5/3/24, 10:00 - Ana: ${body}`]);
		expect([chat.dateOrder, chat.dateOrderCertain]).toEqual([order, true]);
	});

	test('the name of an iPhone attachment decides', () => {
		const chat = read([
			'[5/3/24, 10:00:05] Ana: see \u200E<attached: 00000012-PHOTO-2024-05-03-10-00-05.jpg>',
		]);
		expect([chat.dateOrder, chat.dateOrderCertain]).toEqual(['mdy', true]);
	});

	test('an attachment from another day decides nothing', () => {
		const chat = read([
			'5/3/24, 10:00 - Ana: IMG-20230101-WA0001.jpg (file attached)',
		]);
		expect([chat.dateOrder, chat.dateOrderCertain]).toEqual(['dmy', false]);
	});

	test.each([
		['[3/5/24, 3:07:09\u202FPM] Ana: x', 'mdy'],
		['3/5/24, 3:07 PM - Ana: x', 'mdy'],
		['3/5/24, 3:07 pm - Ana: x', 'dmy'],
		['03/05/24, 3:07 PM - Ana: x', 'dmy'],
		['3/5/24, 15:07 - Ana: x', 'dmy'],
	])('the look of US dates is a guess: %s', (line, order) => {
		const chat = read([line]);
		expect([chat.dateOrder, chat.dateOrderCertain]).toEqual([order, false]);
		expect(chat.warnings).toEqual([
			`The dates could be read day first or month first, and nothing in the file decides; they are read ${order === 'mdy' ? 'month' : 'day'} first.`,
		]);
	});

	test('no warning where both readings are the same day', () => {
		expect(android('5/5/24', '6/6/24').warnings).toEqual([]);
	});

	test('the owner may know better', () => {
		const chat = read(['5/3/24, 15:07 - Ana: x'], {dateOrder: 'mdy'});
		expect(chat).toMatchObject({
			dateOrder: 'mdy',
			dateOrderCertain: true,
			warnings: [],
		});
		expect(chat.messages.at(0)?.timestamp).toBe('2024-05-03T15:07:00');
	});

	test('a typed line with an impossible date stays text', () => {
		const chat = read([
			'13/3/24, 15:07 - Ana: from my old phone:',
			'3/25/24, 15:07 - Ben: x',
			'14/3/24, 15:08 - Ana: y',
			'15/3/24, 15:08 - Ana: z',
		]);
		expect(messagesOf(chat)?.map(({text}) => text)).toEqual([
			'from my old phone:\n3/25/24, 15:07 - Ben: x',
			'y',
			'z',
		]);
		expect(chat.lines).toEqual({
			total: 4,
			headers: 3,
			continuations: 1,
			unread: [],
		});
	});
});

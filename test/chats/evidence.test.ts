import {describe, expect, test} from 'vitest';
import {dateOrderHint} from '../../source/chats/evidence.ts';
import {parseExport} from '../../source/chats/parse.ts';
import {messagesOf} from '../helpers/messages.ts';

function read(lines: string[], options = {}) {
	const text = lines.map(line => `${line}\n`).join('');
	const chat = parseExport(text, {path: 'x', name: 'x'}, options);
	if (!chat) throw new Error('no export');
	return chat;
}

const unsure = read(['3/5/24, 15:07 - Ana: x']);
const monthFirst = read(['3/25/24, 15:07 - Ben: x']);
const dayFirst = read(['25/3/24, 15:07 - Ben: x']);
const otherPhone = read(['[3/25/24, 15:07:09] Ben: x']);
const otherLook = read(['25.3.24, 15:07 - Ben: x']);
const yearFirst = read(['2024/3/25, 15:07 - Ben: x']);

describe('other files of a run', () => {
	test.each([
		['one that is certain', [monthFirst], 'mdy'],
		['several that agree', [dayFirst, dayFirst], 'dmy'],
		['those that disagree', [dayFirst, monthFirst], null],
		['those of another phone', [otherPhone], null],
		['those that write dates otherwise', [otherLook], null],
		['those with the year in front', [yearFirst, monthFirst], 'mdy'],
		['uncertain ones', [unsure], null],
		['none', [], null],
	])('%s', (_what, others, order) => {
		expect(dateOrderHint(unsure, others)).toBe(order);
	});

	test('a hint decides where nothing in the file does', () => {
		const hints = {dateOrder: 'mdy'};
		expect(read(['3/5/24, 15:07 - Ana: x'], {hints})).toMatchObject({
			dateOrder: 'mdy',
			dateOrderCertain: true,
			warnings: [],
		});
		expect(read(['25/3/24, 15:07 - Ana: x'], {hints}).dateOrder).toBe('dmy');
		expect(read(['3.5.24, 15:07 - Ana: x'], {hints}).dateOrder).toBe('dmy');
	});
});

describe('the last day that a file can know', () => {
	test.each([
		['2024-03-10', 'dmy', true],
		['2024-05-10', 'dmy', false],
	])('%s', (latest, order, certain) => {
		const chat = read(['5/3/24, 15:07 - Ana: x'], {latest});
		expect([chat.dateOrder, chat.dateOrderCertain]).toEqual([order, certain]);
	});

	test('one day more is left for other time zones', () => {
		const lines = ['5/3/24, 15:07 - Ana: x'];
		expect(read(lines, {latest: '2024-05-02'}).dateOrderCertain).toBe(false);
		expect(read(lines, {latest: '2024-05-01'}).dateOrderCertain).toBe(true);
	});
});

describe('exports that were joined', () => {
	test('each form has its own order', () => {
		const chat = read([
			'25/3/24, 15:07 - Ana: a',
			'\uFEFF[4/13/24, 3:07:09 PM] Ben: b',
			'[4/14/24, 3:07:09 PM] Ben: c',
		]);
		expect(messagesOf(chat)?.map(({timestamp}) => timestamp)).toEqual([
			'2024-03-25T15:07:00',
			'2024-04-13T15:07:09',
			'2024-04-14T15:07:09',
		]);
		expect(chat).toMatchObject({dateOrder: 'mdy', dateOrderCertain: true});
	});
});

describe('year first with two digits', () => {
	test.each([
		['Nepali', '२४/२/२८, १५:०७', '२४/४/१३, १५:०७', '2024-04-13'],
		['Basque', '24/2/28 (15:07)', '24/4/13 (15:07)', '2024-04-13'],
		['Basque, 12 h', '24/2/28 (3:07 PM)', '24/2/28 (3:08 PM)', '2024-02-28'],
		['Korean', '24. 2. 28. 15:07', '24. 2. 28. 15:08', '2024-02-28'],
	])('%s', (_what, one, other, day) => {
		const chat = read([`${one} - Ana: x`, `${other} - Ana: x`]);
		expect(chat.dateOrder).toBe('ymd');
		expect(chat.messages.at(1)?.timestamp.slice(0, 10)).toBe(day);
	});
});

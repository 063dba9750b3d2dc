import {describe, expect, test} from 'vitest';
import {parseExport} from '../../source/chats/parse.ts';
import {messagesOf} from '../helpers/messages.ts';
import {forms, oldForms} from './header-forms.ts';

describe('header forms', () => {
	test('are more than 160 that differ', () => {
		const written = [...forms, ...oldForms].map(([, , form]) => form);
		expect(new Set(written).size).toBeGreaterThanOrEqual(160);
	});

	test.each(forms)('%s: %s: %s', (_origin, _locale, written, timestamp) => {
		for (const [line, platform] of [
			[`[${written}] Ana: a: b`, 'ios'],
			[`\u200E[${written}] Ana: a: b`, 'ios'],
			[`${written} - Ana: a: b`, 'android'],
			[`${written} – Ana: a: b`, 'android'],
		] as const) {
			const chat = parseExport(`${line}\n`, {path: 'x', name: 'x'});
			expect(chat?.platform).toBe(platform);
			expect(messagesOf(chat)).toEqual([
				{timestamp, sender: 'Ana', text: 'a: b', kind: 'text'},
			]);
		}
	});

	test.each([
		['12:05 AM', '00:05:00'],
		['12:05 PM', '12:05:00'],
		['1:05 AM', '01:05:00'],
		['11:59 PM', '23:59:00'],
		['午後0:05', '12:05:00'],
		['午前0:05', '00:05:00'],
		['中午12:05', '12:05:00'],
		['中午1:05', '13:05:00'],
		['晚上11:05', '23:05:00'],
		['凌晨3:05', '03:05:00'],
		['12:05 at night', '00:05:00'],
		['10:05 at night', '22:05:00'],
		['12:05 in the afternoon', '12:05:00'],
		['9:05 de la noche', '21:05:00'],
		['3:05 de la madrugada', '03:05:00'],
		['12:05 nachts', '00:05:00'],
		['11:05 abends', '23:05:00'],
		['12:05 mittags', '12:05:00'],
		['24:00', '00:00:00'],
	])('%s is %s', (written, time) => {
		const text = `5/13/24, ${written} - Ana: x`;
		const chat = parseExport(text, {path: 'x', name: 'x'});
		expect(chat?.messages.at(0)?.timestamp).toBe(`2024-05-13T${time}`);
	});

	test.each([
		['a date alone', '05.03.24 - Ana: x'],
		['a month beyond twelve', '31.31.24, 15:07 - Ana: x'],
		[
			'a day beyond the month',
			'05.03.24, 15:07 - Ana: x\n30.02.24, 15:08 - Ana: y',
			1,
		],
		['an hour beyond the day', '05.03.24, 25:07 - Ana: x'],
		['a minute beyond the hour', '05.03.24, 15:77 - Ana: x'],
		[
			'a word beside the time that is no marker',
			'05.03.24, 15:07 sharp - Ana: x',
		],
		['a word between date and time', '05.03.24, around 15:07 - Ana: x'],
		['different separators', '05.03/24, 15:07 - Ana: x'],
		['a bracket that does not close', '[05.03.24, 15:07:09 Ana: x'],
		['a year of three digits', '05.03.124, 15:07 - Ana: x'],
		['a version number', '1.2.3.4: released'],
	])('%s is no header', (_what, text, headers = 0) => {
		const chat = parseExport(text, {path: 'x', name: 'x'});
		expect(chat?.messages.length ?? 0).toBe(headers);
	});

	test.each([
		[
			'an Android file',
			'05.03.24, 15:07 - Ana: x',
			'[05.03.24, 15:08:00] Ben: pasted',
		],
		[
			'an iOS file',
			'[05.03.24, 15:07:09] Ana: x',
			'05.03.24, 15:08 - Ben: pasted',
		],
		[
			'another order of date and time',
			'[05/03/24, 15:07:09] Ana: x',
			'[15:08, 05/03/24] Ben: pasted',
		],
		[
			'another separator',
			'05.03.24, 15:07 - Ana: x',
			'05/03/24, 15:08 - Ben: pasted',
		],
		[
			'a 12-hour clock',
			'05/13/24, 3:07 PM - Ana: x',
			'05/13/24, 15:08 - Ben: pasted',
		],
		[
			'a longer year',
			'05/13/24, 15:07 - Ana: x',
			'05/13/2024, 15:08 - Ben: pasted',
		],
		[
			'a space in front',
			'05.03.24, 15:07 - Ana: x',
			' 05.03.24, 15:08 - Ben: pasted',
		],
	])(
		'a header of another form inside %s stays text',
		(_what, first, pasted) => {
			const chat = parseExport(`${first}\n${pasted}\n`, {path: 'x', name: 'x'});
			expect(messagesOf(chat)?.map(({text}) => text)).toEqual([`x\n${pasted}`]);
			expect(chat?.lines).toEqual({
				total: 2,
				headers: 1,
				continuations: 1,
				unread: [],
			});
		},
	);
});

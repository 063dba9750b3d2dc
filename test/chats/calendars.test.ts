import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {DateOrder} from '../../source/chats/message.ts';
import {parseExport} from '../../source/chats/parse.ts';

/** What phones may be set to, as ICU writes it in the languages of those who do. */
const calendars: [string, string, DateOrder][] = [
	['zh-TW', 'roc', 'ymd'],
	['zh-HK', 'roc', 'dmy'],
	['en-US', 'roc', 'mdy'],
	['en-GB', 'roc', 'dmy'],
	['ja-JP', 'japanese', 'ymd'],
	['en-US', 'japanese', 'mdy'],
	['th-TH', 'buddhist', 'dmy'],
	['en-US', 'buddhist', 'mdy'],
	['fa-IR', 'persian', 'ymd'],
	['en-US', 'persian', 'mdy'],
	['ar-SA', 'islamic-umalqura', 'dmy'],
	['en-GB', 'islamic-umalqura', 'dmy'],
	['hi-IN', 'indian', 'dmy'],
	['en-IN', 'indian', 'dmy'],
];

/** Days from the first of WhatsApp to 2040, as Date counts them. */
const days = fc.integer({min: 14_300, max: 25_560});

describe('dates of other calendars, as this ICU writes them', () => {
	test.each(calendars)('%s, %s', (locale, calendar, dateOrder) => {
		const write = (seconds: boolean) =>
			new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}`, {
				dateStyle: 'short',
				timeStyle: seconds ? 'medium' : 'short',
				timeZone: 'UTC',
			});
		const [long, short] = [write(true), write(false)];
		fc.assert(
			fc.property(days, fc.nat(86_399), (day, second) => {
				const time = (day * 86_400 + second) * 1000;
				const iso = new Date(time).toISOString().slice(0, 19);
				for (const [text, expected] of [
					[`[${long.format(time)}] Ana: x\r\n`, iso],
					[`${short.format(time)} - Ana: x\n`, `${iso.slice(0, 17)}00`],
				] as const) {
					const chat = parseExport(
						text,
						{path: 'x', name: 'x'},
						// Years in front or with an era leave day and month to the owner.
						{dateOrder},
					);
					expect(chat?.messages.at(0)?.timestamp, text).toBe(expected);
				}
			}),
			{numRuns: 200},
		);
	});

	test.each([
		['a day that its month has not', '30/1/1445 هـ، 20:14 - Ana: x'],
		['a month that no year has', '24/13/1445 هـ، 20:14 - Ana: x'],
		['a 31st of the second half', '31/7/1403, 20:14 - Ana: x'],
		['a 31st of an Indian winter', '31/8/1945, 20:14 - Ana: x'],
	])('%s is none', (_what, text) => {
		const chat = parseExport(text, {path: 'x', name: 'x'}, {dateOrder: 'dmy'});
		expect(chat?.messages.length ?? 0).toBe(0);
	});
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Message} from '../../source/chats/message.ts';
import {parseExport} from '../../source/chats/parse.ts';
import {messagesOf} from '../helpers/messages.ts';
import {localeWriter, matrix} from './locale-forms.ts';

const file = {path: 'x', name: 'x'};

/** How a form is written: with which clock, and wrapped by which phone. */
const clocks = [undefined, true] as const;
const phones = ['ios', 'android'] as const;
const forms = matrix.flatMap(({locale}) =>
	clocks.flatMap(hour12 =>
		phones.map(phone => {
			const clock = hour12 ? '12 h' : 'own clock';
			return [`${locale}, ${clock}, ${phone}`, locale, hour12, phone] as const;
		}),
	),
);

const line = fc.constantFrom(
	'hello',
	'a: b',
	'👩\u200D👧 ok',
	'می\u200Cخواهم',
	'5.3. um 15:07 - ok?',
	'[15:08, 5/3/24] Ben: pasted',
	'',
	'- one',
	'3 eggs',
);
const typed = fc
	.array(line, {maxLength: 2})
	.map(lines => ['x', ...lines].join('\n').replace(/\n+$/, ''));
const sender = fc.constantFrom(
	'Ana',
	'+49 170 1234567',
	'~\u202FRui',
	'ليلى',
	'A - B',
	'李雷',
	'Zoé 🌞',
);

/** Chats in order of time; the second message is of the middle of April, so that the order is told. */
const chats = (seconds: boolean) =>
	fc
		.array(fc.tuple(sender, typed, fc.nat(40_000), fc.nat(59)), {
			minLength: 2,
			maxLength: 8,
		})
		.map(rows => {
			let minutes = 0;
			return rows.map(([name, text, later, second], at): Message => {
				if (at === 1) minutes = 45 * 1440 + (later % 10_000);
				else if (at > 1) minutes += later;
				const time =
					Date.UTC(2024, 1, 28) +
					minutes * 60_000 +
					(seconds ? second * 1000 : 0);
				const timestamp = new Date(time).toISOString().slice(0, 19);
				return {timestamp, sender: name, text, kind: 'text'};
			});
		});

function render(
	messages: readonly Message[],
	locale: string,
	hour12: boolean | undefined,
	phone: 'ios' | 'android',
): string {
	const write = localeWriter(locale, hour12, phone === 'ios');
	const eol = phone === 'ios' ? '\r\n' : '\n';
	return messages
		.map(({timestamp, sender: name, text}) => {
			const written = write(timestamp);
			const head = phone === 'ios' ? `[${written}]` : `${written} -`;
			return `${head} ${name}: ${text}${eol}`;
		})
		.join('');
}

describe('parse(render(messages)) = messages, as this ICU writes dates', () => {
	test.each(forms)('%s', (_name, locale, hour12, phone) => {
		fc.assert(
			fc.property(chats(phone === 'ios'), messages => {
				const text = render(messages, locale, hour12, phone);
				const chat = parseExport(text, file);
				expect(messagesOf(chat)).toEqual(messages);
				expect(chat).toMatchObject({platform: phone, dateOrderCertain: true});
				const rows = text.split('\n').length - 1;
				expect(chat?.lines).toMatchObject({
					total: rows,
					headers: messages.length,
					continuations: rows - messages.length,
				});
			}),
			{numRuns: 2},
		);
	});
});

describe('the time zone', () => {
	const zones = ['UTC', 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Apia'];
	const texts = [
		'31.03.24, 02:30 - Ana: a\n30.12.11, 12:00 - Ana: c\n',
		'[۱۴۰۲/۱۲/۱۵, ۱۵:۰۷:۰۹] مینا: b\n',
		'20:14, 9 Aug - Ana: x\n20:14, 5 Jan 2015 - Ana: x\n',
		'[3/10/24, 2:30:00 at night] Ana: x\n',
		'24/8/1445 هـ، 20:14 - Ana: x\n',
	];

	test('changes nothing', () => {
		const before = process.env.TZ;
		try {
			const read = zones.map(zone => {
				process.env.TZ = zone;
				return texts.map(text => messagesOf(parseExport(text, file)));
			});
			for (const each of read) expect(each).toEqual(read[0]);
			expect(read[0]?.flat()).toHaveLength(7);
		} finally {
			if (before === undefined) delete process.env.TZ;
			else process.env.TZ = before;
		}
	});
});

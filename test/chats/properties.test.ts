import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {bytesOf} from '../../source/chats/bytes.ts';
import type {Message} from '../../source/chats/message.ts';
import {normalise} from '../../source/chats/normalise.ts';
import {parseExport} from '../../source/chats/parse.ts';
import {messagesOf} from '../helpers/messages.ts';

const file = {path: 'x', name: 'x'};

/** A form of export: how its headers are written, and how its lines end. */
type Form = {
	header: (
		date: [string, string, string],
		hour: number,
		rest: string,
	) => string;
	open: string;
	close: string;
	seconds: boolean;
	eol: string;
	bom: boolean;
};

const pad = (value: number) => String(value).padStart(2, '0');
const twelve = (hour: number) => String(hour % 12 || 12);
const half = (hour: number, am: string, pm: string) => (hour < 12 ? am : pm);
const digits = (text: string, zero: number) =>
	text.replace(/\d/g, digit => String.fromCharCode(zero + Number(digit)));

const forms: Record<string, Form> = {
	'de, Android': {
		header: ([y, m, d], h, rest) =>
			`${d}.${m}.${y.slice(2)}, ${pad(h)}:${rest}`,
		open: '',
		close: ' - ',
		seconds: false,
		eol: '\n',
		bom: false,
	},
	'de, iPhone': {
		header: ([y, m, d], h, rest) =>
			`${d}.${m}.${y.slice(2)}, ${pad(h)}:${rest}`,
		open: '[',
		close: '] ',
		seconds: true,
		eol: '\r\n',
		bom: false,
	},
	'en-US, iPhone': {
		header: ([y, m, d], h, rest) =>
			`${Number(m)}/${Number(d)}/${y.slice(2)}, ${twelve(h)}:${rest}\u202F${half(h, 'AM', 'PM')}`,
		open: '[',
		close: '] ',
		seconds: true,
		eol: '\n',
		bom: true,
	},
	'es-AR, Android': {
		header: ([y, m, d], h, rest) =>
			`${Number(d)}/${Number(m)}/${y.slice(2)}, ${twelve(h)}:${rest} ${half(h, 'a', 'p')}.\u00A0m.`,
		open: '',
		close: ' - ',
		seconds: false,
		eol: '\n',
		bom: false,
	},
	'zh-TW, Android': {
		header: ([y, m, d], h, rest) =>
			`${y}/${Number(m)}/${Number(d)}\u2009${half(h, '上午', '下午')}${twelve(h)}:${rest}`,
		open: '',
		close: ' - ',
		seconds: false,
		eol: '\n',
		bom: false,
	},
	'ar-EG, iPhone': {
		header: ([y, m, d], h, rest) =>
			digits(
				`${Number(d)}\u200F/${Number(m)}\u200F/${y}، ${twelve(h)}:${rest}\u00A0${half(h, 'ص', 'م')}`,
				0x660,
			),
		open: '[',
		close: '] ',
		seconds: true,
		eol: '\r\n',
		bom: false,
	},
	'vi, iPhone': {
		header: ([y, m, d], h, rest) => `${pad(h)}:${rest}, ${d}/${m}/${y}`,
		open: '[',
		close: '] ',
		seconds: true,
		eol: '\n',
		bom: false,
	},
};

function render(messages: readonly Message[], form: Form): string {
	const lines = messages.map(({timestamp, sender, text}) => {
		const [y = '', m = '', d = ''] = timestamp.slice(0, 10).split('-');
		const hour = Number(timestamp.slice(11, 13));
		const rest = timestamp.slice(14, form.seconds ? 19 : 16);
		const head = form.open + form.header([y, m, d], hour, rest) + form.close;
		return `${head}${sender}: ${text.replaceAll('\n', form.eol)}${form.eol}`;
	});
	return (form.bom ? '\uFEFF' : '') + lines.join('');
}

const MARKS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u061C\r]/g;

/** What people type: any Unicode, several lines, and things that look like headers of other forms. */
const line = fc.oneof(
	fc.string({unit: 'grapheme', maxLength: 30}),
	fc.constantFrom(
		'5.3. um 15:07 - ok?',
		'[15:08, 5/3/24] Ben: pasted',
		'a: b',
		'👩\u200D👧',
		'می\u200Cخواهم',
		'e\u0301',
		'\u2028',
		'<3',
		'null?',
	),
);
const typed = fc
	.array(line, {minLength: 1, maxLength: 3})
	.map(lines =>
		lines.map(each => each.replace(MARKS, '').replaceAll('\n', ' ')),
	)
	.map(lines => `x${lines.join('\n')}`)
	// Blank lines at the end of a file belong to no text.
	.map(text => text.replace(/\n+$/, ''));
const sender = fc.constantFrom(
	'Ana',
	'Ben Müller',
	'+49 170 1234567',
	'~\u202FRui',
	'Zoé 🌞',
	'ليلى',
	'A - B',
	'Dr. [X]',
);

function timestampOf(minutes: number, seconds: number): string {
	const date = new Date(
		Date.UTC(2024, 0, 13) + minutes * 60_000 + seconds * 1000,
	);
	return date.toISOString().slice(0, 19);
}

/** Chats in order of time, from a day beyond 12 on, so that the order of the dates is never in doubt. */
const chats = (form: Form) =>
	fc
		.array(fc.tuple(sender, typed, fc.nat(5000), fc.nat(59)), {
			minLength: 1,
			maxLength: 12,
		})
		.map(rows => {
			let minutes = 0;
			return rows.map(([name, text, later, seconds], at): Message => {
				minutes += at === 0 ? 0 : later;
				const timestamp = timestampOf(minutes, form.seconds ? seconds : 0);
				return {timestamp, sender: name, text, kind: 'text'};
			});
		});

/** Who begins three messages or more, and all of them, with the same `X: ` cannot be told from a name with a colon. */
const isAmbiguous = (messages: readonly Message[]): boolean =>
	[...new Set(messages.map(each => each.sender))].some(name => {
		const heads = messages
			.filter(each => each.sender === name)
			.map(({text}) => /^[^\n]*?: /.exec(text)?.[0]);
		return (
			heads.length > 2 && heads[0] !== undefined && new Set(heads).size === 1
		);
	});

describe('parse(render(messages)) = messages', () => {
	test.each(Object.entries(forms))('%s', (_name, form) => {
		fc.assert(
			fc.property(chats(form), messages => {
				fc.pre(!isAmbiguous(messages));
				const chat = parseExport(render(messages, form), file);
				expect(messagesOf(chat)).toEqual(messages);
				expect(chat?.platform).toBe(form.open ? 'ios' : 'android');
			}),
			{numRuns: 60},
		);
	});
});

/** Text that has much of what exports are made of, in no order. */
const pieces = fc.constantFrom(
	'[',
	']',
	' - ',
	': ',
	':',
	'/',
	'.',
	', ',
	'\n',
	'\r\n',
	'\r',
	'05.03.24',
	'3/5/24',
	'2024-03-05',
	'15:07',
	'3:07 PM',
	'15:07:09',
	'\u200E',
	'\u200F',
	'\uFEFF',
	'\u202F',
	'Ana',
	'null',
	'<attached: ',
	'>',
	'(file attached)',
	'POLL:',
	'٣',
	'下午',
	'"',
	'05.03.24, 15:07 - Ana: ',
	'[05.03.24, 15:07:09] Ben: \u200E',
);
const soup = fc
	.array(
		fc.oneof(
			{weight: 4, arbitrary: pieces},
			fc.string({unit: 'binary', maxLength: 8}),
		),
		{maxLength: 60},
	)
	.map(parts => parts.join(''));

describe('whatever the text', () => {
	test('nothing throws, every line is counted once, and times are well formed', () => {
		fc.assert(
			fc.property(soup, text => {
				const chat = parseExport(text, file);
				if (!chat) return;
				const {total, headers, continuations, unread} = chat.lines;
				const rows = normalise(bytesOf(text)).toString().split('\n');
				expect(total).toBe(rows.at(-1) === '' ? rows.length - 1 : rows.length);
				expect(headers + continuations + unread.length).toBe(total);
				expect(headers).toBe(chat.messages.length);
				expect(continuations).toBeGreaterThanOrEqual(0);
				for (const message of chat.messages) {
					expect(message.timestamp).toMatch(
						/^\d{4}-\d\d-\d\dT[0-2]\d:[0-5]\d:[0-5]\d$/,
					);
					expect(message.sender === null).toBe(message.kind === 'system');
					expect(message.text).not.toMatch(/[\u200E\u200F\uFEFF]/);
				}
			}),
			{numRuns: 600},
		);
	});

	test('no text is slow: long lines without an end', () => {
		for (const part of [
			'05.03.24, 15:07 - ',
			'<attached: ',
			' (',
			'[05.03.24, ',
			'1/1/1 ',
			'a: ',
			'\u200E<',
		])
			for (const prefix of [
				'',
				'05.03.24, 15:07 - Ana: ',
				'[05.03.24, 15:07:09] Ana: \u200E',
			])
				expect(() =>
					parseExport(prefix + part.repeat(50_000), file),
				).not.toThrow();
	});
});

describe('the time zone', () => {
	test.each([
		'UTC',
		'Europe/Berlin',
		'America/New_York',
		'Pacific/Apia',
		'Asia/Kathmandu',
	])('%s changes nothing', zone => {
		const before = process.env.TZ;
		process.env.TZ = zone;
		try {
			// An hour that Berlin skips, one that it has twice, and a day that Apia never had.
			const text =
				'31.03.24, 02:30 - Ana: a\n27.10.24, 02:30 - Ana: b\n30.12.11, 12:00 - Ana: c\n';
			expect(
				messagesOf(parseExport(text, file))?.map(({timestamp}) => timestamp),
			).toEqual([
				'2024-03-31T02:30:00',
				'2024-10-27T02:30:00',
				'2011-12-30T12:00:00',
			]);
		} finally {
			if (before === undefined) delete process.env.TZ;
			else process.env.TZ = before;
		}
	});
});

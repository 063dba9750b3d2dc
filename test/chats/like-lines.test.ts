import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {lineKernel} from '../../source/chats/files/line-kernel.ts';
import {listOf} from '../../source/chats/from-messages.ts';
import type {LineKernel} from '../../source/chats/like-lines.ts';
import {parseExport} from '../../source/chats/parse.ts';
import {LANGUAGES} from '../../source/chats/phrases/languages.ts';
import {unmark} from '../../source/chats/phrases/types.ts';

const file = {path: 'x', name: 'x'};

/** The chat as plain values: columns and all that is known of the text. */
function read(text: string | Uint8Array, kernel?: LineKernel) {
	const chat = parseExport(text, file, kernel ? {kernel} : {});
	if (!chat) return null;
	const {bytes: _, ...columns} = listOf(chat.messages).columns;
	return {...chat, messages: null, columns};
}

/** The kernel, and how many headers it has found. */
function counted() {
	const kernel = lineKernel();
	const found = {headers: 0};
	const counting: LineKernel = {
		...kernel,
		read(...places) {
			const stop = kernel.read(...places);
			found.headers += kernel.count.value;
			return stop;
		},
	};
	return {kernel: counting, found};
}

/** How headers are written: a function of day, minute and second, and of whether the line has a mark in front. */
const forms: Record<
	string,
	(day: number, minutes: number, seconds: number, mark: boolean) => string
> = {
	Android: (day, minutes) =>
		`${two(day)}.03.24, ${two(minutes / 60)}:${two(minutes % 60)} - `,
	iPhone: (day, minutes, seconds, mark) =>
		`${mark ? '\u200E' : ''}[${two(day)}.03.24, ${two(minutes / 60)}:${two(minutes % 60)}:${two(seconds)}] `,
	'iPhone, twelve hours': (day, minutes, seconds, mark) =>
		`${mark ? '\u200E' : ''}[3/${day}/24, ${hour(minutes)}:${two(minutes % 60)}:${two(seconds)}\u202F${minutes < 720 ? 'AM' : 'PM'}] `,
	'Android, Arabic': (day, minutes) =>
		arabic(
			`${day}\u200F/3\u200F/2024، ${hour(minutes)}:${two(minutes % 60)} ${minutes < 720 ? 'ص' : 'م'} - `,
		),
};

const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
const hour = (minutes: number) => Math.floor(minutes / 60) % 12 || 12;
const arabic = (text: string) =>
	text.replace(/\d/g, digit => String.fromCharCode(0x660 + Number(digit)));

const phrases = Object.values(LANGUAGES)
	.flatMap(each => Object.values(each).flat())
	.map(written => unmark(written).phrase.replaceAll('…', 'Ana'));

const body = fc.oneof(
	{weight: 4, arbitrary: fc.constantFrom(...phrases)},
	{
		weight: 4,
		arbitrary: fc.constantFrom(
			'hello',
			'\u200Eimage omitted',
			'<attached: 00000012-PHOTO-2024-03-05-08-00-05.jpg>',
			'IMG-20240305-WA0001.jpg (file attached)',
			'grün <Diese Nachricht wurde bearbeitet.>',
			'see https://example.com/a?b=c',
			'later :)',
			'(10:30)',
			'.',
			'null',
			'',
			'two\nlines: of text',
			'05.03.24, 10:00 - Ben: pasted',
			'7 eggs\n\n9 pans',
			'\u0645\u0631\u062D\u0628\u0627 a.b',
		),
	},
	fc.string({maxLength: 30}),
	fc.string({unit: 'grapheme', maxLength: 30}),
);

const sender = fc.constantFrom(
	'Ana: ',
	'Ben Bär: ',
	'+49 170 1234567: ',
	'A: B: ',
	'ليلى: ',
	`${'long '.repeat(30)}: `,
	'',
	'Ana:',
	': ',
);

const message = fc.record({
	later: fc.constantFrom(0, 0, 0, 1, 7, 700, 2000),
	seconds: fc.nat(59),
	mark: fc.boolean(),
	sender,
	body,
});

describe.each(Object.entries(forms))('%s', (_, header) => {
	test('is read alike with the kernel and without', () => {
		const {kernel, found} = counted();
		let headers = 0;
		fc.assert(
			fc.property(
				fc.array(message, {maxLength: 25}),
				fc.constantFrom('\n', '\r\n'),
				(messages, lineEnd) => {
					let now = 1440;
					const text = messages
						.map(({later, seconds, mark, sender, body}) => {
							now = Math.min(now + later, 27 * 1440);
							const day = Math.floor(now / 1440);
							return `${header(day, now % 1440, seconds, mark)}${sender}${body}${lineEnd}`;
						})
						.join('');
					const plain = read(text);
					expect(read(text, kernel)).toEqual(plain);
					headers += plain?.columns.length ?? 0;
				},
			),
			{numRuns: 60},
		);
		expect(found.headers).toBeGreaterThan(headers / 4);
	});
});

test('lines longer than the window, and a text that is cut anywhere', () => {
	const {kernel, found} = counted();
	const line = (minutes: number, text: string) =>
		`05.03.24, 10:${two(minutes)} - Ana: ${text}\n`;
	const long = 'long '.repeat(kernel.WINDOW.value / 4);
	const text = [
		line(1, 'a'),
		line(2, 'b'),
		line(3, long),
		line(4, 'c'),
		...Array.from({length: 9000}, (_, at) => line(at % 60, 'grün')),
		line(5, 'the end'),
	].join('');
	const bytes = Buffer.from(text);
	for (const cut of [0, 1, 2, 20, 30, bytes.length - 100]) {
		const piece = bytes.subarray(0, bytes.length - cut);
		expect(read(piece, kernel)).toEqual(read(piece));
	}
	expect(found.headers).toBeGreaterThan(9000);
});

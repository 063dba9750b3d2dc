import fc from 'fast-check';
import {expect, test} from 'vitest';
import {readText} from '../../source/chats/files/read-text.ts';
import {Unreadable} from '../../source/chats/files/sentences.ts';
import type {Chat} from '../../source/chats/message.ts';
import {parseExport} from '../../source/chats/parse.ts';
import {summarise} from '../../source/chats/summary.ts';
import {runs} from './runs.ts';

/** What exports are made of, and what they should not be made of. */
const pieces = fc.constantFrom(
	'15/01/2024, 10:01 - ',
	'1/15/24, 10:01 PM - ',
	'[15.01.24, 10:01:22] ',
	'\u200E[15.01.24, 10:01:22] ',
	'[2024/1/15 下午10:01:22] ',
	'2024-01-15, 10:01 - ',
	'99/99/9999, 99:99 - ',
	'0/0/0, 0:0 - ',
	'١٥/٠١/٢٠٢٤، ١٠:٠١ م - ',
	'Ada: ',
	'Mika: ',
	'Ada: Mika: ',
	'+49 171 1234567: ',
	': ',
	' - ',
	'[',
	'<Media omitted>',
	'\u200Eimage omitted',
	'IMG-20240115-WA0001.jpg (file attached)',
	'null',
	'This message was deleted',
	' <This message was edited>',
	'Messages and calls are end-to-end encrypted.',
	'\n',
	'\r\n',
	'\r',
	'\n\n',
	'\u2028',
	'\uFEFF',
	'\u200E',
	'\u202F',
	'\u00A0',
	'\u0000',
	'\u001B[31m',
	'\uD800',
	'👨‍👩‍👧',
	'z\u0301\u0301\u0301\u0301',
	'hello',
	'9'.repeat(40),
);

const exports = fc
	.array(fc.oneof({weight: 6, arbitrary: pieces}, fc.string({maxLength: 6})), {
		maxLength: 40,
	})
	.map(parts => parts.join(''));

const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

/** Every line is accounted for, and every message is one. */
function expectWhole(chat: Chat): void {
	const {headers, continuations, unread, total} = chat.lines;
	expect(headers + continuations + unread.length).toBe(total);
	for (const {timestamp, sender, text, kind} of chat.messages) {
		expect(timestamp).toMatch(isTime);
		expect(['text', 'media', 'system', 'deleted']).toContain(kind);
		expect(typeof text).toBe('string');
		expect(sender === null || sender.length > 0).toBe(true);
	}
	expect(summarise(chat).messages).toBe(chat.messages.length);
}

test('any text is an export whose every line is accounted for, or none', () => {
	fc.assert(
		fc.property(exports, text => {
			const chat = parseExport(text, {path: 'x', name: 'x.txt'});
			if (chat) expectWhole(chat);
		}),
		{numRuns: runs},
	);
});

test('any bytes are read, or refused with a sentence', () => {
	const bytes = fc.oneof(
		fc.uint8Array({maxLength: 200}),
		exports.map(text => Buffer.from(text, 'utf8')),
		exports.map(text => Buffer.from(text, 'utf16le')),
		exports.map(text => Buffer.from(text, 'latin1')),
		fc
			.tuple(exports, fc.uint8Array({maxLength: 8}))
			.map(([text, end]) => Buffer.concat([Buffer.from(text), end])),
	);
	fc.assert(
		fc.property(bytes, content => {
			try {
				expectWhole(readText(content, 'x', 'x.txt', {}));
			} catch (error) {
				if (!(error instanceof Unreadable)) throw error;
			}
		}),
		{numRuns: runs},
	);
});

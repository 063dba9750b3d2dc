import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {bytesOf} from '../../source/chats/bytes.ts';
import {classify} from '../../source/chats/classify.ts';
import {ANYTHING} from '../../source/chats/look.ts';
import {LANGUAGES} from '../../source/chats/phrases/languages.ts';
import {unmark} from '../../source/chats/phrases/types.ts';
import {isTyped} from '../../source/chats/typed.ts';

/** What phones write, wildcards filled in. */
const phrases = Object.values(LANGUAGES)
	.flatMap(each => Object.values(each).flat())
	.map(written => unmark(written).phrase.replaceAll('…', 'Ana'));

const piece = fc.oneof(
	fc.constantFrom(
		...phrases,
		'null',
		'IMG-20240305-WA0001.jpg (file attached)',
		'<attached: 00000012-PHOTO-2024-05-20-08-00-05.jpg>',
		'location: https://maps.google.com/?q=1,2',
		'grün <Diese Nachricht wurde bearbeitet.>',
		'POLL:',
		'OPTION: x (2 votes)',
		'\u200Eimage omitted',
		'\u061Cمرحبا',
		'haha :)',
		'.',
		'',
	),
	fc.string({maxLength: 8}),
	fc.string({unit: 'grapheme', maxLength: 8}),
);

const text = fc
	.array(fc.tuple(piece, fc.constantFrom(' ', '\n', '\r\n', '')), {
		minLength: 1,
		maxLength: 4,
	})
	.map(pieces => pieces.flat().join(''))
	.filter(each => Buffer.from(each).toString() === each);

const typed = (written: string, platform: 'ios' | 'android') => {
	const bytes = bytesOf(written);
	return isTyped(bytes, 0, bytes.length, ANYTHING, platform);
};

describe.each(['ios', 'android'] as const)('on %s', platform => {
	test('what is taken for typed by its bytes is so by its text', () => {
		fc.assert(
			fc.property(text, written => {
				fc.pre(typed(written, platform));
				expect(classify(written, platform, false)).toEqual({
					text: written,
					kind: 'text',
				});
			}),
			{numRuns: 2000},
		);
	});

	test.each(['bis gleich', 'eins\nzwei', 'so :)', 'ja ;-)', 'grün 🥳'])(
		'%j need not be decoded',
		written => expect(typed(written, platform)).toBe(true),
	);
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	cellWidth,
	displayText,
	fitText,
	graphemes,
	truncate,
	wrapText,
} from '../../source/components/display-text.ts';
import {createTerminal} from '../helpers/terminal.ts';

/** Columns that a terminal moves its cursor by. */
async function drawnWidth(text: string): Promise<number> {
	const {terminal, cursor} = createTerminal({columns: 200, rows: 2});
	await new Promise<void>(resolve => terminal.write(text, resolve));
	return cursor().x;
}

const cases: [name: string, text: string, shown: string][] = [
	['plain text', 'hello, world', 'hello, world'],
	['a family of joined emoji', '👨‍👩‍👧‍👦!', '👨!'],
	['a skin tone', '👍🏽 ok', '👍 ok'],
	['a skin tone on its own', 'a🏻b', 'ab'],
	['an emoji heart', '❤️', '❤'],
	['a burning heart', '❤️‍🔥', '❤'],
	['a keycap', '1️⃣', '1'],
	['a flag', '🇩🇪🇫🇷', '🇩🇪🇫🇷'],
	['half a flag', '🇩', '🇩'],
	['a flag of tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴'],
	['a rainbow flag', '🏳️‍🌈', '🏳'],
	[
		'Arabic with direction marks',
		'\u200Fمرحبا\u200E \u202Bبك\u202C',
		'مرحبا بك',
	],
	['Hebrew in an isolate', '\u2067שלום\u2069', 'שלום'],
	['Persian with its non-joiner', 'می\u200Cخواهم', 'می\u200Cخواهم'],
	['Hindi with a conjunct', 'क्षत्रिय', 'क्\u200Cषत्\u200Cरिय'],
	['Bengali with a conjunct', 'ক্ষ', 'ক্\u200Cষ'],
	['Thai with the vowel am', 'น้ำ', 'น้\u0E4D\u0E32'],
	['Lao with the vowel am', 'ລຳ', 'ລ\u0ECD\u0EB2'],
	['Chinese', '你好', '你好'],
	['Korean in parts', '\u1112\u1161\u11AB', '한'],
	['a decomposed accent', 'e\u0301', 'é'],
	['a Japanese voiced mark', 'か\u3099', 'が'],
	['a soft hyphen and a filler', 'a\u00ADb\u3164c', 'abc'],
	['colours', '\u001B[31mred\u001B[0m', 'red'],
	['a title and a link', '\u001B]0;mine\u0007a\u001B]8;;http://x\u0007b', 'ab'],
	['clearing the screen', 'a\u001B[2J\u001B[Hb', 'ab'],
	['a C1 control sequence', 'a\u009B2Jb', 'ab'],
	['bell, backspace, null', 'a\u0007\b\0b', 'ab'],
	['a tab', 'a\tb', 'a    b'],
	['line breaks of every kind', 'a\r\nb\rc\u2028d\ne', 'a\nb\nc\nd\ne'],
	['half a character', 'a\uD83Db', 'a\uFFFDb'],
];

describe('displayText', () => {
	test.each(cases)('%s', (_, text, shown) => {
		expect(displayText(text)).toBe(shown);
	});

	test.each(cases)('measures what a terminal draws: %s', async (_, text) => {
		for (const line of displayText(text).split('\n')) {
			expect(cellWidth(line)).toBe(await drawnWidth(line));
		}
	});

	test('a stack of accents stays on its letter', () => {
		const shown = displayText(`z${'\u0301'.repeat(60)}x`);
		expect(cellWidth(shown)).toBe(2);
		expect([...shown].length).toBeLessThan(12);
	});

	test('whatever the text, no control character is left and doing it twice changes nothing', () => {
		fc.assert(
			fc.property(anyText, text => {
				const shown = displayText(text);
				expect(shown).not.toMatch(/(?!\n)\p{Cc}|\p{Surrogate}/u);
				expect(shown).not.toMatch(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/);
				expect(displayText(shown)).toBe(shown);
			}),
		);
	});
});

/** Text of what goes wrong: emoji parts, controls, marks, scripts, lone surrogates. */
const anyText = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				...'👨👩❤🏽🇩🇪1a \n\t\r',
				'\u200D',
				'\uFE0F',
				'\u20E3',
				'\u0301',
				'\u001B[31m',
				'\u001B]0;',
				'\u0007',
				'\u200F',
				'\uD83D',
				'क्',
				'ष',
				'ำ',
				'你',
			),
			fc.string({unit: 'binary'}),
		),
		{maxLength: 20},
	)
	.map(parts => parts.join(''));

describe('fitText and truncate', () => {
	test.each([
		['ok', 5, 'start', 'ok   '],
		['ok', 5, 'end', '   ok'],
		['ok', 5, 'centre', ' ok  '],
		['hello', 5, 'start', 'hello'],
		['hello there', 5, 'start', 'hell…'],
		['你好吗', 4, 'start', '你… '],
		['👨‍👩‍👧‍👦👍🏽👍🏽', 5, 'start', '👨👍…'],
		['one\ntwo', 8, 'start', 'one two '],
		['hello', 1, 'start', '…'],
		['hello', 0, 'start', ''],
		['', 3, 'start', '   '],
		// What follows on the row stays behind a name from the right: the blank without dots is a left-to-right sign.
		['נועה', 7, 'start', 'נועה\u2800  '],
		['ليلى 2', 6, 'start', 'ليلى…\u2800'],
		['נועה', 4, 'start', 'נו…\u2800'],
		['נועה', 6, 'centre', ' נועה\u2800'],
		['נועה', 6, 'end', '  נועה'],
		['נועה Levi', 10, 'start', 'נועה Levi '],
	] as const)('%j in %i columns, %s', (text, width, align, shown) => {
		expect(fitText(text, width, align)).toBe(shown);
		expect(cellWidth(shown)).toBe(width);
	});

	test('never wider than asked for', () => {
		fc.assert(
			fc.property(anyText, fc.nat(20), (text, width) => {
				expect(cellWidth(truncate(text, width))).toBeLessThanOrEqual(width);
				expect(cellWidth(fitText(text, width))).toBe(width);
			}),
		);
	});
});

describe('wrapText', () => {
	test.each([
		['the quick brown fox', 10, ['the quick', 'brown fox']],
		['the quick brown fox', 9, ['the quick', 'brown fox']],
		['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
		['a abcdefghij', 4, ['a', 'abcd', 'efgh', 'ij']],
		['one\n\ntwo', 10, ['one', '', 'two']],
		['', 10, ['']],
		['你好世界', 5, ['你好', '世界']],
		['ok 你好世界', 6, ['ok 你', '好世界']],
		['haha 😂😂😂', 8, ['haha 😂', '😂😂']],
		['👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 4, ['👨👨', '👨']],
		['a      b', 4, ['a', 'b']],
		['word ', 4, ['word']],
		['x', 0, ['x']],
	])('%j in %i columns', (text, width, lines) => {
		expect(wrapText(text, width)).toEqual(lines);
	});

	test('no line is too wide and nothing but spaces is lost', () => {
		fc.assert(
			fc.property(anyText, fc.integer({min: 2, max: 30}), (text, width) => {
				const lines = wrapText(text, width);
				const letters = (shown: string) => shown.replaceAll(/\s/g, '');
				expect(letters(lines.join(''))).toBe(letters(displayText(text)));
				// A grapheme is not torn: one that is wider than the line stands alone.
				const widest = Math.max(
					...graphemes(displayText(text)).map(cellWidth),
					width,
				);
				for (const line of lines) {
					expect(cellWidth(line)).toBeLessThanOrEqual(widest);
				}
			}),
		);
	});

	test('graphemes are those of the segmenter', () => {
		const segmenter = new Intl.Segmenter();
		fc.assert(
			fc.property(anyText, text => {
				expect(graphemes(text)).toEqual(
					Array.from(segmenter.segment(text), ({segment}) => segment),
				);
			}),
			{numRuns: 500},
		);
	});

	test('graphemes are what a reader would count', () => {
		expect(graphemes('a👨‍👩‍👧‍👦é🇩🇪')).toEqual(['a', '👨‍👩‍👧‍👦', 'é', '🇩🇪']);
	});
});

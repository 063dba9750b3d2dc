import {expect, test} from 'vitest';
import {clipboardSequence} from '../../source/components/clipboard.ts';

const copied = (text: string) => {
	const [, coded = ''] =
		/^\u001B\]52;c;(.*)\u0007$/.exec(clipboardSequence(text) ?? '') ?? [];
	return Buffer.from(coded, 'base64').toString();
};

test.each([
	['hey 👨‍👩‍👧\nthere', 'hey 👨‍👩‍👧\nthere'],
	['\u001B[31mred\u001B[0m', 'red'],
	['ls\u0003\u0015\r', 'ls'],
	['abc\u202Edef', 'abcdef'],
])('%j is copied as %j', (text, expected) => {
	expect(copied(text)).toBe(expected);
});

test('what no terminal takes is not sent', () => {
	expect(clipboardSequence('x'.repeat(100_000))).toBe(null);
});

import {describe, expect, test} from 'vitest';
import {parseExport} from '../../source/chats/parse.ts';
import {messagesOf} from '../helpers/messages.ts';
import {isMonthFirst, matrix} from './locale-forms.ts';

const file = {path: 'x', name: 'x'};

/** From CLDR: each locale on four clocks, as an iPhone and as an Android phone wrap it. */
const rows = matrix.flatMap(({locale, ios, android}) => [
	[locale, ios[0], '15:07:09'],
	[locale, ios[1], '15:07:09'],
	[locale, ios[2], '09:07:09'],
	[locale, android, '15:07:00'],
]) as [string, string, string][];

describe('headers as CLDR writes them', () => {
	test('the matrix is whole', () => {
		expect(matrix.length).toBeGreaterThanOrEqual(95);
	});

	test.each(rows)('%s: %s', (locale, written, time) => {
		const expected = {
			timestamp: `2024-03-05T${time}`,
			sender: 'Ana',
			text: 'a: b',
			kind: 'text',
		};
		for (const [line, platform] of [
			[`[${written}] Ana: a: b\r\n`, 'ios'],
			[`\u200F[${written}] Ana: a: b\r\n`, 'ios'],
			[`${written} - Ana: a: b\n`, 'android'],
			[`${written} – Ana: a: b\n`, 'android'],
		] as const) {
			const alone = parseExport(line, file);
			// Some locales write the fifth of March as others write the third of May: only the owner can tell.
			const chat = alone?.dateOrderCertain
				? alone
				: parseExport(line, file, {
						dateOrder: isMonthFirst(locale) ? 'mdy' : 'dmy',
					});
			expect(chat?.platform).toBe(platform);
			expect(messagesOf(chat)).toEqual([expected]);
		}
	});
});

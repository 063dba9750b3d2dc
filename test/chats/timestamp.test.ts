import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {toSeconds} from '../../source/chats/timestamp.ts';

describe('toSeconds', () => {
	test.each([
		['1970-01-01T00:00:00', 0],
		['1970-01-02T00:00:01', 86_401],
		['2000-02-29T12:00:00', 951_825_600],
		['2024-03-31T02:30:00', 1_711_852_200],
		['2100-03-01T00:00:00', 4_107_542_400],
	])('%s is %d', (timestamp, seconds) => {
		expect(toSeconds(timestamp)).toBe(seconds);
	});

	test('counts every day between 1900 and 2200 as a calendar does', () => {
		fc.assert(
			fc.property(
				fc.integer({min: -2_208_988_800, max: 7_258_118_399}),
				seconds => {
					const text = new Date(seconds * 1000).toISOString().slice(0, 19);
					expect(toSeconds(text)).toBe(seconds);
				},
			),
		);
	});
});

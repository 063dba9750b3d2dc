import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	differenceOf,
	fingerprintOf,
} from '../../source/likeness/fingerprint.ts';
import {habitsOf} from '../../source/likeness/habits.ts';
import {divergence, lengthShares} from '../../source/likeness/length.ts';
import {casual, formal, repliesOf} from './replies.ts';

describe('fingerprint', () => {
	test('of the same replies differs in nothing', () => {
		const own = fingerprintOf(casual(40));
		const difference = differenceOf(own, own);
		expect(difference.length).toBe(0);
		expect(difference.habits).toBe(0);
		expect(difference.trigrams).toBeCloseTo(1, 10);
	});

	test('of who writes alike is nearer than of who does not, in each measure', () => {
		const own = fingerprintOf(casual(40));
		const alike = differenceOf(own, fingerprintOf(casual(35).slice(3)));
		const other = differenceOf(own, fingerprintOf(formal(40)));
		expect(alike.length).toBeLessThan(other.length);
		expect(alike.habits).toBeLessThan(other.habits);
		expect(alike.trigrams).toBeGreaterThan(other.trigrams);
	});

	test('keeps its ranges whatever is written, and is the same from both sides', () => {
		const replies = fc.array(fc.string({unit: 'grapheme'}), {maxLength: 20});
		fc.assert(
			fc.property(replies, replies, (one, other) => {
				const a = fingerprintOf(repliesOf(...one));
				const b = fingerprintOf(repliesOf(...other));
				const there = differenceOf(a, b);
				for (const figure of Object.values(there)) {
					expect(figure).toBeGreaterThanOrEqual(0);
				}

				expect(there.length).toBeLessThanOrEqual(1 + 1e-9);
				expect(there.trigrams).toBeLessThanOrEqual(1 + 1e-9);
				const back = differenceOf(b, a);
				expect(back.length).toBeCloseTo(there.length, 10);
				expect(back.habits).toBeCloseTo(there.habits, 10);
				expect(back.trigrams).toBeCloseTo(there.trigrams, 10);
			}),
		);
	});
});

describe('lengths', () => {
	test('are counted by bins whose upper edge belongs to them', () => {
		const shares = lengthShares(repliesOf('ok', 'yes', 'x'.repeat(301), 'no'));
		expect(shares[0]).toBe(0.5);
		expect(shares[1]).toBe(0.25);
		expect(shares.at(-1)).toBe(0.25);
	});

	test('with nothing in common diverge by one bit', () => {
		expect(divergence([1, 0], [0, 1])).toBeCloseTo(1, 10);
	});
});

describe('habits', () => {
	test.each([
		['emoji', 'on my way 🚲', 'on my way'],
		['emoticon', 'see you :)', 'see you: 8 pm'],
		['emoticon', '<3', '< 3'],
		['lowerCase', 'hey you', 'Hey you'],
		['lowerCase', '… ja', '… Ja'],
		['fullStop', 'Sure.', 'Sure'],
		['fullStop', 'Sure.\nbye', 'sure. bye'],
		['question', 'when?', 'when'],
		['exclamation', 'now!', 'now'],
		['comma', 'yes, no', 'yes no'],
		['mention', 'ask @Lena', 'a@b'],
		['link', 'see https://example.org', 'see example'],
		['link', 'see [link]', 'see [photo]'],
		['abbreviation', 'idk lol', 'lollipop'],
		['abbreviation', 'vllt morgen', 'vielleicht morgen'],
		['stretched', 'sooo good', 'soo good'],
	] as const)('%s: "%s", not "%s"', (habit, has, hasNot) => {
		expect(habitsOf(repliesOf(has))[habit]).toBe(1);
		expect(habitsOf(repliesOf(hasNot))[habit]).toBe(0);
	});

	test('count the bubbles beyond the first', () => {
		expect(habitsOf(repliesOf('a\nb\nc', 'd')).burst).toBeCloseTo(0.1, 10);
	});
});

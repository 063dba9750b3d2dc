import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	cardOf,
	inWords,
	resultOf,
	type Who,
	wilson,
} from '../../../source/twin/blind/result.ts';

const picks = (twin: number, owner: number, base = 0): Who[] => [
	...Array<Who>(twin).fill('twin'),
	...Array<Who>(owner).fill('owner'),
	...Array<Who>(base).fill('base'),
];

describe('95 % Wilson interval', () => {
	// Newcombe 1998, table I, method 3, and the issue's own example.
	test.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718],
		[12, 20, 0.3866, 0.7812],
	])('%i of %i', (hits, n, from, to) => {
		const [low, high] = wilson(hits, n);
		expect(low).toBeCloseTo(from, 4);
		expect(high).toBeCloseTo(to, 4);
	});

	test('the share lies in it, and more picks make it narrower', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 1, max: 500}),
				fc.double({min: 0, max: 1, noNaN: true}),
				(n, share) => {
					const hits = Math.round(n * share);
					const [from, to] = wilson(hits, n);
					expect(from).toBeLessThanOrEqual(hits / n + 1e-12);
					expect(to).toBeGreaterThanOrEqual(hits / n - 1e-12);
					const [more, less] = wilson(hits * 4, n * 4);
					expect(less - more).toBeLessThan(to - from);
				},
			),
		);
	});

	test('nothing picked, nothing known', () => {
		expect(wilson(0, 0)).toEqual([0, 1]);
	});
});

describe('in plain words', () => {
	test('how many took the twin, what guessing gives, and what can be said', () => {
		expect(inWords(resultOf('Mika', picks(12, 8), 2))).toEqual([
			'12 of 20 took the twin for Mika; guessing gives 10.',
			'So between 39 % and 78 % of such picks would fall on the twin (95 % Wilson interval, n = 20).',
			'That cannot be told from guessing: friends do not tell the two apart.',
		]);
	});

	test.each([
		[picks(1, 19), 2 as const, 'can tell the two apart'],
		[picks(19, 1), 2 as const, 'more often than chance'],
		[picks(2, 2), 2 as const, 'too few picks'],
		[picks(3, 0), 3 as const, 'too few picks'],
		[picks(3, 3), 2 as const, 'too few picks'],
		[picks(12, 4, 4), 3 as const, 'more often than chance'],
	])('%#', (who, choices, meaning) => {
		expect(inWords(resultOf('Mika', who, choices)).at(-1)).toContain(meaning);
	});

	test('the base model is counted apart, and guessing gives a third', () => {
		expect(inWords(resultOf('Mika', picks(4, 4, 2), 3)).slice(0, 2)).toEqual([
			'4 of 10 took the twin for Mika; guessing gives 3.3.',
			'2 of 10 took the base model for Mika.',
		]);
	});
});

test('the card has the figures and quotes nobody', () => {
	expect(cardOf(resultOf('Mika', picks(12, 8), 2))).toBe(
		[
			'Who is Mika, and who is the twin?',
			'████████████░░░░░░░░  12 of 20',
			'took the twin for Mika; guessing gives 10.',
			'95 % interval: 39 % to 78 %, n = 20',
			'A blind test on moments that the twin was never trained on, by twin-tui',
		].join('\n'),
	);
});

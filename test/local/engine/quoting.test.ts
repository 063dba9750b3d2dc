import {describe, expect, test} from 'vitest';
import {chanceOfQuoting} from '../../../source/local/engine/quoting.ts';

/** Quantiles of the lead on held-out moments of the demo and two public sets: 0, 5, 10, 25, 50, 75, 90, 95, 100 %. */
const leads = [
	...[-1.18, -0.68, -0.54, 0, 0.3, 0.56, 0.75, 0.88, 1.8],
	...[-0.27, -0.07, 0.05, 0.26, 0.45, 0.65, 0.96, 1.03, 1.4],
	...[-0.65, -0.27, -0.05, 0.24, 0.57, 0.83, 1.09, 1.15, 1.5],
].toSorted((one, other) => one - other);
const dial = [0, 0.25, 0.5, 0.7, 1];

const shareAt = (recall: number): number =>
	leads.reduce((sum, lead) => sum + chanceOfQuoting(lead, recall), 0) /
	leads.length;

describe('quoting', () => {
	test('rises evenly with the dial: none, some, half, most, all', () => {
		const shares = dial.map(shareAt);
		for (const [at, recall] of dial.entries())
			expect(Math.abs((shares[at] ?? 0) - recall)).toBeLessThan(0.15);
		expect(shares[0]).toBe(0);
		expect(shares.at(-1)).toBe(1);
		expect(shares).toEqual(shares.toSorted((one, other) => one - other));
	});

	test('is the likelier the better the real replies fit', () => {
		for (const recall of dial.slice(1, -1)) {
			const chances = leads.map(lead => chanceOfQuoting(lead, recall));
			expect(chances).toEqual(chances.toSorted((one, other) => one - other));
			expect(new Set(chances).size).toBe(new Set(leads).size);
		}
	});

	test.each([
		['nothing real', Number.NEGATIVE_INFINITY, 1, 0],
		['nothing drawn', Number.POSITIVE_INFINITY, 0.2, 1],
		['nothing at all', Number.NaN, 0.5, 0],
		['the dial at its end, a bad fit', -1e9, 1, 1],
		['the dial at its begin, a good fit', 1e9, 0, 0],
	])('with %s', (_, lead, recall, chance) => {
		expect(chanceOfQuoting(lead, recall)).toBe(chance);
	});
});

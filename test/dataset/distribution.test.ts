import fc from 'fast-check';
import {expect, test} from 'vitest';
import {distributionOf} from '../../source/dataset/distribution.ts';

test.each([
	[[], 0, 0, 0, 0, [0]],
	[[7], 7, 7, 7, 7, [1]],
	[[1, 2, 3, 4], 1, 2, 4, 4, [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1]],
	[Array.from({length: 100}, (_, at) => at + 1), 1, 50, 95, 100, [9, 8]],
])('%j', (values, min, median, p95, max, histogram) => {
	const found = distributionOf(values);
	expect(found).toMatchObject({min, median, p95, max});
	expect(found.histogram).toHaveLength(12);
	expect(found.histogram.slice(0, histogram.length)).toEqual(histogram);
});

test('every value is in one bar, and the percentiles in order', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(), {minLength: 1}), values => {
			const {min, median, p95, max, histogram} = distributionOf(values);
			expect(histogram.reduce((sum, bar) => sum + bar)).toBe(values.length);
			expect([min, median, p95, max]).toEqual(
				[min, median, p95, max].toSorted((a, b) => a - b),
			);
			for (const value of [median, p95]) expect(values).toContain(value);
		}),
	);
});

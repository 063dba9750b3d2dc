import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {discountsOf} from '../../../source/local/engine/discounts.ts';
import {freeze} from '../../../source/local/engine/freeze.ts';
import {
	emptyCounts,
	type Growing,
	learn,
	lookUp,
} from '../../../source/local/engine/growing.ts';
import {complete, distribute} from '../../../source/local/engine/ngram.ts';

const vocabulary = 12;
const text = fc.array(fc.nat({max: vocabulary - 1}), {
	minLength: 2,
	maxLength: 60,
});

function learnt(tokens: readonly number[]): Growing {
	const growing = emptyCounts(vocabulary);
	const all = Uint16Array.from(tokens);
	for (let at = 1; at < all.length; at++) {
		learn(growing, {tokens: all, at, floor: 0}, all[at] as number);
	}

	return growing;
}

describe('n-gram model', () => {
	test('gives every token a chance, and all together 1', () => {
		fc.assert(
			fc.property(text, text, (seen, asked) => {
				const ngram = complete(freeze(learnt(seen)));
				const into = new Float64Array(vocabulary);
				const tokens = Uint16Array.from(asked);
				for (let at = 1; at <= tokens.length; at++) {
					distribute(ngram, {tokens, at, floor: 0}, into);
					expect(Math.min(...into)).toBeGreaterThan(0);
					expect(into.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
				}
			}),
		);
	});

	test('says the same while it grows and when it is finished', () => {
		fc.assert(
			fc.property(text, text, (seen, asked) => {
				const growing = learnt(seen);
				const discounts = discountsOf(growing);
				const into = new Float64Array(vocabulary);
				const tokens = Uint16Array.from(asked);
				const look = {probability: 0, depth: 0, guess: 0};
				for (let at = 1; at < tokens.length; at++) {
					const place = {tokens, at, floor: 0};
					const depth = distribute(complete(freeze(growing)), place, into);
					const target = tokens[at] as number;
					look.depth = 0;
					lookUp(growing, discounts, place, target, look);
					expect(look.probability).toBeCloseTo(into[target] as number, 12);
					expect(look.depth).toBe(depth);
				}
			}),
			{numRuns: 50},
		);
	});

	test('counts the different tokens before, not how often (Kneser–Ney)', () => {
		// 2 follows only 1, four times; 3 follows four different tokens.
		const growing = learnt([1, 2, 1, 2, 1, 2, 1, 2, 4, 3, 5, 3, 6, 3, 7, 3]);
		const alone = complete(freeze(growing)).unigrams;
		expect(alone[3]).toBeGreaterThan((alone[2] as number) * 2);
	});

	test('does not look before the floor', () => {
		const ngram = complete(freeze(learnt([1, 2, 3, 4, 5, 1, 2, 3, 4, 5])));
		const [one, other] = [
			[9, 4, 3],
			[2, 4, 3],
		].map(start => {
			const into = new Float64Array(vocabulary);
			const tokens = Uint16Array.from([...start, 4]);
			distribute(ngram, {tokens, at: 4, floor: 2}, into);
			return into;
		});
		expect(one).toEqual(other);
	});

	test('is uniform before anything was learnt', () => {
		const ngram = complete(freeze(emptyCounts(vocabulary)));
		expect([...ngram.unigrams]).toEqual(Array(vocabulary).fill(1 / vocabulary));
	});
});

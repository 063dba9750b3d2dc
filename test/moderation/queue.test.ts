import {expect, test} from 'vitest';
import {proofs, prove} from './proof.ts';

/*
The whole queue, through the real package, against an endpoint with limits and a time of its own. Each case with 40,000
messages is in `benchmarks/moderation.benchmark.ts`.
*/

test.each(Object.entries(proofs).map(([name, proof]) => ({name, ...proof})))(
	'scores every text exactly once, within the limits and at them: $name',
	async ({name, ...proof}) => {
		const proved = await prove(proof, name === 'no fault' ? 10_000 : 2000);
		expect(proved.wrong).toEqual([]);
		expect(proved.wronglyRefused).toEqual([]);
		expect(proved.refused).toBe(proved.poisonous);
		expect(proved.overLimit).toBe(0);
		if (name === 'no fault') {
			expect(proved.used).toBeGreaterThanOrEqual(0.95);
			expect(proved.guessOff).toBeLessThan(0.05);
		}
	},
	// Thousands of requests, on a machine that may be busy.
	60_000,
);

import {defineConfig} from 'vitest/config';
import tests from './vitest.config.ts';

/** `npm run test:nightly`: the fuzzing of `npm test` with many more cases, and other ones each time. */
export default defineConfig({
	...tests,
	test: {
		...tests.test,
		include: ['test/fuzz/*.test.ts'],
		env: {
			...tests.test?.env,
			FUZZ_RUNS: process.env.FUZZ_RUNS ?? '100000',
			SEED: process.env.SEED ?? String(Date.now() % 1_000_000_000),
		},
		testTimeout: 3_600_000,
	},
});

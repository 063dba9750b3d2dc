import {defineConfig} from 'vitest/config';
import tests from './vitest.config.ts';

/** `npm run benchmark`: what is claimed about speed, measured against a peer or a floor in the same run. */
export default defineConfig({
	test: {
		...tests.test,
		include: ['benchmarks/*.benchmark.ts'],
		testTimeout: 600_000,
		fileParallelism: false,
		disableConsoleIntercept: true,
	},
});

import {defineConfig} from 'vitest/config';
import tests from './vitest.config.ts';

/** `npm run test:faults`: what may go wrong around the program, and what it promises then. Minutes, so not part of `npm test`. */
export default defineConfig({
	...tests,
	test: {
		...tests.test,
		include: ['test/faults/*.faults.ts'],
		reporters: ['default', './test/faults/table.ts'],
		fileParallelism: false,
		testTimeout: 900_000,
	},
});

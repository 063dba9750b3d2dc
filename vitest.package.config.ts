import {defineConfig} from 'vitest/config';
import tests from './vitest.config.ts';

/** `npm run test:package`: the tarball as a new user gets it, on every Node that is named (`NODES=/path/to/node22:…`). */
export default defineConfig({
	...tests,
	test: {
		...tests.test,
		include: ['test/package/*.package.ts'],
		testTimeout: 300_000,
		fileParallelism: false,
		disableConsoleIntercept: true,
	},
});

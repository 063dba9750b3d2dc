import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {defineConfig} from 'vitest/config';
import tests from './vitest.config.ts';

/** Where each benchmark puts its lines of the table. */
const table = path.join(os.tmpdir(), `twin-tui-benchmarks-${process.pid}`);
process.env.BENCHMARK_TABLE = table;

/** `npm run benchmark`: what is claimed about speed, measured against a peer or a floor in the same run. */
export default defineConfig({
	...tests,
	test: {
		...tests.test,
		include: ['benchmarks/*.benchmark.ts'],
		reporters: ['default', './benchmarks/table.ts'],
		env: {...tests.test?.env, BENCHMARK_TABLE: table},
		testTimeout: 600_000,
		fileParallelism: false,
		disableConsoleIntercept: true,
	},
});

import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		// Workers and the terminal journeys run the bundle, so it is built once before the tests.
		globalSetup: 'test/helpers/build.ts',
		setupFiles: 'test/helpers/properties.ts',
		env: {FORCE_COLOR: '3'},
		// Modules are loaded once per worker: no test leaves anything in them.
		isolate: false,
		testTimeout: 20_000,
		hookTimeout: 20_000,
	},
});

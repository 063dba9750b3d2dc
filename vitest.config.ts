import os from 'node:os';
import path from 'node:path';
import {defineConfig} from 'vitest/config';

export default defineConfig({
	// React as it is bundled: its development build is several times as slow.
	oxc: {jsx: {development: false}},
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		// Workers and the terminal journeys run the bundle, so it is built once before the tests.
		globalSetup: 'test/helpers/build.ts',
		setupFiles: 'test/helpers/properties.ts',
		// Twins of the journeys need no network: it has tests of its own.
		env: {
			NODE_ENV: 'production',
			FORCE_COLOR: '3',
			TWIN_TUI_MINUTES: '0',
			// Tests have homes of their own; what one leaves to the system must not be the owner's.
			TWIN_TUI_HOME: path.join(os.tmpdir(), 'twin-tui-test-home'),
		},
		// Modules are loaded once per worker: no test leaves anything in them.
		isolate: false,
		// Much of the time is waiting for programs in terminals.
		maxWorkers: 3,
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});

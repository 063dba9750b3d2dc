import {defineConfig} from 'vitest/config';
import tests from './vitest.config.ts';

/** `npm run pictures`: the readme's pictures, from the built program in a real terminal. */
export default defineConfig({
	...tests,
	test: {...tests.test, include: ['test/pictures/*.pictures.{ts,tsx}']},
});

import {type TestContext, test} from 'vitest';

declare module 'vitest' {
	interface TaskMeta {
		/** What the program promises in this case; the table of faults tells it. */
		promise?: string;
		/** What was seen, in a few words. */
		seen?: string;
	}
}

/**
A case of the table of faults: a test whose name is the case.
@param says what the program promises then
@param run returns what was seen, in a few words; it throws where the promise is broken
*/
export function promise(
	name: string,
	says: string,
	run: (context: TestContext) => Promise<unknown>,
	timeout = 120_000,
): void {
	test(name, {timeout}, async context => {
		context.task.meta.promise = says;
		const seen = await run(context);
		if (typeof seen === 'string' && seen) context.task.meta.seen = seen;
	});
}

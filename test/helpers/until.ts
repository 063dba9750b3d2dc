/** A text that the screen is to show, or a question about what it shows. */
export type Expected = string | RegExp | ((screen: string) => boolean);

export function isShown(screen: string, expected: Expected): boolean {
	if (typeof expected === 'function') {
		return expected(screen);
	}
	return typeof expected === 'string'
		? screen.includes(expected)
		: expected.test(screen);
}

/** What was waited for and what was there instead. */
export const notShown = (screen: string, expected: Expected): Error =>
	new Error(
		`Waited in vain for ${typeof expected === 'string' ? `"${expected}"` : String(expected)}. The screen:\n${frame(screen)}`,
	);

const frame = (screen: string): string =>
	screen
		.split('\n')
		.map(line => `│${line}`)
		.join('\n');

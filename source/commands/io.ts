import process from 'node:process';

/** What a command reads and writes: the process's own streams, or a test's. */
export type Io = {
	stdin: NodeJS.ReadableStream & {isTTY?: boolean};
	stdout: NodeJS.WritableStream & {isTTY?: boolean};
	stderr: NodeJS.WritableStream & {isTTY?: boolean};
	environment: NodeJS.ProcessEnv;
};

export const processIo: Io = {
	stdin: process.stdin,
	stdout: process.stdout,
	stderr: process.stderr,
	environment: process.env,
};

/** Exit codes (design, section 6); 130 is what shells expect after Ctrl+C. */
export const exit = {
	success: 0,
	failure: 1,
	usage: 2,
	interrupted: 130,
} as const;

/** A command was called in a wrong way: one sentence, exit code 2. */
export class UsageError extends Error {
	override name = 'UsageError';
}

import {Readable, Writable} from 'node:stream';
import type {Io} from '../../source/commands/io.ts';

/** The streams of a command: what goes in, and what came out. */
export function fakeIo(
	home: string,
	{
		stdin = '',
		isTTY = false,
		environment = {},
	}: {stdin?: string; isTTY?: boolean; environment?: NodeJS.ProcessEnv} = {},
) {
	const written = {stdout: '', stderr: ''};
	const into = (name: keyof typeof written) =>
		Object.assign(
			new Writable({
				write(chunk, _, done) {
					written[name] += chunk;
					done();
				},
			}),
			{isTTY},
		);
	const io: Io = {
		stdin: Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]),
		stdout: into('stdout'),
		stderr: into('stderr'),
		environment: {TWIN_TUI_HOME: home, TWIN_TUI_MINUTES: '0', ...environment},
	};
	return {io, written};
}

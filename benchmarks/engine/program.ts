import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');

/** The built program as a script runs it, with a home of its own. */
export type Program = {
	folder: string;
	/** Runs a command; what it wrote on stdout. */
	run: (...args: readonly string[]) => Promise<string>;
};

/** @returns what `work` returns; the home is gone then */
export async function withProgram<Result>(
	work: (program: Program) => Promise<Result>,
): Promise<Result> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-benchmark-'));
	const env = {...process.env, TWIN_TUI_HOME: path.join(folder, 'home')};
	try {
		return await work({
			folder,
			async run(...args) {
				const {stdout} = await promisify(execFile)(
					process.execPath,
					[cli, ...args],
					{env, maxBuffer: 2 ** 26},
				);
				return stdout;
			},
		});
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
}

/** The data set of some exports, and its held-out part. */
export async function makeData(
	{folder, run}: Program,
	exports: string,
	me: string,
): Promise<{data: string; heldOut: string}> {
	const data = path.join(folder, 'data.jsonl');
	await run('dataset', exports, '--me', me, '--out', data);
	return {data, heldOut: path.join(folder, 'data.validation.jsonl')};
}

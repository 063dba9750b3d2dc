import {execFile} from 'node:child_process';
import process from 'node:process';
import {promisify} from 'node:util';

/** Builds `dist/` once before the tests, so that worker threads and terminal journeys run what is in `source/` now; `BUILT=1` says that it is there. */
export default async function build() {
	if (process.env.BUILT) return;
	await promisify(execFile)('npm', ['run', 'build', '--silent']);
}

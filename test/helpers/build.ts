import {execFile} from 'node:child_process';
import {promisify} from 'node:util';

/** Builds `dist/` once before the tests, so that worker threads and terminal journeys run what is in `source/` now. */
export default async function build() {
	await promisify(execFile)('npm', ['run', 'build', '--silent']);
}

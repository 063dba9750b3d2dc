import {execFile} from 'node:child_process';
import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');

/** What the bundle is made of, folders too: one that lost a file is newer than the bundle. */
const made = [
	'source',
	'patches',
	'build.js',
	'package.json',
	'package-lock.json',
];

/** Builds `dist/` once before the tests, unless it is newer than all that it is made of, so that worker threads and terminal journeys run what is in `source/` now; `BUILT=1` says that it is there. */
export default async function build() {
	if (process.env.BUILT || isBuilt()) return;
	await promisify(execFile)('npm', ['run', 'build', '--silent']);
}

function isBuilt(): boolean {
	const bundle = path.join(root, 'dist/cli.js');
	if (!existsSync(bundle)) return false;
	const time = statSync(bundle).mtimeMs;
	return made.every(name => changedAt(path.join(root, name)) < time);
}

/** When a file, or anything in a folder, was changed last: milliseconds. */
function changedAt(place: string): number {
	const own = statSync(place);
	if (!own.isDirectory()) return own.mtimeMs;
	const entries = readdirSync(place, {recursive: true, encoding: 'utf8'});
	return Math.max(
		own.mtimeMs,
		...entries.map(name => statSync(path.join(place, name)).mtimeMs),
	);
}

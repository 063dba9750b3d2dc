import {statfs} from 'node:fs/promises';
import path from 'node:path';
import {ensureFolder} from '../../store/files.ts';
import {type Check, check} from './types.ts';

/** Data set, model and checkpoints are written here: this many times the data set has to be free. */
const spaceNeeded = 6;
const leastSpace = 50_000_000;

/** Whether the disk of a folder has room for what will be written; `freeIn` tells how many bytes it has, null where nobody can. */
export async function checkSpace(
	folder: string,
	bytes: number,
	freeIn: (folder: string) => Promise<number | null> = freeSpace,
): Promise<Check> {
	const needed = Math.max(bytes * spaceNeeded, leastSpace);
	const free = await freeIn(folder);
	if (free === null)
		return check(
			'space',
			'unknown',
			'How much room the disk has could not be found out.',
		);
	return free >= needed
		? check('space', 'good', `${sized(free)} are free on the disk.`)
		: check(
				'space',
				'bad',
				`Only ${sized(free)} are free on the disk, and ${sized(needed)} may be needed: free some space first.`,
			);
}

/** '79.9 GB' or '640 MB'. */
const sized = (bytes: number): string =>
	bytes >= 1e9
		? `${(bytes / 1e9).toFixed(1)} GB`
		: `${Math.round(bytes / 1e6)} MB`;

async function freeSpace(folder: string): Promise<number | null> {
	try {
		await ensureFolder(folder);
		const {bavail, bsize} = await statfs(path.resolve(folder));
		return bavail * bsize;
	} catch {
		return null;
	}
}

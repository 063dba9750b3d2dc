import {stat, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {
	ensureFolder,
	listFolder,
	readIfThere,
	removeFile,
} from '../../store/files.ts';
import {isRunning} from '../../store/processes.ts';

/** The right to train a job: one program at a time has it. */
export type Ownership = {
	/** Says that this program is alive; false where another one has taken over meanwhile. */
	keep(): Promise<boolean>;
	release(): Promise<void>;
};

/** An owner that has not been heard of for so long is gone, even where another program has its process id by now. */
const silentMs = 120_000;

const prefix = 'owner-';

/**
Takes a job that nobody trains. Each take-over creates the file of the next number, and a file can be created only once,
so of two programs that try at the same moment one gets it.
@returns null where a living program has the job.
*/
export async function claim(folder: string): Promise<Ownership | null> {
	await ensureFolder(folder);
	const last = await lastOwner(folder);
	if (last > 0 && (await isAlive(fileOf(folder, last)))) return null;
	const mine = last + 1;
	const file = fileOf(folder, mine);
	try {
		await writeFile(file, JSON.stringify({pid: process.pid}), {
			flag: 'wx',
			mode: 0o600,
		});
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
		throw error;
	}
	if (last > 0) await removeFile(fileOf(folder, last));
	return {
		async keep() {
			const now = new Date();
			try {
				await utimes(file, now, now);
			} catch {
				return false;
			}
			return (await lastOwner(folder)) === mine;
		},
		release: () => removeFile(file),
	};
}

const fileOf = (folder: string, number: number) =>
	path.join(folder, `${prefix}${number}`);

async function lastOwner(folder: string): Promise<number> {
	const numbers = (await listFolder(folder))
		.filter(name => name.startsWith(prefix))
		.map(name => Number(name.slice(prefix.length)))
		.filter(Number.isInteger);
	return Math.max(0, ...numbers);
}

async function isAlive(file: string): Promise<boolean> {
	const text = await readIfThere(file);
	if (text === null) return false;
	const {mtimeMs} = await stat(file);
	if (Date.now() - mtimeMs > silentMs) return false;
	// Just created and not written yet.
	if (text === '') return true;
	return isRunning(Number(/\d+/.exec(text)?.[0]));
}

import {randomBytes} from 'node:crypto';
import {
	appendFile,
	mkdir,
	open,
	readdir,
	readFile,
	rename,
	rm,
} from 'node:fs/promises';
import path from 'node:path';

/** Chats are private: folders for the owner only, and files too. */
const folderMode = 0o700;
const fileMode = 0o600;

export async function ensureFolder(folder: string): Promise<void> {
	await mkdir(folder, {recursive: true, mode: folderMode});
}

/**
Writes a whole file or nothing: a kill or a full disk leaves the old one. (The `atomically` package writes once and takes
a short write, as a nearly full disk gives it, for a whole one; a file handle of Node's goes on until all is written.)
@throws the system's error, `ENOSPC` for a full disk among them.
*/
export async function writeFile(
	file: string,
	content: string | Uint8Array,
): Promise<void> {
	await ensureFolder(path.dirname(file));
	const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
	try {
		const handle = await open(temporary, 'wx', fileMode);
		try {
			await handle.writeFile(content);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(temporary, file);
	} catch (error) {
		await rm(temporary, {force: true}).catch(() => undefined);
		throw error;
	}
}

/** Writes a whole file or throws; tests put a full disk in its place. */
export type Write = typeof writeFile;

/** Appends to a file that readers take up to its last whole line. */
export async function appendLines(
	file: string,
	lines: readonly string[],
): Promise<void> {
	await ensureFolder(path.dirname(file));
	await appendFile(file, lines.map(line => `${line}\n`).join(''), {
		mode: fileMode,
	});
}

/** The content, or null where there is no such file. */
export async function readIfThere(file: string): Promise<string | null> {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

/** Names of the files in a folder, sorted; none where the folder is not there. */
export async function listFolder(folder: string): Promise<string[]> {
	try {
		return (await readdir(folder)).sort();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}

export async function removeFile(file: string): Promise<void> {
	await rm(file, {force: true});
}

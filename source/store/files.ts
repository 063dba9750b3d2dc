import {appendFile, mkdir, readdir, readFile, rm} from 'node:fs/promises';
import path from 'node:path';
import {writeFile as writeAtomically} from 'atomically';

/** Chats are private: folders for the owner only, and files too. */
const folderMode = 0o700;
const fileMode = 0o600;

export async function ensureFolder(folder: string): Promise<void> {
	await mkdir(folder, {recursive: true, mode: folderMode});
}

/**
Writes a whole file or nothing: a kill or a full disk leaves the old one.
@throws the system's error, `ENOSPC` for a full disk among them.
*/
export async function writeFile(
	file: string,
	content: string | Uint8Array,
): Promise<void> {
	await ensureFolder(path.dirname(file));
	await writeAtomically(file, content as string, {mode: fileMode});
}

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

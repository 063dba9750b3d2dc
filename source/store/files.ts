import {randomBytes} from 'node:crypto';
import {existsSync} from 'node:fs';
import {
	appendFile,
	mkdir,
	open,
	readdir,
	readFile,
	rename,
	rm,
} from 'node:fs/promises';
import {homedir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {isRunning} from './processes.ts';

/** Chats are private: folders for the owner only, and files too. */
const folderMode = 0o700;
const fileMode = 0o600;

/** @throws the system's error, `EROFS` for a disk that cannot be written to among them */
export async function ensureFolder(folder: string): Promise<void> {
	try {
		await mkdir(folder, {recursive: true, mode: folderMode});
	} catch (error) {
		// So Node says of a read-only disk; asked for a single folder, it says what is wrong.
		if ((error as NodeJS.ErrnoException).code === 'ENOENT')
			await mkdir(firstMissing(folder), {mode: folderMode});
		throw error;
	}
}

/** The uppermost folder on a path that is not there yet. */
function firstMissing(folder: string): string {
	const parent = path.dirname(folder);
	return parent === folder || existsSync(parent)
		? folder
		: firstMissing(parent);
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
	const folder = path.dirname(file);
	await ensureFolder(folder);
	await sweep(folder);
	const temporary = `${file}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
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

/** Folders that this program has looked through. */
const swept = new Set<string>();

/** Removes what programs that were killed in the middle of a write left: it holds chats, and nobody would look for it. */
async function sweep(folder: string): Promise<void> {
	if (swept.has(folder)) return;
	swept.add(folder);
	for (const name of await listFolder(folder)) {
		const pid = /\.(\d+)\.[\da-f]{12}\.tmp$/.exec(name)?.[1];
		if (pid !== undefined && !isRunning(Number(pid)))
			await removeFile(path.join(folder, name)).catch(() => undefined);
	}
}

/**
Writes a file that was not there, where the owner wants it: readable by the owner only.
@returns its whole path; '~' is the home folder
@throws the system's error, `EEXIST` where there is such a file
*/
export async function writeNew(file: string, content: string): Promise<string> {
	const place = path.resolve(file.replace(/^~(?=$|[\\/])/, homedir()));
	const handle = await open(place, 'wx', fileMode);
	try {
		await handle.writeFile(content);
	} catch (error) {
		await rm(place, {force: true}).catch(() => undefined);
		throw error;
	} finally {
		await handle.close();
	}
	return place;
}

/** Writes a whole file or throws; tests put a full disk in its place. */
export type Write = typeof writeFile;

/**
Appends to a file that readers take line by line. A last line that a kill or a full disk tore is ended first, so that it
spoils no other.
@throws the system's error, `ENOSPC` for a full disk among them.
*/
export async function appendLines(
	file: string,
	lines: readonly string[],
): Promise<void> {
	await ensureFolder(path.dirname(file));
	const text = lines.map(line => `${line}\n`).join('');
	await appendFile(file, (await isTorn(file)) ? `\n${text}` : text, {
		mode: fileMode,
	});
}

/** Whether the file ends within a line. */
async function isTorn(file: string): Promise<boolean> {
	const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return null;
		throw error;
	});
	if (!handle) return false;
	try {
		const {size} = await handle.stat();
		if (size === 0) return false;
		const {buffer} = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
		return buffer[0] !== 0x0a;
	} finally {
		await handle.close();
	}
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

/** The bytes, or null where there is no such file. */
export async function readBytesIfThere(
	file: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
	try {
		return Uint8Array.from(await readFile(file));
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

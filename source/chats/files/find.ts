import {existsSync} from 'node:fs';
import {open, readdir, stat} from 'node:fs/promises';
import {homedir} from 'node:os';
import {extname, join, resolve} from 'node:path';
import {setImmediate as nextTick} from 'node:timers/promises';
import {looksLikeExport, readZip} from './archive.ts';
import {sentenceFor, sentences} from './sentences.ts';

/** How deep folders are searched: the folder itself, its folders and theirs. */
const DEPTH = 2;

/** How much of a file is looked at. */
const HEAD = 16 * 1024;

/** A file to read, or why a path cannot be. */
export type Target = {file: string} | {file: string; error: string};

/** What paths stand for: the files to read, and those .txt and .zip files of folders that are no exports. */
export type Targets = {targets: Target[]; others: string[]};

/** Where exports are looked for when no path is given: the working folder and Downloads, as far as they exist. */
export function defaultFolders(): string[] {
	const folders = [resolve('.'), join(homedir(), 'Downloads')];
	return [...new Set(folders)].filter(folder => existsSync(folder));
}

/**
 * The files that paths stand for: files as given, folders by what in them looks like an export, whatever its name; with
 * a sentence for each path that stands for no file. Hidden files and node_modules are skipped; so are, in a folder, files
 * and folders that cannot be read.
 * @throws the signal's reason when it is aborted.
 */
export async function findTargets(
	paths: string[],
	signal: AbortSignal,
): Promise<Targets> {
	const targets: Target[] = [];
	const others = new Set<string>();
	const seen = new Set<string>();
	for (const path of paths) {
		signal.throwIfAborted();
		const found = await targetsOf(path, signal);
		for (const other of found.others) others.add(other);
		for (const target of found.targets) {
			const key = resolve(target.file);
			if (seen.has(key)) continue;
			seen.add(key);
			targets.push(target);
		}
	}
	const found = targets.some(target => !('error' in target));
	const quiet = new Set(defaultFolders());
	return {
		// Nobody asked for Downloads where the working folder has exports.
		targets: targets.filter(
			target =>
				!(found && 'error' in target && quiet.has(resolve(target.file))),
		),
		others: [...others].filter(other => !seen.has(resolve(other))),
	};
}

async function targetsOf(path: string, signal: AbortSignal): Promise<Targets> {
	const alone = (target: Target): Targets => ({targets: [target], others: []});
	const failed = (error: string) => alone({file: path, error});
	try {
		const info = await stat(path);
		if (info.isFile()) return alone({file: path});
		if (!info.isDirectory()) return failed(sentences.notAFile);
	} catch (error) {
		return failed(sentenceFor(error));
	}
	try {
		const {files, others} = await search(path, DEPTH, signal);
		return files.length > 0
			? {targets: files.map(file => ({file})), others}
			: {...failed(sentences.noExportsInFolder), others};
	} catch (error) {
		signal.throwIfAborted();
		const text = sentenceFor(error);
		return failed(
			text === sentences.forbidden ? sentences.forbiddenFolder : text,
		);
	}
}

/** As people sort: 'Chat 9' before 'Chat 10'. Made when first needed: it costs a millisecond. */
let names: Intl.Collator | undefined;

/** What a folder holds: exports, and other files that are called like some. */
type Folder = {files: string[]; others: string[]};

/** @throws what the system says where this folder cannot be listed; deeper ones are skipped. */
async function search(
	folder: string,
	depth: number,
	signal: AbortSignal,
): Promise<Folder> {
	const entries = await readdir(folder, {withFileTypes: true});
	const files: string[] = [];
	const others: string[] = [];
	names ??= new Intl.Collator('en', {numeric: true});
	const {compare} = names;
	const byName = entries.sort((one, other) => compare(one.name, other.name));
	for (const entry of byName) {
		signal.throwIfAborted();
		await nextTick();
		const {name} = entry;
		if (name.startsWith('.') || name === 'node_modules') continue;
		const path = join(folder, name);
		if (entry.isDirectory() && depth > 0) {
			const deeper = await search(path, depth - 1, signal).catch(() => null);
			files.push(...(deeper?.files ?? []));
			others.push(...(deeper?.others ?? []));
		} else if (isCandidate(name))
			((await isExport(path, signal)) ? files : others).push(path);
	}
	signal.throwIfAborted();
	return {files, others};
}

function isCandidate(name: string): boolean {
	return /^\.(?:txt|zip)$/i.test(extname(name));
}

/** Whether a file's beginning looks like an export, or an archive holds a text that does. */
async function isExport(path: string, signal: AbortSignal): Promise<boolean> {
	try {
		// A pipe would be waited for as long as nobody writes to it.
		if (!(await stat(path)).isFile()) return false;
		const head = await readHead(path);
		return isZip(head)
			? (await readZip(path, signal, true)).length > 0
			: looksLikeExport(head);
	} catch {
		signal.throwIfAborted();
		return false;
	}
}

async function readHead(path: string): Promise<Buffer> {
	const handle = await open(path);
	try {
		const {buffer, bytesRead} = await handle.read({buffer: Buffer.alloc(HEAD)});
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}

/** Whether a file begins like an archive, also an empty one. */
export function isZip(head: Uint8Array): boolean {
	return (
		head[0] === 0x50 &&
		head[1] === 0x4b &&
		((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))
	);
}

import {once} from 'node:events';
import {realpath, stat, writeFile as writeDirectly} from 'node:fs/promises';
import {type JsonlOptions, toJsonl} from '../dataset/jsonl.ts';
import type {Example} from '../dataset/types.ts';
import {writeFile} from '../store/files.ts';

/** Bytes that are handed on at once. */
const batchSize = 65_536;

/** Writes to a stream as fast as it is read. @throws what the stream throws: EPIPE where the reader is gone */
export async function writeToStream(
	stream: NodeJS.WritableStream,
	examples: readonly Example[],
	shape: JsonlOptions,
	signal: AbortSignal,
): Promise<void> {
	for (const batch of batches(examples, shape)) {
		signal.throwIfAborted();
		if (!stream.write(batch)) await once(stream, 'drain', {signal});
	}
}

/**
Writes a whole file or nothing, for the owner's eyes only. Devices and pipes are written to as they are.
@throws Error with a sentence
*/
export async function writeToFile(
	file: string,
	examples: readonly Example[],
	shape: JsonlOptions,
): Promise<void> {
	const content = Buffer.concat([...batches(examples, shape)]);
	try {
		if (await isSpecial(file)) await writeDirectly(file, content);
		// A link is followed, or it would be replaced by the file.
		else await writeFile(await realpath(file).catch(() => file), content);
	} catch (error) {
		throw new Error(`${file} cannot be written: ${reasonOf(error)}`);
	}
}

/** The file beside `file` for the examples that are held out (design, section 6). */
export const validationFile = (file: string): string =>
	`${file.replace(/\.jsonl$/i, '')}.validation.jsonl`;

function* batches(
	examples: readonly Example[],
	shape: JsonlOptions,
): Generator<Buffer> {
	let batch: string[] = [];
	let size = 0;
	for (const line of toJsonl(examples, shape)) {
		batch.push(line);
		size += line.length;
		if (size < batchSize) continue;
		yield Buffer.from(batch.join(''));
		batch = [];
		size = 0;
	}
	if (size > 0) yield Buffer.from(batch.join(''));
}

/** Whether there is a device or a pipe already: it is written to, never replaced, and nothing is put beside it. */
export async function isSpecial(file: string): Promise<boolean> {
	try {
		const found = await stat(file);
		return !found.isFile() && !found.isDirectory();
	} catch {
		return false;
	}
}

/** Why a file could not be written, and what to do. */
export function reasonOf(error: unknown): string {
	const {code, message} = error as NodeJS.ErrnoException;
	switch (code) {
		case 'ENOSPC':
			return 'the disk is full. Free some space and try again.';
		case 'EISDIR':
			return 'it is a folder. Give --out the name of a file.';
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
			return 'you may not write there. Choose another place for --out.';
		case 'ENOTDIR':
		case 'EEXIST':
			return 'a part of its path is a file. Choose another place for --out.';
		default:
			return `${message}.`;
	}
}

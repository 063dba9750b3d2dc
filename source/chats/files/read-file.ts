import {open} from 'node:fs/promises';
import {basename, dirname, extname, resolve} from 'node:path';
import {setImmediate as nextTick} from 'node:timers/promises';
import {KINDS} from '../columns.ts';
import {listOf} from '../from-messages.ts';
import type {Chat} from '../message.ts';
import type {ParseOptions} from '../parse.ts';
import {titleFromName} from '../title.ts';
import {LARGEST_TEXT, readZip, type ZipText} from './archive.ts';
import {isZip} from './find.ts';
import {readText} from './read-text.ts';
import {sentenceFor, sentences, Unreadable} from './sentences.ts';

/** How a file is to be read: what the owner, or other exports, know of the order of day and month. */
export type ReadOptions = Pick<ParseOptions, 'dateOrder' | 'hints'>;

/** No export is newer than its file; some hours later, because neither of them tells its time zone. */
const SLACK = 36 * 60 * 60 * 1000;

/** What came of a file: its chats, or a sentence. */
export type FileResult = {chats: Chat[]} | {error: string};

/**
 * Reads the chats of one file, text or archive, in the thread that calls.
 * @throws the signal's reason when it is aborted.
 */
export async function readFileAt(
	file: string,
	options: ReadOptions,
	signal: AbortSignal,
): Promise<FileResult> {
	let zip = false;
	try {
		const {bytes, written} = await readBytes(file);
		zip = bytes === null;
		const known = {...options, latest: dayOf(written)};
		return {
			chats: bytes
				? [readText(bytes, file, titleSource(file), known)]
				: await readArchive(file, known, signal),
		};
	} catch (error) {
		signal.throwIfAborted();
		return {error: sentenceFor(error, zip)};
	}
}

function dayOf(written: number): string {
	return new Date(written + SLACK).toISOString().slice(0, 10);
}

/** The bytes of a text file, and when it was written; null for an archive, which is not read at once. */
async function readBytes(
	file: string,
): Promise<{bytes: Buffer | null; written: number}> {
	const handle = await open(file);
	try {
		const {size, mtimeMs: written} = await handle.stat();
		if (size === 0) throw new Unreadable(sentences.empty);
		const {buffer, bytesRead} = await handle.read({
			buffer: Buffer.alloc(4),
			position: 0,
		});
		if (isZip(buffer.subarray(0, bytesRead))) return {bytes: null, written};
		if (extname(file).toLowerCase() === '.zip')
			throw new Unreadable(sentences.damagedZip);
		if (size > LARGEST_TEXT) throw new Unreadable(sentences.enormous);
		const bytes = Buffer.alloc(size);
		let filled = 0;
		while (filled < size) {
			const part = await handle.read(bytes, filled, size - filled, filled);
			if (part.bytesRead === 0) break;
			filled += part.bytesRead;
		}
		return {bytes: bytes.subarray(0, filled), written};
	} finally {
		await handle.close();
	}
}

/** An iOS archive that was unpacked has its title in the folder's name. */
function titleSource(file: string): string {
	const name = basename(file);
	const folder = basename(dirname(resolve(file)));
	return !titleFromName(name) && titleFromName(folder) ? folder : name;
}

/** A chat of an archive, with the text that it was read from. */
type Archived = {text: ZipText; chat: Chat};

async function readArchive(
	file: string,
	options: ParseOptions,
	signal: AbortSignal,
): Promise<Chat[]> {
	const chats: Archived[] = [];
	for (const text of await readZip(file, signal)) {
		const chat = readArchived(text, file, options);
		if (chat) chats.push({text, chat});
		await nextTick();
		signal.throwIfAborted();
	}
	const own = chats.filter(({text}) => !isAttachment(text, chats));
	if (own.length === 0) throw new Unreadable(sentences.noChatInZip);
	const [only] = own;
	if (own.length > 1 || !only) return own.map(({chat}) => chat);
	// The archive's path and name stand for the chat where it holds one.
	const {text, chat} = only;
	const title = [text.name, text.folder, basename(file)]
		.map(titleFromName)
		.find(each => each !== null);
	return [{...chat, file, title: title ?? chat.title}];
}

/** Null where a text only began like an export. */
function readArchived(
	text: ZipText,
	file: string,
	options: ParseOptions,
): Chat | null {
	const named = titleFromName(text.name) ? text.name : text.folder || text.name;
	try {
		return readText(text.bytes, `${file}:${text.entry}`, named, options);
	} catch (error) {
		if (error instanceof Unreadable) return null;
		throw error;
	}
}

/** Whether a text was sent in one of the other chats: a chat names the files that were. */
function isAttachment(text: ZipText, chats: readonly Archived[]): boolean {
	return chats.some(
		other => other.text !== text && mentions(other.chat, text.name),
	);
}

function mentions({messages}: Chat, file: string): boolean {
	const list = listOf(messages);
	const media = KINDS.indexOf('media');
	for (const [at, kind] of list.columns.kind.entries())
		if (kind === media && list.textAt(at).includes(file)) return true;
	return false;
}

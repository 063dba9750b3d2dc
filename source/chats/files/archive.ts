import {basename, dirname} from 'node:path/posix';
import {type Entry, openPromise, type ZipFile} from 'yauzl';
import {bytesOf} from '../bytes.ts';
import {recognise} from '../form.ts';
import {normalise} from '../normalise.ts';
import {decodeText} from './decode.ts';
import {sentences, Unreadable} from './sentences.ts';

/** No chat has more text than this; WhatsApp exports 40,000 messages at most. */
export const LARGEST_TEXT = 256 * 1024 * 1024;

/** Chats shrink to a tenth; what shrinks to less than a two-hundredth and is large is made to fill memory. */
const RATIO = 200;
const LARGE = 16 * 1024 * 1024;

/** Bytes of a header: what is shorter is no export, and an archive may hold any number of such files. */
const SHORTEST = 12;

/** How much of a text tells whether it is an export. */
const HEAD = 16 * 1024;

/** A text inside an archive that looks like an export. */
export type ZipText = {
	/** Path inside the archive. */
	entry: string;
	/** Its file name, and that of the folder it lies in ('' at the top). */
	name: string;
	folder: string;
	bytes: Buffer;
};

/**
 * Reads the texts of an archive that look like exports, straight from it: nothing is unpacked to disk, and nothing but
 * text is inflated. With `peek` it stops at the first and reads only its beginning.
 * @throws Unreadable with the sentence for the owner.
 */
export async function readZip(
	path: string,
	signal: AbortSignal,
	peek = false,
): Promise<ZipText[]> {
	const zip = await openPromise(path, {autoClose: false});
	try {
		const candidates = await listTexts(zip, signal);
		const texts: ZipText[] = [];
		let room = LARGEST_TEXT;
		for (const entry of candidates) {
			signal.throwIfAborted();
			refuse(entry, room);
			const bytes = await inflate(zip, entry, peek);
			if (!bytes) continue;
			room -= bytes.length;
			const name = basename(entry.fileName);
			const folder = basename(dirname(entry.fileName));
			texts.push({
				entry: entry.fileName,
				name,
				folder: folder === '.' ? '' : folder,
				bytes,
			});
			if (peek) break;
		}
		return texts;
	} finally {
		zip.close();
	}
}

/** The .txt files of an archive that may be a chat: no folders, no resource forks, no hidden files. */
async function listTexts(zip: ZipFile, signal: AbortSignal): Promise<Entry[]> {
	const entries: Entry[] = [];
	for await (const entry of zip.eachEntry()) {
		signal.throwIfAborted();
		const parts = entry.fileName.split('/');
		const hidden = parts.some(
			part => part === '__MACOSX' || part.startsWith('.'),
		);
		const isText =
			/\.txt$/i.test(entry.fileName) && entry.uncompressedSize >= SHORTEST;
		if (!hidden && isText) entries.push(entry);
	}
	const folders = new Set(
		entries.filter(isIosChat).map(({fileName}) => dirname(fileName)),
	);
	// Beside a _chat.txt every other text is something that was sent in the chat.
	return entries.filter(
		entry => isIosChat(entry) || !folders.has(dirname(entry.fileName)),
	);
}

function isIosChat({fileName}: Entry): boolean {
	return /^_chat[^/]*\.txt$/i.test(basename(fileName));
}

function refuse(entry: Entry, room: number): void {
	if (entry.isEncrypted()) throw new Unreadable(sentences.encryptedZip);
	if (!entry.canDecodeFileData()) throw new Unreadable(sentences.methodZip);
	const {compressedSize, uncompressedSize} = entry;
	if (
		uncompressedSize > room ||
		(uncompressedSize > LARGE && uncompressedSize > compressedSize * RATIO)
	)
		throw new Unreadable(sentences.bombZip);
}

/**
 * The bytes of a text; null where its beginning is no export. The archive reader fails on more bytes than announced, so
 * that the bound above holds.
 */
async function inflate(
	zip: ZipFile,
	entry: Entry,
	peek: boolean,
): Promise<Buffer | null> {
	const stream = await zip.openReadStreamPromise(entry);
	const chunks: Buffer[] = [];
	let size = 0;
	let known = false;
	try {
		for await (const chunk of stream) {
			chunks.push(chunk as Buffer);
			size += (chunk as Buffer).length;
			if (known || size < HEAD) continue;
			if (!looksLikeExport(Buffer.concat(chunks))) return null;
			known = true;
			if (peek) break;
		}
	} finally {
		stream.destroy();
	}
	const bytes = Buffer.concat(chunks, size);
	return known || looksLikeExport(bytes) ? bytes : null;
}

/** Whether the beginning of a file has a line that begins like a message. */
export function looksLikeExport(head: Uint8Array): boolean {
	const decoded = decodeText(head);
	return (
		decoded !== null &&
		recognise(normalise(bytesOf(decoded.text)).toString()) !== null
	);
}

import {isUtf8} from 'node:buffer';
import type {Chat} from '../message.ts';
import {type ParseOptions, parseExport} from '../parse.ts';
import {decodeText, isBlank, SAMPLE} from './decode.ts';
import {sentences, Unreadable} from './sentences.ts';

/**
 * The chat that the bytes of a text hold; `path` and `name` as in `parseExport`.
 * @throws Unreadable where the bytes are no export.
 */
export function readText(
	bytes: Uint8Array,
	path: string,
	name: string,
	options: ParseOptions,
): Chat {
	const chat = readNarrow(bytes, path, name, options);
	if (chat) return chat;
	const decoded = decodeText(bytes);
	if (!decoded) throw new Unreadable(sentences.binary);
	if (isBlank(decoded.text)) throw new Unreadable(sentences.empty);
	const wide = parseExport(decoded.text, {path, name}, options);
	if (!wide) throw new Unreadable(sentences.noExport);
	if (decoded.encoding === 'latin-1') wide.warnings.push(sentences.latin1);
	return wide;
}

/**
 * The chat of bytes that are UTF-8 and begin with a date in European digits, as nearly all exports do, without decoding
 * them first; null for all others.
 */
function readNarrow(
	bytes: Uint8Array,
	path: string,
	name: string,
	options: ParseOptions,
): Chat | null {
	if (bytes.subarray(0, SAMPLE).includes(0) || !isUtf8(bytes)) return null;
	const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	const buffer = hasMark ? body.subarray(3) : body;
	if (!/^\W{0,8}\d/.test(buffer.toString('latin1', 0, 16))) return null;
	if (!buffer.includes('\n') && buffer.includes('\r')) return null;
	const narrow = {
		bytes: buffer,
		decode: (from: number, to: number) => buffer.toString('utf8', from, to),
	};
	return parseExport(
		buffer.toString('latin1'),
		{path, name},
		{...options, narrow},
	);
}

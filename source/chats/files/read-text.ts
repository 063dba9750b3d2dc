import {isUtf8} from 'node:buffer';
import type {Chat} from '../message.ts';
import {type ParseOptions, parseExport} from '../parse.ts';
import {decodeText, isBlank, SAMPLE} from './decode.ts';
import {lineKernel} from './line-kernel.ts';
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
	const named = {path, name};
	const known = {...options, kernel: lineKernel()};
	// Nearly all exports are UTF-8, and are read where they are.
	const isText = !bytes.subarray(0, SAMPLE).includes(0) && isUtf8(bytes);
	const chat = isText ? parseExport(bytes, named, known) : null;
	if (chat) return chat;
	const decoded = decodeText(bytes);
	if (!decoded) throw new Unreadable(sentences.binary);
	if (isBlank(decoded.text)) throw new Unreadable(sentences.empty);
	const other = isText ? null : parseExport(decoded.text, named, known);
	if (!other) throw new Unreadable(sentences.noExport);
	if (decoded.encoding === 'latin-1') other.warnings.push(sentences.latin1);
	return other;
}

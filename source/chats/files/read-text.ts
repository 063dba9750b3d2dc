import type {Chat} from '../message.ts';
import {type ParseOptions, parseExport} from '../parse.ts';
import {decodeText, isBlank} from './decode.ts';
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
	const decoded = decodeText(bytes);
	if (!decoded) throw new Unreadable(sentences.binary);
	if (isBlank(decoded.text)) throw new Unreadable(sentences.empty);
	const chat = parseExport(decoded.text, {path, name}, options);
	if (!chat) throw new Unreadable(sentences.noExport);
	if (decoded.encoding === 'latin-1') chat.warnings.push(sentences.latin1);
	return chat;
}

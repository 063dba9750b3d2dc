import {asBuffer} from '../bytes.ts';
import type {Columns} from '../columns.ts';
import {listOf} from '../from-messages.ts';
import {MessageList} from '../list.ts';
import type {Chat} from '../message.ts';

/**
 * A chat as it travels between threads: columns, whose buffers change hands, instead of an object per message, each of
 * which would be cloned where the screen is drawn.
 */
export type PackedChat = Omit<Chat, 'messages'> & {columns: Columns};

/** Packs a chat; `buffersOf` names what may be transferred. */
export function pack({messages, ...chat}: Chat): PackedChat {
	const {columns} = listOf(messages);
	return {...chat, columns: {...columns, bytes: alone(columns.bytes)}};
}

/** The bytes in memory of their own: small buffers share theirs, and that cannot change hands. */
function alone(bytes: Buffer): Buffer {
	return bytes.length === bytes.buffer.byteLength
		? bytes
		: asBuffer(Uint8Array.from(bytes));
}

/** The buffers of a packed chat, which another thread may take over. */
export function buffersOf({columns}: PackedChat): ArrayBuffer[] {
	const {bytes, from, to, written, time, sender, kind} = columns;
	return [bytes, from, to, written, time, sender, kind].map(
		({buffer}) => buffer as ArrayBuffer,
	);
}

/** The chat again, at once: no message is made before it is asked for. */
export function unpack({columns, ...chat}: PackedChat): Chat {
	const bytes = asBuffer(columns.bytes);
	return {...chat, messages: new MessageList({...columns, bytes})};
}

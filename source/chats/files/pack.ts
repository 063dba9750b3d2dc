import type {Chat, Message, MessageKind} from '../message.ts';

/**
 * A chat as it travels between threads: a few rows of bytes and numbers, whose buffers change hands, instead of an object
 * per message, each of which would be cloned where the screen is drawn.
 */
export type PackedChat = Omit<Chat, 'messages'> & {
	/** All timestamps in a row, a byte for each character. */
	timestamps: Uint8Array;
	/** All texts in a row: those that need a byte for each character (Latin-1), and those that need two. */
	narrow: Uint8Array;
	wide: Uint8Array;
	/** Length of each text; -1 minus the length where it is among the wide ones. */
	lengths: Int32Array;
	/** Each distinct sender once, nobody first, and their places per message. */
	senders: (string | null)[];
	sender: Uint32Array;
	/** Places in `KINDS`. */
	kinds: Uint8Array;
};

const KINDS: readonly MessageKind[] = ['text', 'media', 'system', 'deleted'];

/** Characters of a timestamp. */
const STAMP = 'YYYY-MM-DDTHH:mm:ss'.length;

/** Packs a chat; `buffersOf` names what may be transferred. */
export function pack({messages, ...chat}: Chat): PackedChat {
	const {length} = messages;
	const stamps: string[] = [];
	const narrow: string[] = [];
	const wide: string[] = [];
	const lengths = new Int32Array(length);
	const senders: (string | null)[] = [];
	const places = new Map<string | null, number>();
	const sender = new Uint32Array(length);
	const kinds = new Uint8Array(length);
	for (let at = 0; at < length; at++) {
		const {timestamp, sender: name, text, kind} = messages.at(at) as Message;
		stamps.push(timestamp);
		const isShort = isNarrow(text);
		(isShort ? narrow : wide).push(text);
		lengths[at] = isShort ? text.length : -1 - text.length;
		let place = places.get(name);
		if (place === undefined) {
			place = senders.push(name) - 1;
			places.set(name, place);
		}
		sender[at] = place;
		kinds[at] = KINDS.indexOf(kind);
	}
	return {
		...chat,
		timestamps: bytesOf(stamps, 'latin1'),
		narrow: bytesOf(narrow, 'latin1'),
		wide: bytesOf(wide, 'utf16le'),
		lengths,
		senders,
		sender,
		kinds,
	};
}

function isNarrow(text: string): boolean {
	for (let at = 0; at < text.length; at++)
		if (text.charCodeAt(at) > 0xff) return false;
	return true;
}

/** In memory of its own, because small buffers share theirs and that cannot change hands. */
function bytesOf(texts: string[], encoding: 'latin1' | 'utf16le'): Uint8Array {
	const text = texts.join('');
	const bytes = Buffer.from(
		new ArrayBuffer(text.length * (encoding === 'latin1' ? 1 : 2)),
	);
	bytes.write(text, encoding);
	return bytes;
}

function textOf(bytes: Uint8Array, encoding: 'latin1' | 'utf16le'): string {
	return Buffer.from(bytes.buffer).toString(encoding);
}

/** The buffers of a packed chat, which another thread may take over. */
export function buffersOf(packed: PackedChat): ArrayBuffer[] {
	const {timestamps, narrow, wide, lengths, sender, kinds} = packed;
	return [timestamps, narrow, wide, lengths, sender, kinds].map(
		({buffer}) => buffer as ArrayBuffer,
	);
}

/** The chat again. Pauses behind every `step` messages, so that a screen can be drawn in between. */
export function* unpack(
	packed: PackedChat,
	step: number,
): Generator<void, Chat> {
	const {timestamps, narrow, wide, lengths, senders, sender, kinds, ...chat} =
		packed;
	const stamps = textOf(timestamps, 'latin1');
	const narrowText = textOf(narrow, 'latin1');
	const wideText = textOf(wide, 'utf16le');
	const messages: Message[] = [];
	let inNarrow = 0;
	let inWide = 0;
	for (let at = 0; at < lengths.length; at++) {
		if (at > 0 && at % step === 0) yield;
		const length = lengths[at] as number;
		messages.push({
			timestamp: stamps.slice(at * STAMP, (at + 1) * STAMP),
			sender: senders[sender[at] as number] ?? null,
			text:
				length < 0
					? wideText.slice(inWide, inWide - 1 - length)
					: narrowText.slice(inNarrow, inNarrow + length),
			kind: KINDS[kinds[at] as number] ?? 'text',
		});
		if (length < 0) inWide -= 1 + length;
		else inNarrow += length;
	}
	return {...chat, messages};
}

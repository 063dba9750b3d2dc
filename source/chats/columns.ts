import type {MessageKind} from './message.ts';

/** Places of the kinds in the column `kind`. */
export const KINDS: readonly MessageKind[] = [
	'text',
	'media',
	'system',
	'deleted',
];

/** How a text stands among the bytes (column `written`): as it is, in ASCII or not; with marks; with the note of an edit. */
export const ASCII = 0;
export const UTF8 = 1;
export const MARKED = 2;
export const EDITED = 3;

/**
 * The messages of a chat, one column per field: a million of them are a few blocks of memory, which change hands between
 * threads, instead of a million objects. `Messages` of an export are made of them (`list.ts`).
 */
export type Columns = {
	length: number;
	/** UTF-8 in which the texts stand, most often the whole file. */
	bytes: Buffer;
	/** Where each text begins and ends. */
	from: Uint32Array;
	to: Uint32Array;
	written: Uint8Array;
	/** Wall-clock time in seconds since 1970-01-01T00:00:00 (see `timestamp.ts`). */
	time: Float64Array;
	/** Place in `names`, where nobody is the first. */
	sender: Uint32Array;
	/** Each name once, in the order in which they first wrote. */
	names: (string | null)[];
	/** Place in `KINDS`. */
	kind: Uint8Array;
};

/** Columns of a length to be filled. */
export function emptyColumns(length: number, bytes: Buffer): Columns {
	return {
		length,
		bytes,
		from: new Uint32Array(length),
		to: new Uint32Array(length),
		written: new Uint8Array(length),
		time: new Float64Array(length),
		sender: new Uint32Array(length),
		names: [null],
		kind: new Uint8Array(length),
	};
}

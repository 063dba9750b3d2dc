import {bytesOf} from '../bytes.ts';

/** Bits that tell texts apart. */
const SIZE = 2 ** 18;

/** Bytes at the beginning that are compared first, and those of the few texts that pass. */
const WIDTH = 4;
const WIDE = 8;

/**
 * Says of the bytes of a text, without decoding them, whether it may be one of some phrases: by its first bytes and its
 * last one. Hardly any typed text passes.
 */
export class Sieve {
	/** A bit for each beginning and last byte that pass. */
	readonly holes = new Uint8Array(SIZE >> 3);
	readonly #wide = new Uint8Array(SIZE >> 3);
	/** Keys of beginnings that are too short to be compared any further. */
	readonly #short = new Set<number>();

	/** `whole`: folded phrases; `beginnings`: what folded phrases begin with that go on with anything. */
	constructor(whole: Iterable<string>, beginnings: Iterable<string>) {
		for (const phrase of whole) {
			const bytes = bytesOf(phrase);
			const last = bytes.at(-1) ?? 0;
			open(this.holes, keyOf(bytes, 0, bytes.length, WIDTH), last);
			open(this.#wide, keyOf(bytes, 0, bytes.length, WIDE), last);
		}
		for (const phrase of beginnings) {
			const bytes = bytesOf(phrase);
			const {length} = bytes;
			const key = keyOf(bytes, 0, length, WIDTH);
			open(this.holes, key, 0);
			if (length < WIDE && !bytes.some(isFolded)) this.#short.add(key);
			else open(this.#wide, keyOf(bytes, 0, length, WIDE), 0);
		}
	}

	may(bytes: Uint8Array, from: number, to: number): boolean {
		// Letters of India have two Unicode forms.
		if (bytes[from] === 0xe0 || bytes[from + 1] === 0xe0) return true;
		const key = keyOf(bytes, from, to, WIDTH);
		const last = lastByte(bytes, from, to);
		if (!has(this.holes, key, last) && !has(this.holes, key, 0)) return false;
		if (this.#short.has(key)) return true;
		const wide = keyOf(bytes, from, to, WIDE);
		return has(this.#wide, wide, last) || has(this.#wide, wide, 0);
	}
}

function open(holes: Uint8Array, key: number, last: number): void {
	const hole = holeOf(key, last);
	(holes[hole >> 3] as number) |= 1 << (hole & 7);
}

function has(holes: Uint8Array, key: number, last: number): boolean {
	const hole = holeOf(key, last);
	return (((holes[hole >> 3] as number) >> (hole & 7)) & 1) === 1;
}

/** Bytes that folding changes, or the first of such: a blank of some kind, or an apostrophe. */
const isFolded = (byte: number) =>
	byte === 0x20 || byte === 0x27 || byte === 0xc2 || byte === 0xe2;

/** The first bytes, up to what folding changes; a number of their own where they are no more than four. */
function keyOf(
	bytes: Uint8Array,
	from: number,
	to: number,
	width: number,
): number {
	let key = 0;
	const end = Math.min(to, from + width);
	for (let at = from; at < end; at++) {
		const byte = bytes[at] as number;
		if (isFolded(byte)) break;
		key = ((key << 8) | (key >>> 24)) ^ byte;
	}
	return key;
}

/** The last byte in front of a full stop (see `fold`). */
function lastByte(bytes: Uint8Array, from: number, to: number): number {
	const last = bytes[to - 1] as number;
	if (to - from < 4) return last === 0x2e ? (bytes[to - 2] as number) : last;
	if (last === 0x2e) return bytes[to - 2] as number;
	if (last === 0x94 && bytes[to - 2] === 0xdb) return bytes[to - 3] as number;
	const isThree =
		(last === 0x82 && bytes[to - 2] === 0x80 && bytes[to - 3] === 0xe3) ||
		(last === 0xa4 && bytes[to - 2] === 0xa5 && bytes[to - 3] === 0xe0);
	return isThree ? (bytes[to - 4] as number) : last;
}

const holeOf = (key: number, last: number) =>
	(Math.imul(key ^ Math.imul(last + 1, 0x9e3779b1), 0x85ebca6b) >>> 14) &
	(SIZE - 1);

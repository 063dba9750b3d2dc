import {bytesOf} from '../bytes.ts';

/** Bits that tell texts apart. */
const SIZE = 2 ** 18;

/** Bytes at the beginning that are compared. */
const WIDTH = 4;

/**
 * Says of the bytes of a text, without decoding them, whether it may be one of some phrases: by its first bytes and its
 * last one. Hardly any typed text passes.
 */
export class Sieve {
	readonly #holes = new Uint8Array(SIZE >> 3);

	/** `whole`: folded phrases; `beginnings`: what folded phrases begin with that go on with anything. */
	constructor(whole: Iterable<string>, beginnings: Iterable<string>) {
		for (const phrase of whole) {
			const bytes = bytesOf(phrase);
			this.#open(keyOf(bytes, 0, bytes.length), bytes.at(-1) ?? 0);
		}
		for (const phrase of beginnings) {
			const bytes = bytesOf(phrase);
			this.#open(keyOf(bytes, 0, bytes.length), 0);
		}
	}

	may(bytes: Uint8Array, from: number, to: number): boolean {
		// Letters of India have two Unicode forms.
		if (bytes[from] === 0xe0 || bytes[from + 1] === 0xe0) return true;
		const key = keyOf(bytes, from, to);
		return this.#has(key, lastByte(bytes, from, to)) || this.#has(key, 0);
	}

	#open(key: number, last: number): void {
		const hole = holeOf(key, last);
		(this.#holes[hole >> 3] as number) |= 1 << (hole & 7);
	}

	#has(key: number, last: number): boolean {
		const hole = holeOf(key, last);
		return (((this.#holes[hole >> 3] as number) >> (hole & 7)) & 1) === 1;
	}
}

/** The first bytes, up to what folding changes: a blank of some kind, or an apostrophe. */
function keyOf(bytes: Uint8Array, from: number, to: number): number {
	let key = 0;
	const end = Math.min(to, from + WIDTH);
	for (let at = from; at < end; at++) {
		const byte = bytes[at] as number;
		if (byte === 0x20 || byte === 0x27 || byte === 0xc2 || byte === 0xe2) break;
		key = (key << 8) | byte;
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

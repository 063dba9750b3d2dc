import {FOREIGN, PERHAPS_MARK, SLASH} from './look.ts';

/** A byte four times in a word. */
const LINE_FEEDS = 0x0a0a0a0a;
const SLASHES = 0x2f2f2f2f;
const ONES = 0x01010101;
const HIGH_BITS = 0x8080_8080 | 0;

/** Where lines end, and what stands in them: looked for in four bytes at a time, for this is asked of every byte. */
export class LineReader {
	/** What stands in the line that was read last. */
	look = 0;
	readonly #bytes: Uint8Array;
	readonly #words: DataView;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
		this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	}

	/** Reads from a place inside of a line, and returns where it ends, before its \n. */
	read(from: number): number {
		const bytes = this.#bytes;
		const words = this.#words;
		const {length} = bytes;
		let foreign = 0;
		let distant = 0;
		let slashes = 0;
		let end = from;
		for (; end + 4 <= length; end += 4) {
			const word = words.getInt32(end, true);
			if (zeros(word ^ LINE_FEEDS) !== 0) break;
			foreign |= word;
			distant |= fromD8(word);
			slashes |= zeros(word ^ SLASHES);
		}
		for (; end < length; end++) {
			const byte = bytes[end] as number;
			if (byte === 0x0a) break;
			foreign |= byte;
			distant |= fromD8(byte);
			if (byte === 0x2f) slashes = 1;
		}
		this.look =
			((foreign & HIGH_BITS) !== 0 ? FOREIGN : 0) |
			((distant & HIGH_BITS) !== 0 ? PERHAPS_MARK : 0) |
			(slashes !== 0 ? SLASH : 0);
		return end;
	}
}

/**
 * Not 0 where a byte of a word is 0 (Alan Mycroft's test, in "Bit Twiddling Hacks" by Sean Eron Anderson: "Determine if
 * a word has a zero byte").
 */
function zeros(word: number): number {
	return (word - ONES) & ~word & HIGH_BITS;
}

/** The high bit of each byte that is 0xD8 or more: whose bits begin with 111 or 11011. */
function fromD8(word: number): number {
	return word & (word << 1) & ((word << 2) | ((word << 3) & (word << 4)));
}

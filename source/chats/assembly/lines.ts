// AssemblyScript, compiled by build.js into dist/lines.wasm: reads the lines of an export that are like those before
// them, sixteen bytes at a time. What it does is written in plain TypeScript in scan.ts, repeat.ts and typed.ts, which
// read every line that this leaves to them; the tests hold the two against each other.

/** Bytes of the text that are here at a time, headers that are found in them at most. */
export const WINDOW: i32 = 1 << 18;
export const ROWS: i32 = 1 << 13;

/** Templates of headers, one for each byte with which such lines begin; how long their parts may be. */
export const SLOTS: i32 = 8;
export const TAILS: i32 = 8;
export const LONGEST: i32 = 64;

// A slot: nine numbers, then the bytes before the time, then the tails.
const ID: usize = 0;
const MARKED: usize = 4;
const WIDTH: usize = 8;
const LEAD: usize = 12;
const ZERO: usize = 16;
const SEPARATOR: usize = 20;
const HAS_SECONDS: usize = 24;
const PREFIX_LENGTH: usize = 28;
const TAIL_COUNT: usize = 32;
const PREFIX: usize = 36;
const FIRST_TAIL: usize = 100;
// A tail: its length, its bytes, and which hour of the day each written one is (i16, -1 where nobody knows).
const TAIL_BYTES: usize = 4;
const TAIL_HOURS: usize = 68;
const TAIL_SIZE: usize = 268;
const SLOT_SIZE: usize = 2244;

// As in look.ts.
const FOREIGN: i32 = 1;
const PERHAPS_MARK: i32 = 2;
const SLASH: i32 = 4;
const MORE_LINES: i32 = 8;
const TYPED: i32 = 16;

export const bytes: usize = memory.data(262_144 + 64, 16);
/** 1 for a byte with which a header may begin; the slot of a first byte, from 1. */
export const begins: usize = memory.data(256);
export const slotOf: usize = memory.data(256);
export const slots: usize = memory.data(8 * 2244, 16);
/** The holes of the sieve (see phrases/sieve.ts). */
export const sieve: usize = memory.data(32_768);

// A row for each header: where its line and its message begin, its time, what is seen in its line, its flags (headers.ts).
export const starts: usize = memory.data(4 * 8192, 16);
export const bodies: usize = memory.data(4 * 8192, 16);
export const times: usize = memory.data(4 * 8192, 16);
export const looks: usize = memory.data(8192);
export const flags: usize = memory.data(8192);
/** Which name stands in front of the message: its place in the table below, or 0 where it is not there. */
export const names: usize = memory.data(8192);

// Names that have been seen, with ': ' behind them, at the place (from 1) that a hash of theirs says: a length and bytes.
const NAMES: u32 = 256;
const NAME_SIZE: usize = 68;
const LONGEST_NAME: usize = 64;
const table: usize = memory.data(256 * 68, 16);

export let count: i32 = 0;
export let lines: i32 = 0;
export let blank: i32 = 0;
/** Whether it stopped at a line that is like none before it, and not where the text ends that is here. */
export let unknown: i32 = 0;
/** Whether the line before ends with CR LF. */
export let crlf: i32 = 0;
/** Headers behind such a line. */
export let headersBehindCrlf: i32 = 0;
/** What is seen in lines that belong to the header before the first one here. */
export let lookBefore: i32 = 0;

let time: i32 = 0;
let marked: i32 = 0;
let look: i32 = 0;

/**
 * Reads whole lines from one place of the window up to another, and returns where the first one begins that it leaves.
 * Only headers of slots with
 * this id are read: they have one date and one form. `base` is where the window begins in the text.
 */
export function read(
	base: i32,
	from: i32,
	to: i32,
	id: i32,
	android: i32,
): i32 {
	count = 0;
	headersBehindCrlf = 0;
	lines = 0;
	blank = 0;
	lookBefore = 0;
	const end = bytes + <usize>to;
	let at = bytes + <usize>from;
	while (at < end) {
		const first = <usize>load<u8>(at);
		let body: usize = 0;
		if (load<u8>(begins + first)) {
			const slot = <i32>load<u8>(slotOf + first);
			if (slot > 0)
				body = bodyOf(at, slots + <usize>(slot - 1) * SLOT_SIZE, id);
			if (body === 0 || count === ROWS) {
				unknown = body === 0 ? 1 : 0;
				return <i32>(at - bytes);
			}
		}
		const text = body ? behindSender(body) : at;
		const feed = lineEnd(text, end);
		if (feed >= end) break;
		const isCrlf = load<u8>(feed - 1) === 0x0d && feed > at;
		if (body) {
			const row = <usize>count;
			count++;
			store<i32>(starts + (row << 2), base + <i32>(at - bytes));
			store<i32>(bodies + (row << 2), base + <i32>(body - bytes));
			store<i32>(times + (row << 2), time);
			// As in senders.ts: a name has a sign at least, and is not too long.
			const named = text > body + 2 && text - body <= 121;
			if (named && isTyped(text, isCrlf ? feed - 1 : feed, android))
				look |= TYPED;
			store<u8>(looks + row, <u8>look);
			store<u8>(names + row, named ? <u8>placeOf(body, text - body) : 0);
			headersBehindCrlf += crlf;
			store<u8>(flags + row, <u8>(marked | (crlf << 1)));
		} else if (count > 0) {
			const last = looks + <usize>(count - 1);
			store<u8>(last, <u8>(<i32>load<u8>(last) | look | MORE_LINES));
		} else {
			lookBefore |= look | MORE_LINES;
		}
		lines++;
		crlf = isCrlf ? 1 : 0;
		if (feed - at <= <usize>crlf) blank++;
		at = feed + 1;
	}
	unknown = 0;
	return <i32>(at - bytes);
}

/** Where the message of a header begins that is like the slot's, or 0; its time is left in `time`. */
function bodyOf(start: usize, slot: usize, id: i32): usize {
	if (load<i32>(slot, ID) !== id) return 0;
	const length = <usize>load<i32>(slot, PREFIX_LENGTH);
	if (!stands(start, slot + PREFIX, length)) return 0;
	let at = start + length;
	const width = <usize>load<i32>(slot, WIDTH);
	let hour = digits(at, slot, width, 2);
	if (hour >= 0) {
		at += 2 * width;
	} else {
		hour = digits(at, slot, width, 1);
		if (hour < 0) return 0;
		at += width;
	}
	const separator = load<u8>(slot, SEPARATOR);
	if (load<u8>(at) !== separator) return 0;
	const minutes = digits(at + 1, slot, width, 2);
	if (minutes < 0 || minutes > 59) return 0;
	at += 1 + 2 * width;
	let seconds = 0;
	if (load<i32>(slot, HAS_SECONDS)) {
		if (load<u8>(at) !== separator) return 0;
		seconds = digits(at + 1, slot, width, 2);
		if (seconds < 0 || seconds > 59) return 0;
		at += 1 + 2 * width;
	}
	let tail = slot + FIRST_TAIL;
	for (let left = load<i32>(slot, TAIL_COUNT); left > 0; left--) {
		const size = <usize>load<i32>(tail);
		if (stands(at, tail + TAIL_BYTES, size)) {
			const known = <i32>load<i16>(tail + TAIL_HOURS + ((<usize>hour) << 1));
			if (known < 0) return 0;
			time = known * 3600 + minutes * 60 + seconds;
			marked = load<i32>(slot, MARKED);
			return at + size;
		}
		tail += TAIL_SIZE;
	}
	return 0;
}

function stands(at: usize, piece: usize, length: usize): bool {
	let n: usize = 0;
	for (; n + 8 <= length; n += 8)
		if (load<u64>(at + n) !== load<u64>(piece + n)) return false;
	for (; n < length; n++)
		if (load<u8>(at + n) !== load<u8>(piece + n)) return false;
	return true;
}

/** The number of some digits, or -1. */
function digits(at: usize, slot: usize, width: usize, many: i32): i32 {
	const zero = load<i32>(slot, ZERO);
	let value = 0;
	for (; many > 0; many--) {
		for (let n: usize = 0; n + 1 < width; n++)
			if (load<u8>(at + n) !== load<u8>(slot + LEAD + n)) return -1;
		const digit = <i32>load<u8>(at + width - 1) - zero;
		if (digit < 0 || digit > 9) return -1;
		value = value * 10 + digit;
		at += width;
	}
	return value;
}

/** Behind the first ': ' of a line, or where it was looked for from. A line feed stands behind the window. */
function behindSender(from: usize): usize {
	let at = from;
	for (; load<u8>(at) !== 0x0a; at++)
		if (load<u8>(at) === 0x3a && load<u8>(at + 1) === 0x20) return at + 2;
	return from;
}

/** The place of a name in the table; 0 where another one has it, or where it is too long. */
function placeOf(name: usize, length: usize): u32 {
	if (length > LONGEST_NAME) return 0;
	// The line goes on behind the name, so that eight bytes can always be read; ends tell more than beginnings.
	const ends = load<u32>(name + length - 4) ^ (load<u32>(name) * 0x9e3779b1);
	const place = ((ends ^ <u32>length) * 0x85ebca6b) >>> 24;
	if (place === 0) return 0;
	const entry = table + <usize>place * NAME_SIZE;
	const known = load<i32>(entry);
	if (known === 0) {
		store<i32>(entry, <i32>length);
		memory.copy(entry + 4, name, length);
		return place;
	}
	return known === <i32>length && stands(name, entry + 4, length) ? place : 0;
}

/** Forgets all names: those of another text follow. */
export function forget(): void {
	memory.fill(table, 0, <usize>NAMES * NAME_SIZE);
}

/** Where a line ends, before its \n; `look` tells what stands in it up to there. */
function lineEnd(from: usize, end: usize): usize {
	let foreign = i64x2.splat(0);
	let distant = foreign;
	let slashes = foreign;
	const feeds = i8x16.splat(0x0a);
	const slash = i8x16.splat(0x2f);
	const far = i8x16.splat(<i8>0xd8);
	const lanes = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
	let at = from;
	for (; at < end; at += 16) {
		let sixteen = v128.load(at);
		const mask = i8x16.bitmask(i8x16.eq(sixteen, feeds));
		const before = ctz(mask);
		if (mask)
			sixteen = v128.and(sixteen, i8x16.lt_u(lanes, i8x16.splat(<i8>before)));
		foreign = v128.or(foreign, sixteen);
		distant = v128.or(distant, i8x16.ge_u(sixteen, far));
		slashes = v128.or(slashes, i8x16.eq(sixteen, slash));
		if (mask) {
			at += <usize>before;
			break;
		}
	}
	look =
		(i8x16.bitmask(foreign) ? FOREIGN : 0) |
		(v128.any_true(distant) ? PERHAPS_MARK : 0) |
		(v128.any_true(slashes) ? SLASH : 0);
	return at;
}

/** Whether a message of one line is certainly what somebody typed, as `isTyped` in typed.ts says. */
function isTyped(from: usize, to: usize, android: i32): bool {
	if (to <= from) return true;
	const first = load<u8>(from);
	const last = load<u8>(to - 1);
	if (last === 0x3e || to - from === 1) return false;
	if ((look & PERHAPS_MARK) !== 0 && hasMark(from, to)) return false;
	if ((look & SLASH) !== 0 && hasLink(from, to)) return false;
	if (last === 0x29 && mayBeAttached(from, to)) return false;
	if (android) {
		if ((first >= 0xd8 || last >= 0x80) && hasDot(from, to)) return false;
		if (first === 0x6e && to - from === 4) return false;
	}
	return !mayBePhrase(from, to);
}

function mayBeAttached(from: usize, to: usize): bool {
	let at = to - 1;
	const before = load<u8>(at - 1);
	if (before === 0x3a || before === 0x2d) return false;
	while (at > from && !(load<u8>(at) === 0x28 && load<u8>(at - 1) === 0x20))
		at--;
	const first = max(from, at - 7);
	for (let dot = at - 2; dot >= first; dot--)
		if (load<u8>(dot) === 0x2e) return true;
	return false;
}

function hasMark(from: usize, to: usize): bool {
	for (let at = from; at < to; at++) {
		const byte = load<u8>(at);
		if (byte < 0xd8) continue;
		const second = load<u8>(at + 1);
		const third = load<u8>(at + 2);
		if (byte === 0xd8 && second === 0x9c) return true;
		if (byte === 0xef && second === 0xbb && third === 0xbf) return true;
		if (byte !== 0xe2) continue;
		if (second === 0x80 && (third === 0x8e || third === 0x8f)) return true;
		if (second === 0x80 && third >= 0xaa && third <= 0xae) return true;
		if (second === 0x81 && third >= 0xa6 && third <= 0xa9) return true;
	}
	return false;
}

function hasDot(from: usize, to: usize): bool {
	for (let at = from; at < to; at++) if (load<u8>(at) === 0x2e) return true;
	return false;
}

function hasLink(from: usize, to: usize): bool {
	for (let at = from + 1; at + 1 < to; at++)
		if (
			load<u8>(at) === 0x2f &&
			load<u8>(at + 1) === 0x2f &&
			load<u8>(at - 1) === 0x3a
		)
			return true;
	return false;
}

function mayBePhrase(from: usize, to: usize): bool {
	if (load<u8>(from) === 0xe0 || load<u8>(from + 1) === 0xe0) return true;
	const key = keyOf(from, to);
	return hasHole(key, <i32>lastByte(from, to)) || hasHole(key, 0);
}

function keyOf(from: usize, to: usize): i32 {
	let key = 0;
	const end = min(to, from + 4);
	for (let at = from; at < end; at++) {
		const byte = <i32>load<u8>(at);
		if (byte === 0x20 || byte === 0x27 || byte === 0xc2 || byte === 0xe2) break;
		key = (key << 8) | byte;
	}
	return key;
}

function lastByte(from: usize, to: usize): u8 {
	const last = load<u8>(to - 1);
	if (to - from < 4) return last === 0x2e ? load<u8>(to - 2) : last;
	if (last === 0x2e) return load<u8>(to - 2);
	if (last === 0x94 && load<u8>(to - 2) === 0xdb) return load<u8>(to - 3);
	const isThree =
		(last === 0x82 && load<u8>(to - 2) === 0x80 && load<u8>(to - 3) === 0xe3) ||
		(last === 0xa4 && load<u8>(to - 2) === 0xa5 && load<u8>(to - 3) === 0xe0);
	return isThree ? load<u8>(to - 4) : last;
}

function hasHole(key: i32, last: i32): bool {
	const hole =
		(((key ^ ((last + 1) * <i32>0x9e3779b1)) * <i32>0x85ebca6b) >>> 14) &
		0x3ffff;
	return ((<i32>load<u8>(sieve + <usize>(hole >> 3)) >> (hole & 7)) & 1) === 1;
}

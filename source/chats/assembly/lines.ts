// AssemblyScript, compiled by build.js into dist/lines.wasm: reads the lines of an export that are like those before
// them, sixteen bytes at a time. What it does is written in plain TypeScript in scan.ts, repeat.ts and typed.ts, which
// read every line that this leaves to them; the tests hold the two against each other.

import {FOREIGN, MORE_LINES, PERHAPS_MARK, SLASH, TYPED} from './look';
import {placeOf} from './names';
import {bodyOf, LONGEST, marked, SLOT_SIZE, slots, time} from './slots';
import {isTyped} from './typed';

export {forget} from './names';
export {
	FIRST_TAIL,
	LEAD,
	LONGEST,
	PREFIX,
	SLOT_SIZE,
	SLOTS,
	slots,
	TAIL_BYTES,
	TAIL_HOURS,
	TAIL_SIZE,
	TAILS,
} from './slots';
export {sieve} from './typed';

/** Bytes of the text that are here at a time, headers that are found in them at most. */
export const WINDOW: i32 = 1 << 18;
export const ROWS: i32 = 1 << 13;

export const bytes: usize = memory.data(WINDOW + LONGEST, 16);
/** 1 for a byte with which a header may begin; the slot of a first byte, from 1. */
export const begins: usize = memory.data(256);
export const slotOf: usize = memory.data(256);

// A row for each header: where its line and its message begin, its time, what is seen in its line, its flags (headers.ts).
export const starts: usize = memory.data(4 * ROWS, 16);
export const bodies: usize = memory.data(4 * ROWS, 16);
export const times: usize = memory.data(4 * ROWS, 16);
export const looks: usize = memory.data(ROWS);
export const flags: usize = memory.data(ROWS);
/** Which name stands in front of the message: its place in the table below, or 0 where it is not there. */
export const names: usize = memory.data(ROWS);

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

let look: i32 = 0;

/**
 * Reads whole lines from one place of the window up to another, and returns where the first one begins that it leaves.
 * Only headers of slots with this id are read: they have one date and one form. `base` is where the window begins in
 * the text.
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
				body = bodyOf(at, slots + <usize>((slot - 1) * SLOT_SIZE), id);
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
			if (named && isTyped(text, isCrlf ? feed - 1 : feed, look, android))
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

/** Behind the first ': ' of a line, or where it was looked for from. A line feed stands behind the window. */
function behindSender(from: usize): usize {
	let at = from;
	for (; load<u8>(at) !== 0x0a; at++)
		if (load<u8>(at) === 0x3a && load<u8>(at + 1) === 0x20) return at + 2;
	return from;
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

// Templates of headers, as repeat.ts learns them.

import {stands} from './stands';

/** Templates of headers, one for each byte with which such lines begin; how long their parts may be. */
export const SLOTS: i32 = 8;
export const TAILS: i32 = 8;
export const LONGEST: i32 = 64;

// A slot: nine numbers, then the bytes before the time, then the tails.
const ID: usize = 0;
const MARKED: usize = 4;
const WIDTH: usize = 8;
export const LEAD: i32 = 12;
const ZERO: usize = 16;
const SEPARATOR: usize = 20;
const HAS_SECONDS: usize = 24;
const PREFIX_LENGTH: usize = 28;
const TAIL_COUNT: usize = 32;
export const PREFIX: i32 = 36;
export const FIRST_TAIL: i32 = PREFIX + LONGEST;
// A tail: its length, its bytes, and which hour of the day each written one is (i16, -1 where nobody knows).
export const TAIL_BYTES: i32 = 4;
export const TAIL_HOURS: i32 = TAIL_BYTES + LONGEST;
export const TAIL_SIZE: i32 = TAIL_HOURS + 2 * 100;
export const SLOT_SIZE: i32 = FIRST_TAIL + TAILS * TAIL_SIZE;

export const slots: usize = memory.data(SLOTS * SLOT_SIZE, 16);

/** Of the header that was found last: its time, and whether its line has a mark in front. */
export let time: i32 = 0;
export let marked: i32 = 0;

/** Where the message of a header begins that is like the slot's, or 0; its time is left in `time`. */
export function bodyOf(start: usize, slot: usize, id: i32): usize {
	if (load<i32>(slot, ID) !== id) return 0;
	const length = <usize>load<i32>(slot, PREFIX_LENGTH);
	if (!stands(start, slot + <usize>PREFIX, length)) return 0;
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
	let tail = slot + <usize>FIRST_TAIL;
	for (let left = load<i32>(slot, TAIL_COUNT); left > 0; left--) {
		const size = <usize>load<i32>(tail);
		if (stands(at, tail + <usize>TAIL_BYTES, size)) {
			const known = <i32>(
				load<i16>(tail + <usize>TAIL_HOURS + ((<usize>hour) << 1))
			);
			if (known < 0) return 0;
			time = known * 3600 + minutes * 60 + seconds;
			marked = load<i32>(slot, MARKED);
			return at + size;
		}
		tail += <usize>TAIL_SIZE;
	}
	return 0;
}

/** The number of some digits, or -1. */
function digits(at: usize, slot: usize, width: usize, many: i32): i32 {
	const zero = load<i32>(slot, ZERO);
	let value = 0;
	for (; many > 0; many--) {
		for (let n: usize = 0; n + 1 < width; n++)
			if (load<u8>(at + n) !== load<u8>(slot + <usize>LEAD + n)) return -1;
		const digit = <i32>load<u8>(at + width - 1) - zero;
		if (digit < 0 || digit > 9) return -1;
		value = value * 10 + digit;
		at += width;
	}
	return value;
}

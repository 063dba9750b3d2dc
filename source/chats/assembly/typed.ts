// Which messages of one line are certainly what somebody typed: as typed.ts says, one folder up, and its sieve.

import {PERHAPS_MARK, SLASH} from './look';

/** The holes of the sieve (see phrases/sieve.ts), a bit each. */
const HOLES: i32 = 1 << 18;
export const sieve: usize = memory.data(HOLES >> 3);

/** Whether a message of one line is certainly what somebody typed, as `isTyped` in typed.ts says. */
export function isTyped(from: usize, to: usize, look: i32, android: i32): bool {
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
		(HOLES - 1);
	return ((<i32>load<u8>(sieve + <usize>(hole >> 3)) >> (hole & 7)) & 1) === 1;
}

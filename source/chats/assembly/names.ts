import {stands} from './stands';

// Names that have been seen, with ': ' behind them, at the place (from 1) that a hash of theirs says: a length and bytes.
const NAMES: i32 = 256;
const LONGEST_NAME: i32 = 64;
const NAME_SIZE: i32 = 4 + LONGEST_NAME;
const table: usize = memory.data(NAMES * NAME_SIZE, 16);

/** The place of a name in the table; 0 where another one has it, or where it is too long. */
export function placeOf(name: usize, length: usize): u32 {
	if (length > <usize>LONGEST_NAME) return 0;
	// The line goes on behind the name, so that eight bytes can always be read; ends tell more than beginnings.
	const ends = load<u32>(name + length - 4) ^ (load<u32>(name) * 0x9e3779b1);
	const place = ((ends ^ <u32>length) * 0x85ebca6b) >>> 24;
	if (place === 0) return 0;
	const entry = table + <usize>(place * NAME_SIZE);
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
	memory.fill(table, 0, NAMES * NAME_SIZE);
}

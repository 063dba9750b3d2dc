import {bytesOf, lineEndFrom, standsAt, textAt} from './bytes.ts';
import type {Mode} from './cursor.ts';
import {type DigitForm, digitForm, numberAt} from './digits.ts';
import {emptyHeader, type Header, readHeader} from './header.ts';

/** What stands behind the time in some headers of a text, and which hour of the day each written one is beside it. */
type Tail = {
	text: string;
	bytes: Buffer;
	form: number;
	marker: string;
	hours: Int16Array;
};

/** What the last headers had in common: all before the time, how the time is written, and what stood behind it. */
export type Seen = {
	prefix: string;
	bytes: Buffer;
	date: Header;
	digits: DigitForm;
	separator: number;
	hasSeconds: boolean;
	tails: Tail[];
};

/** Date and the rest, time, what closes the header: in any digits, which stand nowhere else behind the date. */
const PARTS =
	/^(.*?\P{Nd})(\p{Nd}{1,2})([:.])\p{Nd}\p{Nd}(?:(\3)\p{Nd}\p{Nd})?(\P{Nd}+ )$/su;

/** No header has more bytes. */
const LONGEST = 256;

/**
 * Reads the headers of a text like `readHeader`, and faster where one has the date of the header before, as most have:
 * it is the same up to the time, and the rest has been seen, too.
 */
export class HeaderReader {
	/** By the first byte: lines that begin with a mark differ from the others in nothing else. */
	readonly seen: (Seen | null)[] = new Array(256).fill(null);
	readonly #bytes: Buffer;
	readonly #mode: Mode;

	constructor(bytes: Buffer, mode: Mode) {
		this.#bytes = bytes;
		this.#mode = mode;
	}

	/** Whether a header begins here; it is read into `header`. */
	read(at: number, header: Header): boolean {
		const bytes = this.#bytes;
		const first = bytes[at] as number;
		const last = this.seen[first] ?? null;
		if (last && repeats(bytes, at, header, last)) return true;
		const end = lineEndFrom(bytes.subarray(0, at + LONGEST), at);
		const line = textAt(bytes, at, end);
		if (!readHeader(line, 0, line.length, header, this.#mode)) return false;
		const written = line.slice(0, header.body);
		header.body = at + Buffer.byteLength(written);
		if (this.#mode === 'numbers')
			this.seen[first] = learn(written, header, last) ?? last;
		return true;
	}
}

function repeats(
	bytes: Uint8Array,
	start: number,
	header: Header,
	{bytes: prefix, date, digits, separator, hasSeconds, tails}: Seen,
): boolean {
	if (!standsAt(bytes, start, prefix)) return false;
	const {width} = digits;
	let at = start + prefix.length;
	let hour = numberAt(bytes, at, 2, digits);
	if (hour >= 0) at += 2 * width;
	else {
		hour = numberAt(bytes, at, 1, digits);
		if (hour < 0) return false;
		at += width;
	}
	if (bytes[at] !== separator) return false;
	const minutes = numberAt(bytes, at + 1, 2, digits);
	if (minutes < 0 || minutes > 59) return false;
	at += 1 + 2 * width;
	let seconds = 0;
	if (hasSeconds) {
		if (bytes[at] !== separator) return false;
		seconds = numberAt(bytes, at + 1, 2, digits);
		if (seconds < 0 || seconds > 59) return false;
		at += 1 + 2 * width;
	}
	for (let n = 0; n < tails.length; n++) {
		const tail = tails[n] as Tail;
		if (!standsAt(bytes, at, tail.bytes)) continue;
		const known = tail.hours[hour] as number;
		if (known < 0) return false;
		header.a = date.a;
		header.b = date.b;
		header.c = date.c;
		header.padded = date.padded;
		header.family = date.family;
		header.marked = date.marked;
		header.form = tail.form;
		header.marker = tail.marker;
		header.time = known * 3600 + minutes * 60 + seconds;
		header.body = at + tail.bytes.length;
		return true;
	}
	return false;
}

/** What a header that was read teaches; null where it is written in another way than most. */
function learn(
	written: string,
	header: Header,
	before: Seen | null,
): Seen | null {
	const [, prefix, hour, separator, second, text] = PARTS.exec(written) ?? [];
	if (prefix === undefined || !hour || !separator || !text) return null;
	const {form, marker} = header;
	const digits = digitForm(hour.charCodeAt(0));
	const hasSeconds = second !== undefined;
	const isKnown = (tail: Tail) =>
		tail.text === text && tail.form === form && tail.marker === marker;
	const isLike =
		before !== null &&
		before.digits === digits &&
		before.hasSeconds === hasSeconds &&
		before.separator === separator.charCodeAt(0);
	// The tails seen before stay where the date is written alike, and the marker is not part of it.
	const keeps =
		isLike && (before.prefix === prefix || before.tails.some(isKnown));
	const tails = keeps ? before.tails : [];
	let tail = tails.find(isKnown);
	if (!tail) {
		const hours = new Int16Array(100).fill(-1);
		tail = {text, bytes: bytesOf(text), form, marker, hours};
		tails.push(tail);
	}
	const hourBytes = bytesOf(hour);
	const count = hourBytes.length / digits.width;
	tail.hours[numberAt(hourBytes, 0, count, digits)] = Math.floor(
		header.time / 3600,
	);
	return {
		prefix,
		bytes: bytesOf(prefix),
		date: {...emptyHeader(), ...header},
		digits,
		separator: separator.charCodeAt(0),
		hasSeconds,
		tails,
	};
}

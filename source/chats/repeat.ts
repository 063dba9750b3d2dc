import {classOf} from './characters.ts';
import type {Mode} from './cursor.ts';
import {emptyHeader, type Header, readHeader} from './header.ts';
import {type Source, utf8Length} from './source.ts';

/** What stands behind the time in some headers of a text, and which hour of the day each written one is beside it. */
type Tail = {text: string; form: number; marker: string; hours: Int16Array};

/** What the last headers had in common: all before the time, how the time is written, and what stood behind it. */
type Seen = {
	prefix: string;
	date: Header;
	separator: number;
	hasSeconds: boolean;
	tails: Tail[];
};

/** Date and the rest, time, what closes the header: in any digits, which stand nowhere else behind the date. */
const PARTS =
	/^(.*?\P{Nd})(\p{Nd}{1,2})([:.])\p{Nd}\p{Nd}(?:(\3)\p{Nd}\p{Nd})?(\P{Nd}+ )$/su;

/** No header is longer. */
const LONGEST = 256;

/**
 * Reads the headers of a text like `readHeader`, and faster where one has the date of the header before, as most have:
 * it is the same up to the time, and the rest has been seen, too.
 */
export function headerReader(
	{text, narrow}: Source,
	mode: Mode,
): (at: number, end: number, header: Header) => boolean {
	// Lines that begin with a mark differ from the others in nothing else.
	let plain: Seen | null = null;
	let marked: Seen | null = null;

	function readSlowly(at: number, end: number, header: Header): boolean {
		if (!narrow) return readHeader(text, at, end, header, mode);
		const line = narrow.decode(at, Math.min(end, at + LONGEST));
		if (!readHeader(line, 0, line.length, header, mode)) return false;
		header.body = at + utf8Length(line, header.body);
		return true;
	}

	return (at, end, header) => {
		const first = text.charCodeAt(at);
		const isPlain = first < 0x80;
		const seen = isPlain ? plain : marked;
		if (seen && repeats(text, at, end, header, seen)) return true;
		if (!readSlowly(at, end, header)) return false;
		if (mode === 'numbers') {
			const learned = learn(text.slice(at, header.body), header, seen);
			if (learned && isPlain) plain = learned;
			else if (learned) marked = learned;
		}
		return true;
	};
}

function repeats(
	text: string,
	start: number,
	end: number,
	header: Header,
	{prefix, date, separator, hasSeconds, tails}: Seen,
): boolean {
	if (!text.startsWith(prefix, start)) return false;
	let at = start + prefix.length;
	let hour = digit(text.charCodeAt(at++));
	const second = digit(text.charCodeAt(at));
	if (hour < 0) return false;
	if (second >= 0) {
		hour = hour * 10 + second;
		at++;
	}
	if (text.charCodeAt(at) !== separator) return false;
	const minutes = twoDigits(text, at + 1);
	at += 3;
	let seconds = 0;
	if (hasSeconds) {
		if (text.charCodeAt(at) !== separator) return false;
		seconds = twoDigits(text, at + 1);
		at += 3;
	}
	if (minutes < 0 || seconds < 0) return false;
	for (let n = 0; n < tails.length; n++) {
		const tail = tails[n] as Tail;
		if (!text.startsWith(tail.text, at)) continue;
		const body = at + tail.text.length;
		const known = tail.hours[hour] as number;
		if (known < 0 || body > end) return false;
		header.a = date.a;
		header.b = date.b;
		header.c = date.c;
		header.padded = date.padded;
		header.family = date.family;
		header.marked = date.marked;
		header.form = tail.form;
		header.marker = tail.marker;
		header.time = known * 3600 + minutes * 60 + seconds;
		header.body = body;
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
	const [, prefix, hour, separator, hasSeconds, text] =
		PARTS.exec(written) ?? [];
	if (prefix === undefined || !hour || !separator || !text) return null;
	const {form, marker} = header;
	const isKnown = (tail: Tail) =>
		tail.text === text && tail.form === form && tail.marker === marker;
	const isLike =
		before !== null &&
		before.hasSeconds === Boolean(hasSeconds) &&
		before.separator === separator.charCodeAt(0);
	// The tails seen before stay where the date is written alike, and the marker is not part of it.
	const keeps =
		isLike && (before.prefix === prefix || before.tails.some(isKnown));
	const tails = keeps ? before.tails : [];
	let tail = tails.find(isKnown);
	if (!tail) {
		tail = {text, form, marker, hours: new Int16Array(100).fill(-1)};
		tails.push(tail);
	}
	tail.hours[numberOf(hour)] = Math.floor(header.time / 3600);
	return {
		prefix,
		date: {...emptyHeader(), ...header},
		separator: separator.charCodeAt(0),
		hasSeconds: Boolean(hasSeconds),
		tails,
	};
}

function numberOf(written: string): number {
	let value = 0;
	for (let at = 0; at < written.length; at++)
		value = value * 10 + digit(written.charCodeAt(at));
	return value;
}

/** -1 where there are not two digits, or where they are no minutes or seconds. */
function twoDigits(text: string, at: number): number {
	const tens = digit(text.charCodeAt(at));
	const ones = digit(text.charCodeAt(at + 1));
	return tens < 0 || tens > 5 || ones < 0 ? -1 : tens * 10 + ones;
}

function digit(code: number): number {
	if (code < 0x80) return code >= 0x30 && code <= 0x39 ? code - 0x30 : -1;
	const kind = classOf(code);
	return kind >= 1 && kind <= 10 ? kind - 1 : -1;
}

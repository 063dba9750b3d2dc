import {classOf, SPACE} from './characters.ts';
import {type Cursor, readNumber, skipMarks} from './cursor.ts';
import {readTime, type TimeOfDay} from './time.ts';

/** How the header ends and the message begins. */
export type Family = 'bracket' | 'dash' | 'colon';

/** A header as read: the date in written order, the time of day, and where the message begins. */
export type Header = {
	/** Names the form of the header; all headers of one export have the same (see `formOf`). */
	form: number;
	family: Family;
	/** The three numbers of the date, as written. */
	a: number;
	b: number;
	c: number;
	/** Seconds since midnight. */
	time: number;
	/** Where in the text the sender or the notice begins. */
	body: number;
	/** The line begins with a direction mark: on iOS the sign of an attachment or placeholder. */
	marked: boolean;
	/** A day or month below ten was written with a zero in front. */
	padded: boolean;
	/** As written beside the time, such as ' PM'; '' in 24-hour forms. */
	marker: string;
};

/** A header to read into, so that a million lines need no million objects. */
export function emptyHeader(): Header {
	return {
		form: 0,
		family: 'dash',
		a: 0,
		b: 0,
		c: 0,
		time: 0,
		body: 0,
		marked: false,
		padded: false,
		marker: '',
	};
}

const cursor: Cursor = {text: '', at: 0, end: 0, width: 0};
const time: TimeOfDay = {seconds: 0, shape: 0, marker: ''};

/**
 * Reads the header of the line from `start` to `end` into `header`; false where the line has none. Knows the forms of
 * the reference, section 1.1 and 1.2: date or time first, any digits, marker before or after the time.
 */
export function readHeader(
	text: string,
	start: number,
	end: number,
	header: Header,
): boolean {
	cursor.text = text;
	cursor.at = start;
	cursor.end = end;
	skipMarks(cursor);
	header.marked = cursor.at > start && text.charCodeAt(start) !== 0xfeff;
	const bracket = text.charCodeAt(cursor.at) === 0x5b;
	if (bracket) {
		cursor.at++;
		skipMarks(cursor);
	}
	const first = readNumber(cursor);
	if (first < 0) return false;
	const isTime = text.charCodeAt(cursor.at) === 0x3a;
	let shape: number;
	if (isTime) {
		if (!readTime(cursor, first, time, true)) return false;
		const year = readNumber(cursor);
		if (year < 0) return false;
		shape = readDate(cursor, year, header);
	} else {
		shape = readDate(cursor, first, header);
		if (shape === 0 || !readTime(cursor, -1, time, false)) return false;
	}
	if (shape === 0) return false;
	header.time = time.seconds;
	header.marker = time.marker;
	const closer = readCloser(cursor, bracket);
	if (closer === 0) return false;
	header.family = closer === 1 ? 'bracket' : closer === 4 ? 'colon' : 'dash';
	header.body = cursor.at;
	header.form =
		closer | (shape << 3) | (time.shape << 11) | (isTime ? 1 << 20 : 0);
	return true;
}

/** Reads three numbers with the same separator between them; returns their shape, or 0. */
function readDate(c: Cursor, first: number, header: Header): number {
	const widthA = c.width;
	const separator = readSeparator(c);
	if (separator === 0) return 0;
	const b = readNumber(c);
	const widthB = c.width;
	if (b < 0 || readSeparator(c) !== separator) return 0;
	const third = readNumber(c);
	const widthC = c.width;
	if (third < 0 || widthA > 4 || widthB > 2 || widthC > 4) return 0;
	if (widthA === 3 || widthC === 3 || (widthA === 4 && widthC === 4)) return 0;
	header.a = first;
	header.b = b;
	header.c = third;
	if (!possible(first, widthA, b, third, widthC)) return 0;
	header.padded =
		(widthA === 2 && first < 10) ||
		(widthB === 2 && b < 10) ||
		(widthA === 4 && widthC === 2 && third < 10);
	const year = widthA === 4 ? 1 : widthC === 4 ? 2 : 3;
	return separator | (year << 3) | (scriptOf(c) << 5);
}

/** Whether some order of day, month and year makes a date of three numbers. */
function possible(
	a: number,
	widthA: number,
	b: number,
	c: number,
	widthC: number,
): boolean {
	if (b < 1 || b > 31) return false;
	if (widthA === 4) return b <= 12 && c >= 1 && c <= 31;
	if (widthC < 4 && b <= 12 && c >= 1 && c <= 31) return true;
	return a >= 1 && a <= 31 && (a <= 12 || b <= 12);
}

/** ASCII digits or others: one export never mixes them. */
function scriptOf(c: Cursor): number {
	return c.text.charCodeAt(c.at - 1) < 0x80 ? 0 : 1;
}

/** 1 '/', 2 '.', 3 '-', 4 '. ', 5 the signs for year, month and day; 0 where there is none. */
function readSeparator(c: Cursor): number {
	skipMarks(c);
	const code = c.text.charCodeAt(c.at);
	let kind = 0;
	if (code === 0x2f || code === 0x60d) kind = 1;
	else if (code === 0x2e) kind = 2;
	else if (code === 0x2d || code === 0x2010 || code === 0x2011) kind = 3;
	else if (code === 0x5e74 || code === 0x6708) kind = 5;
	if (kind === 0) return 0;
	c.at++;
	skipMarks(c);
	if (classOf(c.text.charCodeAt(c.at)) !== SPACE) return kind;
	if (kind !== 2) return 0;
	c.at++;
	return 4;
}

/** 1 ']', 2 ' - ', 3 ' – ', 4 ': '; 0 where the header does not end here. Moves to the message. */
function readCloser(c: Cursor, bracket: boolean): number {
	const {text} = c;
	skipMarks(c);
	if (bracket) {
		if (text.charCodeAt(c.at) !== 0x5d) return 0;
		c.at++;
		if (text.charCodeAt(c.at) === 0x20) c.at++;
		return 1;
	}
	let code = text.charCodeAt(c.at);
	if (code === 0x3a) {
		if (text.charCodeAt(c.at + 1) !== 0x20) return 0;
		c.at += 2;
		return 4;
	}
	if (classOf(code) !== SPACE) return 0;
	code = text.charCodeAt(c.at + 1);
	if (code !== 0x2d && code !== 0x2013) return 0;
	c.at += 2;
	if (c.at < c.end) {
		if (classOf(text.charCodeAt(c.at)) !== SPACE) return 0;
		c.at++;
	}
	return code === 0x2d ? 2 : 3;
}

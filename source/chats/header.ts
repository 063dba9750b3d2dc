import {classOf, SPACE} from './characters.ts';
import {
	type Cursor,
	type Mode,
	readNumber,
	skipMarks,
	skipSpace,
} from './cursor.ts';
import {
	readDate,
	readMonthFirst,
	readYear,
	readYearBehind,
	type WrittenDate,
} from './date.ts';
import {readTime, type TimeOfDay} from './time.ts';

/** How the header ends and the message begins. */
export type Family = 'bracket' | 'dash' | 'colon' | 'bare';

/** A header as read: the date in written order, the time of day, and where the message begins. */
export type Header = WrittenDate & {
	/** Names the form of the header; all headers of one export have the same (see `readHeader`). */
	form: number;
	family: Family;
	/** Seconds since midnight. */
	time: number;
	/** Where in the text the sender or the notice begins. */
	body: number;
	/** The line begins with a direction mark: on iOS the sign of an attachment or placeholder. */
	marked: boolean;
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

const FAMILIES: readonly Family[] = [
	'dash',
	'bracket',
	'dash',
	'dash',
	'colon',
	'bare',
];

const cursor: Cursor = {text: '', at: 0, end: 0, width: 0, mode: 'numbers'};
const time: TimeOfDay = {seconds: 0, shape: 0, marker: '', month: 0};

/**
 * Reads the header of the line from `start` to `end` into `header`; false where the line has none. Knows the forms of
 * the reference, section 1.1 and 1.2: date or time first, any digits, marker before or after the time. Those with names
 * of months, or with nothing behind the time, are only read in their mode.
 */
export function readHeader(
	text: string,
	start: number,
	end: number,
	header: Header,
	mode: Mode = 'numbers',
): boolean {
	cursor.text = text;
	cursor.at = start;
	cursor.end = end;
	cursor.mode = mode;
	skipMarks(cursor);
	header.marked = cursor.at > start && text.charCodeAt(start) !== 0xfeff;
	const bracket = text.charCodeAt(cursor.at) === 0x5b;
	if (bracket) {
		cursor.at++;
		skipMarks(cursor);
	}
	time.month = 0;
	const from = cursor.at;
	const first = readYear(cursor);
	if (first < 0 && mode !== 'names') return false;
	const next = text.charCodeAt(cursor.at);
	let timeFirst = next === 0x3a;
	let shape = 0;
	if (!timeFirst) shape = dateThenTime(first, header);
	if (shape === 0 && (timeFirst || (mode === 'names' && next === 0x2e))) {
		timeFirst = true;
		cursor.at = from;
		shape = timeThenDate(header);
	}
	if (shape === 0) return false;
	header.time = time.seconds;
	header.marker = time.marker;
	const closer = readCloser(cursor, bracket);
	if (closer === 0) return false;
	header.family = FAMILIES[closer] as Family;
	header.body = cursor.at;
	header.form =
		closer | (shape << 3) | (time.shape << 11) | (timeFirst ? 1 << 20 : 0);
	return true;
}

/** Whether the headers of a form have ', ' between date and time (`between` of `readTime`). */
export function hasComma(form: number): boolean {
	return ((form >> 16) & 3) === 1;
}

/** Whether some locale writes a year of two digits in front of such separators: '/' or '. ' (`readSeparator`). */
export function hasYearFirstSeparator(form: number): boolean {
	const separator = (form >> 3) & 7;
	return separator === 1 || separator === 4;
}

function dateThenTime(first: number, header: Header): number {
	const shape =
		first < 0
			? readMonthFirst(cursor, header)
			: readDate(cursor, first, header);
	return shape !== 0 && readTime(cursor, -1, time, false) ? shape : 0;
}

function timeThenDate(header: Header): number {
	const hour = readNumber(cursor);
	if (hour < 0 || !readTime(cursor, hour, time, true)) return 0;
	const first = readYear(cursor);
	if (first < 0) return 0;
	return time.month > 0
		? readYearBehind(cursor, first, time.month, header)
		: readDate(cursor, first, header);
}

/** 1 ']', 2 ' - ', 3 ' – ', 4 ': ', 5 a blank; 0 where the header does not end here. Moves to the message. */
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
	if (code !== 0x2d && code !== 0x2013 && code !== 0x2014)
		return c.mode === 'bare' ? bareCloser(c) : 0;
	c.at += 2;
	if (c.at < c.end) {
		if (classOf(text.charCodeAt(c.at)) !== SPACE) return 0;
		c.at++;
	}
	return code === 0x2d ? 2 : 3;
}

/** A blank, where a name and ': ' follow. */
function bareCloser(c: Cursor): number {
	skipSpace(c);
	return /^[^:]{1,60}: /.test(c.text.slice(c.at, Math.min(c.end, c.at + 64))) &&
		!/^[-–—]/.test(c.text.charAt(c.at))
		? 5
		: 0;
}

/**
 * Whether a line that begins with this character may be a header: a digit, '[' or anything beyond Latin; a letter too,
 * where months have names.
 */
export function beginsHeader(code: number, mode: Mode): boolean {
	return (
		(code >= 0x30 && code <= 0x39) ||
		code === 0x5b ||
		code >= 0x600 ||
		(mode === 'names' && code > 0x40)
	);
}

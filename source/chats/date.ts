import {classOf, SPACE} from './characters.ts';
import {type Cursor, readNumber, skipMarks, skipSpace} from './cursor.ts';
import {eraAt, eraBehind} from './eras.ts';
import {monthOf} from './months.ts';

/** The three numbers of a date in written order; a month that was named is NAMED + its number and stands in `b`. */
export type WrittenDate = {
	a: number;
	b: number;
	/** 0 where the phone left the year out. */
	c: number;
	/** A day or month below ten was written with a zero in front. */
	padded: boolean;
};

/** Added to a month that was written as a word, so that nothing takes it for a day. */
export const NAMED = 100;

/** The kind of separator (see `readSeparator`) of dates with the name of a month. */
const NAME = 6;

/**
 * Reads three numbers with the same separator between them, or a day and the name of a month; returns the shape of the
 * date, or 0. The first number has been read already.
 */
export function readDate(c: Cursor, first: number, date: WrittenDate): number {
	const from = c.at;
	const widthA = c.width;
	const shape = readNumbers(c, first, widthA, date);
	if (shape !== 0 || c.mode !== 'names') return shape;
	c.at = from;
	return widthA <= 2 ? readNamed(c, first, date) : 0;
}

function readNumbers(
	c: Cursor,
	a: number,
	widthA: number,
	date: WrittenDate,
): number {
	const separator = readSeparator(c);
	if (separator === 0) return 0;
	const b = readNumber(c);
	const widthB = c.width;
	if (b < 0 || readSeparator(c) !== separator) return 0;
	let third = readYear(c);
	let widthC = c.width;
	const era = widthC < 4 && third > 0 ? eraBehind(c.text, c.at) : null;
	if (era) {
		third += era.before;
		widthC = 4;
		c.at = era.end;
	}
	if (third < 0 || widthA > 4 || widthB > 2 || widthC > 4) return 0;
	if (widthA === 3 || widthC === 3 || (widthA === 4 && widthC === 4)) return 0;
	if (!possible(a, widthA, b, third, widthC)) return 0;
	date.a = a;
	date.b = b;
	date.c = third;
	date.padded =
		(widthA === 2 && a < 10) ||
		(widthB === 2 && b < 10) ||
		(widthA === 4 && widthC === 2 && third < 10);
	const year = widthA === 4 ? 1 : widthC === 4 ? 2 : 3;
	return separator | (year << 3) | (scriptOf(c) << 5);
}

/** A number, or a year of an era ('R4', '令和4', '民國113'), which is returned as its Gregorian year; -1 for neither. */
export function readYear(c: Cursor): number {
	const number = readNumber(c);
	if (number >= 0) return number;
	const era = eraAt(c.text, c.at);
	if (!era) return -1;
	const from = c.at;
	c.at = era.end;
	// 元 is the first year of an era.
	const first = c.text.charCodeAt(c.at) === 0x5143;
	if (first) c.at++;
	const year = first ? 1 : readNumber(c);
	if (year < 1 || year > 199) {
		c.at = from;
		return -1;
	}
	c.width = 4;
	return era.before + year;
}

/** '28 Nov 2015', '28. Nov. 2015', '28 de nov de 2015', '9 Aug': behind the day. */
function readNamed(c: Cursor, day: number, date: WrittenDate): number {
	const {text} = c;
	while (c.at < c.end && /[\s.-]/.test(text.charAt(c.at))) c.at++;
	if (text.startsWith('de ', c.at)) c.at += 3;
	const word = wordAt(c);
	const month = word ? monthOf(word) : 0;
	if (month === 0) return 0;
	c.at += word.length;
	return readYearBehind(c, day, month, date);
}

/** 'Nov 28, 2015', 'Dec 28': from the name of the month on; returns the shape of the date, or 0. */
export function readMonthFirst(c: Cursor, date: WrittenDate): number {
	const word = wordAt(c);
	const month = word ? monthOf(word) : 0;
	if (month === 0) return 0;
	c.at += word.length;
	while (c.at < c.end && /[\s.]/.test(c.text.charAt(c.at))) c.at++;
	const day = readNumber(c);
	if (day < 0 || c.width > 2) return 0;
	return readYearBehind(c, day, month, date);
}

/** Behind day and month: the year, where one of four digits stands there ('9 Aug 20:14' has none). */
export function readYearBehind(
	c: Cursor,
	day: number,
	month: number,
	date: WrittenDate,
): number {
	if (day < 1 || day > 31) return 0;
	const from = c.at;
	while (c.at < c.end && /[\s.,-]/.test(c.text.charAt(c.at))) c.at++;
	if (c.text.startsWith('de ', c.at)) c.at += 3;
	const year = readNumber(c);
	const hasYear = year >= 0 && c.width === 4;
	if (!hasYear) c.at = from;
	date.a = day;
	date.b = NAMED + month;
	date.c = hasYear ? year : 0;
	date.padded = false;
	return NAME;
}

/** A name or its abbreviation, with dots inside ('พ.ย.') and the signs that Hebrew and Hindi put behind it. */
const WORD = /^\p{L}[\p{L}\p{M}'’׳॰]*(?:\.\p{L}[\p{L}\p{M}]*)*/u;

function wordAt({text, at, end}: Cursor): string {
	const [word = ''] = WORD.exec(text.slice(at, Math.min(end, at + 20))) ?? [];
	return word;
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
	// 年 and 月; 년 and 월, which a blank follows.
	else if (code === 0x5e74 || code === 0x6708) kind = 5;
	else if (code === 0xb144 || code === 0xc6d4) kind = 5;
	if (kind === 0) return 0;
	c.at++;
	skipMarks(c);
	if (classOf(c.text.charCodeAt(c.at)) !== SPACE) return kind;
	if (kind === 5) skipSpace(c);
	else if (kind === 2) c.at++;
	else return 0;
	return kind === 2 ? 4 : kind;
}

import {type CivilDate, daysInMonth} from './calendar.ts';
import {NAMED} from './date.ts';
import {
	fromLunarHijri,
	fromSolarHijri,
	gregorianYear,
	isLunarHijri,
	isSolarHijri,
} from './eras.ts';
import type {DateOrder} from './message.ts';

/** The date of a header in an order, or null where there is no such day. */
export function dateOf(
	a: number,
	b: number,
	c: number,
	order: DateOrder,
): CivilDate | null {
	// A year of four digits tells its place, whatever the rest of the file decides; so does the name of a month.
	if (b > NAMED) return gregorian(gregorianYear(c), b - NAMED, a);
	if (a > 99) order = 'ymd';
	else if (c > 99 && order === 'ymd') order = 'dmy';
	const year = order === 'ymd' ? a : c;
	const month = order === 'mdy' ? a : b;
	const day = order === 'dmy' ? a : order === 'mdy' ? b : c;
	if (month < 1 || month > 12 || day < 1) return null;
	if (isSolarHijri(year))
		return day <= (month <= 6 ? 31 : 30)
			? fromSolarHijri(year, month, day)
			: null;
	if (isLunarHijri(year))
		return day <= 30 ? fromLunarHijri(year, month, day) : null;
	return gregorian(gregorianYear(year), month, day);
}

function gregorian(year: number, month: number, day: number): CivilDate | null {
	return day <= daysInMonth(year, month) ? {year, month, day} : null;
}

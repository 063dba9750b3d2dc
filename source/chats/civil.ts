import {type CivilDate, daysInMonth} from './calendar.ts';
import {NAMED} from './date.ts';
import {gregorianYear} from './eras.ts';
import type {DateOrder} from './message.ts';
import {fromOtherCalendar} from './other-calendars.ts';

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
	const other = fromOtherCalendar(year, month, day);
	return other === undefined
		? gregorian(gregorianYear(year), month, day)
		: other;
}

function gregorian(year: number, month: number, day: number): CivilDate | null {
	return day <= daysInMonth(year, month) ? {year, month, day} : null;
}

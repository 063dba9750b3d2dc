import {type CivilDate, dayNumber, fromDayNumber} from './calendar.ts';

/**
 * Dates of the calendars that a phone may be set to besides the Gregorian one and those that only count its years
 * otherwise, told apart by their years: the years in which WhatsApp has existed do not overlap.
 * @returns undefined where the year is of none of them, null where it is and has no such day
 */
export function fromOtherCalendar(
	year: number,
	month: number,
	day: number,
): CivilDate | null | undefined {
	if (year >= 1387 && year < FIRST_LUNAR)
		return day <= (month <= 6 ? 31 : 30)
			? fromSolarHijri(year, month, day)
			: null;
	if (year >= FIRST_LUNAR && year < FIRST_LUNAR + UMM_AL_QURA.length)
		return fromLunarHijri(year, month, day);
	if (year >= 1930 && year < 1990) return fromSaka(year, month, day);
	return undefined;
}

/** The 33-year cycle of the Solar Hijri calendar, anchored at 1 Farvardin 1403 = 20 March 2024; right from 1343 to 1472. WhatsApp began in 1387. */
function fromSolarHijri(year: number, month: number, day: number): CivilDate {
	const dayOfYear =
		(month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + day - 1;
	const days = newYear(year) - newYear(1403) + dayOfYear;
	return fromDayNumber(dayNumber(2024, 3, 20) + days);
}

/** Days from the beginning of the cycle to the first day of a year. */
function newYear(year: number): number {
	return year * 365 + Math.floor((8 * year + 21) / 33);
}

/** The first Islamic year of WhatsApp: it began on 29 December 2008. */
const FIRST_LUNAR = 1430;

/**
 * The Umm al-Qura calendar of Saudi Arabia, which iPhones there use: a bit for each month of 30 days (the others have
 * 29), the first month's the lowest, for each year from 1430 on, as ICU has them. The arithmetic Islamic calendars begin
 * a month up to two days off.
 */
const UMM_AL_QURA =
	'aa6 956 2ae 56d 36a b55 aaa 94d 49d 95d 2ba 5b5 5aa d55 a9a 92e 26e 55d ada 6d4 6a5 b27 a4d 4ad 56d b5a 754 f49 e92 d26 a56 356 6b5 baa b92 b25 68b a9b 55a ada 5b4 da9 b52 a9a 536 276 575 af2 6d4 6a9 555 2ad 4bd 9ba 574 b69 b52 a95 52d a5d 4da ad9 6b2 e95 e2a c96 92e aad 56a d65 d4a'
		.split(' ')
		.map(bits => Number.parseInt(bits, 16));

const daysIn = (year: number, month: number): number =>
	29 + (((UMM_AL_QURA[year - FIRST_LUNAR] ?? 0) >> (month - 1)) & 1);

function fromLunarHijri(
	year: number,
	month: number,
	day: number,
): CivilDate | null {
	if (day > daysIn(year, month)) return null;
	let days = dayNumber(2008, 12, 29) + day - 1;
	for (let before = FIRST_LUNAR; before < year; before++)
		for (let each = 1; each <= 12; each++) days += daysIn(before, each);
	for (let each = 1; each < month; each++) days += daysIn(year, each);
	return fromDayNumber(days);
}

/** India's national calendar: 78 years behind, from 22 March on; in leap years the first month has a day more and begins a day earlier. */
function fromSaka(year: number, month: number, day: number): CivilDate | null {
	const gregorian = year + 78;
	const isLeap = dayNumber(gregorian, 3, 1) - dayNumber(gregorian, 2, 1) === 29;
	const first = isLeap ? 31 : 30;
	const length = month === 1 ? first : month <= 6 ? 31 : 30;
	if (day > length) return null;
	const monthsBefore =
		month === 1
			? 0
			: first + Math.min(month - 2, 5) * 31 + Math.max(month - 7, 0) * 30;
	const begins = dayNumber(gregorian, 3, isLeap ? 21 : 22);
	return fromDayNumber(begins + monthsBefore + day - 1);
}

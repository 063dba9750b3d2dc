import {type CivilDate, dayNumber, fromDayNumber} from './calendar.ts';

/** Japanese eras since 1989, by what stands in front of their years; the first year is the one after the number. */
const ERAS: readonly (readonly [string, number])[] = [
	['R', 2018],
	['令和', 2018],
	['H', 1988],
	['平成', 1988],
];

/** The year before a Japanese era, and where its number begins; null where no era stands at this place. */
export function eraAt(
	text: string,
	at: number,
): {before: number; end: number} | null {
	for (const [sign, before] of ERAS)
		if (text.startsWith(sign, at)) return {before, end: at + sign.length};
	return null;
}

/**
 * The Gregorian year of a year as written: two digits are 20YY, or Buddhist where that would be before WhatsApp
 * (2009 is 52); four digits from 2400 are Buddhist (reference, section 1.2).
 */
export function gregorianYear(written: number): number {
	if (written < 52) return 2000 + written;
	if (written < 100) return 2500 + written - 543;
	if (written >= 2400) return written - 543;
	return written;
}

/** Whether a year as written is one of the Solar Hijri calendar: 1388 is 2009; from 1430 on it is the lunar one. */
export function isSolarHijri(written: number): boolean {
	return written >= 1388 && written < 1430;
}

/** Whether a year as written is one of the Islamic (lunar) calendar: 1430 is 2009. */
export function isLunarHijri(written: number): boolean {
	return written >= 1430 && written <= 1500;
}

/** The 33-year cycle of the Solar Hijri calendar, anchored at 1 Farvardin 1403 = 20 March 2024; right from 1343 to 1472. */
export function fromSolarHijri(
	year: number,
	month: number,
	day: number,
): CivilDate {
	const dayOfYear =
		(month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + day - 1;
	const days = newYear(year) - newYear(1403) + dayOfYear;
	return fromDayNumber(dayNumber(2024, 3, 20) + days);
}

/** Days from the beginning of the cycle to the first day of a year. */
function newYear(year: number): number {
	return year * 365 + Math.floor((8 * year + 21) / 33);
}

/**
 * The Islamic calendar by its 30-year arithmetic cycle (civil epoch, 16 July 622 Julian). Umm al-Qura, which phones in
 * Saudi Arabia use, may begin a month a day earlier or later.
 */
export function fromLunarHijri(
	year: number,
	month: number,
	day: number,
): CivilDate {
	const days =
		(year - 1) * 354 +
		Math.floor((3 + 11 * year) / 30) +
		Math.ceil(29.5 * (month - 1)) +
		day -
		1;
	return fromDayNumber(days - 492_148);
}

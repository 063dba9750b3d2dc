const PAD = Array.from({length: 100}, (_, n) => String(n).padStart(2, '0'));

/** 'YYYY-MM-DD'. */
export function formatDate({year, month, day}: CivilDate): string {
	return `${String(year).padStart(4, '0')}-${PAD[month]}-${PAD[day]}`;
}

/** 'HH:mm:ss' from the seconds since midnight. */
export function formatTime(seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	return `${PAD[Math.floor(minutes / 60)]}:${PAD[minutes % 60]}:${PAD[seconds % 60]}`;
}

/** A date in the Gregorian calendar. */
export type CivilDate = {year: number; month: number; day: number};

/**
 * Days since 1970-01-01 of a date in the Gregorian calendar; years begin in March, so that the leap day is the last
 * (Howard Hinnant's "days from civil", https://howardhinnant.github.io/date_algorithms.html).
 */
export function dayNumber(year: number, month: number, day: number): number {
	const shifted = month <= 2 ? year - 1 : year;
	const era = Math.floor(shifted / 400);
	const yearOfEra = shifted - era * 400;
	const dayOfYear =
		Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra =
		yearOfEra * 365 +
		Math.floor(yearOfEra / 4) -
		Math.floor(yearOfEra / 100) +
		dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

/** How many days a month of the Gregorian calendar has; 0 where there is no such month. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2)
		return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The date of a day since 1970-01-01. */
export function fromDayNumber(days: number): CivilDate {
	const shifted = days + 719_468;
	const era = Math.floor(shifted / 146_097);
	const dayOfEra = shifted - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1460) +
			Math.floor(dayOfEra / 36_524) -
			Math.floor(dayOfEra / 146_096)) /
			365,
	);
	const dayOfYear =
		dayOfEra -
		(365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	return {
		year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
		month,
		day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
	};
}

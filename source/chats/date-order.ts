import type {NamedDate} from './attachment-dates.ts';
import {
	type CivilDate,
	dayNumber,
	daysInMonth,
	fromSolarHijri,
	gregorianYear,
	isSolarHijri,
} from './calendar.ts';
import type {DateOrder} from './message.ts';
import type {Headers} from './scan.ts';

/** Which order the dates of an export have, and whether anything in it proves that. */
export type Decision = {order: DateOrder; certain: boolean};

/** Messages that were sent late stand among later ones. */
const LATE_DAYS = 3;

/** WhatsApp began in 2009; a date after 2060 has its year elsewhere. */
const FIRST_YEAR = 2009;
const LAST_YEAR = 2060;

/** The date of a header in an order, or null where there is no such day. */
export function dateOf(
	a: number,
	b: number,
	c: number,
	order: DateOrder,
): CivilDate | null {
	// A year of four digits tells its place, whatever the rest of the file decides.
	if (a > 99) order = 'ymd';
	else if (c > 99 && order === 'ymd') order = 'dmy';
	const written = order === 'ymd' ? a : c;
	const month = order === 'mdy' ? a : b;
	const day = order === 'dmy' ? a : order === 'mdy' ? b : c;
	if (month < 1 || month > 12 || day < 1) return null;
	if (isSolarHijri(written))
		return day <= (month <= 6 ? 31 : 30)
			? fromSolarHijri(written, month, day)
			: null;
	const year = gregorianYear(written);
	return day <= daysInMonth(year, month) ? {year, month, day} : null;
}

/**
 * Decides the order from all headers, by the evidence of the reference, section 1.3, strongest first: a year in front;
 * numbers that fit one order only; dates in the names of attachments; separators that no month-first locale has; steps
 * back in time; else the look of US dates, else day-first and not certain.
 * `named` gives the dates in attachments' names; `slashes` says that dates are written with '/' and European digits, which all
 * month-first locales do.
 */
export function decideDateOrder(
	headers: Headers,
	slashes: boolean,
	named: () => NamedDate[],
): Decision {
	if (isYearFirst(headers)) return {order: 'ymd', certain: true};
	let left = best(['dmy', 'mdy'] as const, order => impossible(headers, order));
	if (left.length > 1) {
		const dates = named();
		left = best(left, order => contradictions(headers, order, dates));
	}
	if (left.length > 1 && !slashes) left = ['dmy'];
	if (left.length > 1) left = best(left, order => stepsBack(headers, order));
	const [only] = left;
	if (left.length === 1 && only) return {order: only, certain: true};
	return {order: looksAmerican(headers) ? 'mdy' : 'dmy', certain: false};
}

/**
 * Whether the year stands in front: of four digits, or of two where the last number can be no year. Korean writes
 * '24. 3. 5. 15:07' and Basque '24/3/5 (15:07)'; nobody else has a dot or a parenthesis there.
 */
function isYearFirst(headers: Headers): boolean {
	if (headers.count === 0 || (headers.c[0] as number) > 99) return false;
	if ((headers.a[0] as number) > 99) return true;
	const against = impossible(headers, 'ymd');
	if (
		against < impossible(headers, 'dmy') &&
		against < impossible(headers, 'mdy')
	)
		return true;
	if (against > 0) return false;
	return (
		/^\.|\(/.test(headers.marker) ||
		(falls(headers.c, 2, headers.count) && !falls(headers.a, 1, headers.count))
	);
}

/** Whether a column of numbers falls at or behind a header; years never do. */
function falls(column: Uint16Array, from: number, count: number): boolean {
	for (let at = from; at < count; at++)
		if ((column[at] as number) < (column[at - 1] as number)) return true;
	return false;
}

/** The candidates with the fewest points against them. */
function best<Order extends DateOrder>(
	candidates: readonly Order[],
	against: (order: Order) => number,
): Order[] {
	const points = candidates.map(against);
	const fewest = Math.min(...points);
	return candidates.filter((_, at) => points[at] === fewest);
}

/** How many headers have no date in an order, or one at which there was no WhatsApp. */
function impossible(headers: Headers, order: DateOrder): number {
	let count = 0;
	let wrong = false;
	for (let at = 0; at < headers.count; at++) {
		if (at === 0 || !sameDate(headers, at)) {
			const date = dateAt(headers, at, order);
			wrong = !date || date.year < FIRST_YEAR || date.year > LAST_YEAR;
		}
		if (wrong) count++;
	}
	return count;
}

/** How many attachments carry another date in their name than their header says, where some order agrees. */
function contradictions(
	headers: Headers,
	order: 'dmy' | 'mdy',
	dates: readonly NamedDate[],
): number {
	let count = 0;
	for (const {index, date} of dates) {
		const agrees = (['dmy', 'mdy'] as const).filter(each =>
			isSame(dateAt(headers, index, each), date),
		);
		if (agrees.length > 0 && !agrees.includes(order)) count++;
	}
	return count;
}

function isSame(date: CivilDate | null, other: CivilDate): boolean {
	return (
		date !== null &&
		date.year === other.year &&
		date.month === other.month &&
		date.day === other.day
	);
}

/**
 * How often the date falls behind the one above it by more than a late message does; a day taken for a month is weeks
 * away. The first header does not count: Android stamps the notice at the top with the time of the export.
 */
function stepsBack(headers: Headers, order: DateOrder): number {
	let count = 0;
	let before = Number.NEGATIVE_INFINITY;
	for (let at = 1; at < headers.count; at++) {
		if (at > 1 && sameDate(headers, at)) continue;
		const date = dateAt(headers, at, order);
		if (!date) continue;
		const day = dayNumber(date.year, date.month, date.day);
		if (day < before - LATE_DAYS) count++;
		before = day;
	}
	return count;
}

/** 'M/D/YY' without zeros and 'AM' or 'PM' in capitals: what a phone set to the United States writes. */
function looksAmerican(headers: Headers): boolean {
	return (
		!headers.padded &&
		(headers.c[0] as number) < 100 &&
		/^\s?[AP]M$/.test(headers.marker)
	);
}

/** Whether a header has the date of the one before: most have. */
function sameDate({a, b, c}: Headers, at: number): boolean {
	return a[at] === a[at - 1] && b[at] === b[at - 1] && c[at] === c[at - 1];
}

function dateAt(
	headers: Headers,
	at: number,
	order: DateOrder,
): CivilDate | null {
	return dateOf(
		headers.a[at] as number,
		headers.b[at] as number,
		headers.c[at] as number,
		order,
	);
}

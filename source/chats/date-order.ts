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

/** A date inside the name of an attachment: IMG-20240520-WA0001.jpg, 00000012-PHOTO-2024-05-20-08-00-05.jpg. */
const DATE_IN_NAME =
	/(?:^|[\s<\u200E\u200F])(?:[A-Z]{3}-(20\d\d)(\d\d)(\d\d)-WA\d{4}|\d{8}-[A-Z]+-(20\d\d)-(\d\d)-(\d\d)-\d\d-\d\d-\d\d)\./;

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
 * numbers that fit one order only; dates in the names of attachments; steps back in time; separators that no
 * month-first locale has; else the look of US dates, else day-first and not certain.
 * `bodyAt` gives the text of a message; `slashes` says that dates are written with '/' and European digits, which all
 * month-first locales do.
 */
export function decideDateOrder(
	headers: Headers,
	slashes: boolean,
	bodyAt: (index: number) => string,
): Decision {
	if (headers.count > 0 && (headers.a[0] as number) > 99)
		return {order: 'ymd', certain: true};
	const fourDigits = headers.count > 0 && (headers.c[0] as number) > 99;
	const candidates: DateOrder[] = fourDigits
		? ['dmy', 'mdy']
		: ['dmy', 'mdy', 'ymd'];
	let left = best(candidates, order => impossible(headers, order));
	if (left.length > 1)
		left = best(left, order => contradictions(headers, order, bodyAt));
	if (left.length > 1) left = best(left, order => stepsBack(headers, order));
	const [only] = left;
	if (left.length === 1 && only) return {order: only, certain: true};
	// Korean writes '24. 3. 5. 15:07', Basque '24/3/5 (15:07)'; nobody else has a dot or a parenthesis there.
	if (left.includes('ymd') && /^\.|\(/.test(headers.marker))
		return {order: 'ymd', certain: true};
	if (!slashes) {
		const order = left.includes('dmy') ? 'dmy' : (only ?? 'dmy');
		return {order, certain: true};
	}
	const usual = left.includes('mdy') && looksAmerican(headers, fourDigits);
	return {
		order: usual ? 'mdy' : left.includes('dmy') ? 'dmy' : (only ?? 'dmy'),
		certain: false,
	};
}

/** The candidates with the fewest points against them. */
function best(
	candidates: DateOrder[],
	against: (order: DateOrder) => number,
): DateOrder[] {
	const points = candidates.map(against);
	const fewest = Math.min(...points);
	return candidates.filter((_, at) => points[at] === fewest);
}

/** How many headers have no date in an order, or one at which there was no WhatsApp. */
function impossible(headers: Headers, order: DateOrder): number {
	let count = 0;
	for (let at = 0; at < headers.count; at++) {
		const date = dateAt(headers, at, order);
		if (!date || date.year < FIRST_YEAR || date.year > LAST_YEAR) count++;
	}
	return count;
}

/** How many attachments carry another date in their name than their header says, where some order agrees. */
function contradictions(
	headers: Headers,
	order: DateOrder,
	bodyAt: (index: number) => string,
): number {
	let count = 0;
	for (let at = 0; at < headers.count; at++) {
		// Where both numbers are equal the header says nothing.
		if (headers.a[at] === headers.b[at]) continue;
		const found = DATE_IN_NAME.exec(bodyAt(at));
		if (!found) continue;
		const [, y = found[4], m = found[5], d = found[6]] = found;
		const named = {year: Number(y), month: Number(m), day: Number(d)};
		const agrees = (['dmy', 'mdy', 'ymd'] as const).filter(each =>
			isSame(dateAt(headers, at, each), named),
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
 * How often a day lies before the one above it. The first header does not count: Android stamps the notice at the top with
 * the time of the export.
 */
function stepsBack(headers: Headers, order: DateOrder): number {
	let count = 0;
	let before = Number.NEGATIVE_INFINITY;
	for (let at = 1; at < headers.count; at++) {
		const date = dateAt(headers, at, order);
		if (!date) continue;
		const day = dayNumber(date.year, date.month, date.day);
		if (day < before) count++;
		before = day;
	}
	return count;
}

/** 'M/D/YY' without zeros and 'AM' or 'PM' in capitals: what a phone set to the United States writes. */
function looksAmerican(headers: Headers, fourDigits: boolean): boolean {
	return (
		!headers.padded &&
		!fourDigits &&
		/^[\s\u202F\u00A0]?[AP]M$/.test(headers.marker)
	);
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

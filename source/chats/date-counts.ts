import type {NamedDate} from './attachment-dates.ts';
import {type CivilDate, dayNumber} from './calendar.ts';
import {dateOf} from './civil.ts';
import type {Headers} from './headers.ts';
import type {DateOrder} from './message.ts';

export type DayOrder = 'dmy' | 'mdy';

/** Messages that were sent late stand among later ones. */
const LATE_DAYS = 3;

/** WhatsApp began in 2009; a date after 2060 has its year elsewhere. */
const FIRST_YEAR = 2009;
const LAST_YEAR = 2060;

/** How many headers have no date in an order, or one at which there was no WhatsApp. */
export function impossible(headers: Headers, order: DateOrder): number {
	return countDates(
		headers,
		order,
		date => !date || date.year < FIRST_YEAR || date.year > LAST_YEAR,
	);
}

/** How many headers have a date after a day, 'YYYY-MM-DD'; one more day is left for other time zones. */
export function later(
	headers: Headers,
	order: DateOrder,
	latest: string,
): number {
	const last = dayNumberOf(latest);
	return countDates(
		headers,
		order,
		date =>
			date !== null && dayNumber(date.year, date.month, date.day) > last + 1,
	);
}

function countDates(
	headers: Headers,
	order: DateOrder,
	counts: (date: CivilDate | null) => boolean,
): number {
	const {runs} = headers;
	let count = 0;
	for (const [nth, at] of runs.entries())
		if (counts(dateAt(headers, at, order)))
			count += (runs[nth + 1] ?? headers.count) - at;
	return count;
}

/** How many attachments carry another date in their name than their header says, where some order agrees. */
export function contradictions(
	headers: Headers,
	order: DayOrder,
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
export function stepsBack(headers: Headers, order: DateOrder): number {
	let count = 0;
	let before = Number.NEGATIVE_INFINITY;
	for (const [nth, run] of headers.runs.entries()) {
		// Others may have the date of the first header.
		const at = Math.max(run, 1);
		if (at >= (headers.runs[nth + 1] ?? headers.count)) continue;
		const date = dateAt(headers, at, order);
		if (!date) continue;
		const day = dayNumber(date.year, date.month, date.day);
		if (day < before - LATE_DAYS) count++;
		before = day;
	}
	return count;
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

function dayNumberOf(date: string): number {
	return dayNumber(
		Number(date.slice(0, 4)),
		Number(date.slice(5, 7)),
		Number(date.slice(8, 10)),
	);
}

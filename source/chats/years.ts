import type {NamedDate} from './attachment-dates.ts';
import {dayNumber, daysInMonth} from './calendar.ts';
import {NAMED} from './date.ts';
import type {Headers} from './headers.ts';

/** Messages that were sent late stand among later ones. */
const LATE_DAYS = 3;

/** The last year whose exports left years out, taken where nothing tells another. */
const ASSUMED_YEAR = 2015;

/**
 * Fills the years that old phones left out of the dates of their current year: from the headers beside them, from dates
 * in the names of attachments, or from `latest`, the last day that the file can know. False where nothing tells a year
 * and one is assumed.
 */
export function fillYears(
	headers: Headers,
	named: () => readonly NamedDate[],
	latest: string | undefined,
): boolean {
	const {b, c, count} = headers;
	const missing = c.subarray(0, count).includes(0);
	if (!missing || (b[0] as number) <= NAMED) return true;
	const known = firstKnown(headers, named);
	const told = known ?? fromLatest(headers, latest);
	const {index, year} = told ?? {index: count - 1, year: ASSUMED_YEAR};
	c[index] = year;
	for (let at = index + 1; at < count; at++) follow(headers, at, at - 1, 1);
	for (let at = index - 1; at >= 0; at--) follow(headers, at, at + 1, -1);
	return told !== null;
}

/** A header whose year is known. */
type Known = {index: number; year: number};

function firstKnown(
	{c, a, b, count}: Headers,
	named: () => readonly NamedDate[],
): Known | null {
	for (let index = 0; index < count; index++)
		if (c[index] !== 0) return {index, year: c[index] as number};
	for (const {index, date} of named())
		if (a[index] === date.day && (b[index] as number) - NAMED === date.month)
			return {index, year: date.year};
	return null;
}

/** The last header stands on the latest day or before it. */
function fromLatest(
	headers: Headers,
	latest: string | undefined,
): Known | null {
	if (!latest) return null;
	const index = headers.count - 1;
	const year = Number(latest.slice(0, 4));
	const monthDay = dayOfYear(headers, index);
	const last = Number(latest.slice(5, 7)) * 100 + Number(latest.slice(8, 10));
	return {index, year: monthDay <= last ? year : year - 1};
}

/** Gives a header without a year the one that keeps it behind (or before) its neighbour. */
function follow(
	headers: Headers,
	at: number,
	neighbour: number,
	step: 1 | -1,
): void {
	const {c} = headers;
	if (c[at] !== 0) return;
	const year = c[neighbour] as number;
	const away =
		(dayOf(headers, at, year) - dayOf(headers, neighbour, year)) * step;
	c[at] = away < -LATE_DAYS ? year + step : year;
}

function dayOf({a, b}: Headers, at: number, year: number): number {
	const month = (b[at] as number) - NAMED;
	const day = Math.min(a[at] as number, daysInMonth(year, month) || 1);
	return dayNumber(year, month, day);
}

function dayOfYear({a, b}: Headers, at: number): number {
	return ((b[at] as number) - NAMED) * 100 + (a[at] as number);
}

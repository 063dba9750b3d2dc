import type {NamedDate} from './attachment-dates.ts';
import {NAMED} from './date.ts';
import {
	contradictions,
	type DayOrder,
	impossible,
	later,
	stepsBack,
} from './date-counts.ts';
import {hasComma, hasYearFirstSeparator} from './header.ts';
import type {Headers} from './headers.ts';
import type {DateOrder} from './message.ts';

/** Which order the dates of an export have, and whether anything in it proves that. */
export type Decision = {order: DateOrder; certain: boolean};

/** What is known beside the headers. */
export type Evidence = {
	/** Dates are written with '/' and European digits, which all month-first locales do. */
	slashes: boolean;
	/** The dates in the names of attachments. */
	named: () => readonly NamedDate[];
	/** 'YYYY-MM-DD': the last day that the file can know, from when it was written. */
	latest?: string | undefined;
	/** The order in other files of the same phone. */
	hint?: DateOrder | undefined;
};

/**
 * Decides the order from all headers by the evidence of the reference, section 1.3, strongest first: a year in front;
 * numbers that fit one order only; dates in the names of attachments; steps back in time; separators that no month-first
 * locale has; dates that the file cannot know; other files of the same phone; else the look of US dates, else day-first
 * and not certain.
 */
export function decideDateOrder(
	headers: Headers,
	{slashes, named, latest, hint}: Evidence,
): Decision {
	if (headers.count > 0 && (headers.b[0] as number) > NAMED)
		return {order: 'dmy', certain: true};
	if (isYearFirst(headers)) return {order: 'ymd', certain: true};
	const found =
		fewest(order => impossible(headers, order)) ??
		fewest(order => contradictions(headers, order, named())) ??
		clearlyFewest(order => stepsBack(headers, order)) ??
		(slashes ? null : 'dmy') ??
		(latest ? fewest(order => later(headers, order, latest)) : null) ??
		(hint === 'ymd' ? null : hint);
	if (found) return {order: found, certain: true};
	const guess = fewest(order => stepsBack(headers, order));
	return {
		order: guess ?? (looksAmerican(headers) ? 'mdy' : 'dmy'),
		certain: false,
	};
}

/** The order with fewer points against it; null where they have the same. */
function fewest(against: (order: DayOrder) => number): DayOrder | null {
	const dmy = against('dmy');
	const mdy = against('mdy');
	return dmy === mdy ? null : dmy < mdy ? 'dmy' : 'mdy';
}

/** The same, but only where it has half of the other's points or less: a wrong order steps back every month. */
function clearlyFewest(against: (order: DayOrder) => number): DayOrder | null {
	const dmy = against('dmy');
	const mdy = against('mdy');
	if (dmy * 2 <= mdy && mdy > 0) return 'dmy';
	return mdy * 2 <= dmy && dmy > 0 ? 'mdy' : null;
}

/**
 * Whether the year stands in front: of four digits, or of two where the last number can be no year. Korean writes
 * '24. 3. 5. 15:07' and Basque '24/3/5 (15:07)'; nobody else has a dot behind spaced numbers, or a parenthesis, there.
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
	const {a, c, count, markers, shape} = headers;
	// The first header does not count: the notice at the top has the time of the export.
	if (/^\.\s|\(/.test(markers[shape[0] as number] ?? ''))
		return !falls(a, 2, count);
	if (falls(c, 2, count) && !falls(a, 1, count)) return true;
	return (
		hasYearFirstSeparator(headers.forms[shape[0] as number] as number) &&
		(jumps(c, count) || falls(c, 1, count)) &&
		!jumps(a, count) &&
		!falls(a, 1, count)
	);
}

/** Whether a column changes by more than one at some header: from one message to the next, years hardly do. */
function jumps(column: Uint16Array, count: number): boolean {
	for (let at = 1; at < count; at++)
		if (Math.abs((column[at] as number) - (column[at - 1] as number)) > 1)
			return true;
	return false;
}

/** Whether a column of numbers falls at or behind a header; years never do. */
function falls(column: Uint16Array, from: number, count: number): boolean {
	for (let at = from; at < count; at++)
		if ((column[at] as number) < (column[at - 1] as number)) return true;
	return false;
}

/** 'M/D/YY, ' without zeros and 'AM' or 'PM' in capitals: what a phone set to the United States writes. */
function looksAmerican(headers: Headers): boolean {
	const shape = headers.shape[0] as number;
	return (
		!headers.padded &&
		// From 52 on, two digits are a Buddhist year.
		(headers.c[0] as number) < 52 &&
		hasComma(headers.forms[shape] as number) &&
		/^\s?[AP]M$/.test(headers.markers[shape] ?? '')
	);
}

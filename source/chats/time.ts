import {meaningOf, monthBehind} from './beside.ts';
import {classOf, SPACE} from './characters.ts';
import {type Cursor, readNumber, skipMarks, skipSpace} from './cursor.ts';
import {hourOfDay} from './markers.ts';

/**
 * The time of a header; `shape` says how it is written, `marker` is what stands beside it besides ', ' or a blank. `month`
 * is that of a date which follows, where its name comes before the day; else 0.
 */
export type TimeOfDay = {
	seconds: number;
	shape: number;
	marker: string;
	month: number;
};

/** Longest text between date and time, or between time and the end of a header. */
const LONGEST_WORD = 24;

/**
 * Reads the time at the cursor, with what stands before it and the marker before or after it. `hour` is the hour where it
 * has been read already, else -1; with `dateFollows` the marker ends at the date.
 */
export function readTime(
	c: Cursor,
	hour: number,
	time: TimeOfDay,
	dateFollows: boolean,
): boolean {
	let hours = 0;
	let between = 0;
	time.marker = '';
	if (hour < 0) {
		const from = c.at;
		if (!skipToDigit(c)) return false;
		between = betweenShape(c.text, from, c.at);
		if (between === 3) {
			const text = c.text.slice(from, c.at);
			hours = meaningOf(text);
			if (hours < 0) return false;
			time.marker = text;
		}
		hour = readNumber(c);
		if (hour < 0 || c.width > 2) return false;
	}
	const separator = timeSeparator(c);
	if (separator === 0) return false;
	const minute = readNumber(c);
	if (minute < 0 || c.width !== 2) return false;
	let second = 0;
	let hasSecond = 0;
	const beforeSecond = c.at;
	if (timeSeparator(c) !== 0) {
		second = readNumber(c);
		hasSecond = 1;
		if (second < 0 || c.width !== 2) {
			// 'legacy: sender' and '15.07 - ' end here.
			c.at = beforeSecond;
			second = 0;
			hasSecond = 0;
		}
	}
	if (separator === 3) skipUnit(c);
	if (hour > 24 || minute > 59 || second > 59) return false;
	const after = markerBehind(c, dateFollows);
	if (after === null) return false;
	if (after !== '') {
		let found = meaningOf(after);
		if (found < 0 && dateFollows && c.mode === 'names') {
			const named = monthBehind(after);
			time.month = named?.month ?? 0;
			if (named) found = meaningOf(named.before);
		}
		if (found < 0) return false;
		if (found > 0) {
			hours = found;
			time.marker += after;
		}
	}
	const where = hours === 0 ? 0 : between === 3 && after === '' ? 1 : 2;
	time.seconds =
		(hours === 0 ? hour % 24 : hourOfDay(hour, hours)) * 3600 +
		minute * 60 +
		second;
	time.shape = separator | (hasSecond << 2) | (where << 3) | (between << 5);
	return true;
}

/** Between date and time: 1 ', ', 2 a blank, 3 anything else. */
function betweenShape(text: string, from: number, to: number): number {
	const first = text.charCodeAt(from);
	if (to - from === 1 && classOf(first) === SPACE) return 2;
	if (to - from === 2 && first === 0x2c) return 1;
	return 3;
}

/** 1 ':', 2 '.', 3 ' h ' or ' min '; 0 where there is none. */
function timeSeparator(c: Cursor): number {
	skipMarks(c);
	const code = c.text.charCodeAt(c.at);
	if (code === 0x3a || code === 0x2e) {
		c.at++;
		return code === 0x3a ? 1 : 2;
	}
	const from = c.at;
	skipSpace(c);
	if (c.text.charCodeAt(c.at) === 0x68) c.at++;
	else if (c.text.startsWith('min', c.at)) c.at += 3;
	else {
		c.at = from;
		return 0;
	}
	skipSpace(c);
	return 3;
}

/** Past the unit of the last number in '15 h 07 min 09 s'. */
function skipUnit(c: Cursor): void {
	const from = c.at;
	skipSpace(c);
	if (c.text.startsWith('min', c.at)) c.at += 3;
	else if (c.text.charCodeAt(c.at) === 0x73) c.at++;
	else c.at = from;
}

function markerBehind(c: Cursor, dateFollows: boolean): string | null {
	if (dateFollows) return markerToDigit(c);
	return c.mode === 'bare' ? markerToWord(c) : markerToEnd(c);
}

function skipToDigit(c: Cursor): boolean {
	const last = Math.min(c.end, c.at + LONGEST_WORD);
	for (; c.at < last; c.at++) {
		const kind = classOf(c.text.charCodeAt(c.at));
		if (kind >= 1 && kind <= 10) return true;
	}
	return false;
}

/** What stands between the time and the date after it; null where no date follows. */
function markerToDigit(c: Cursor): string | null {
	const from = c.at;
	return skipToDigit(c) ? c.text.slice(from, c.at) : null;
}

/** What stands between the time and the end of the header; '' where the header ends at once, null where it never does. */
function markerToEnd(c: Cursor): string | null {
	const {text} = c;
	const from = c.at;
	if (endsHere(text, from)) return '';
	const last = Math.min(c.end, from + LONGEST_WORD);
	for (let at = from + 1; at < last; at++)
		if (endsHere(text, at)) {
			c.at = at;
			return text.slice(from, at);
		}
	return null;
}

/** The marker behind the time where nothing ends the header: the longest of the next words that is one. */
function markerToWord(c: Cursor): string | null {
	const line = c.text.slice(c.at, Math.min(c.end, c.at + LONGEST_WORD));
	const blanks = [...line.matchAll(/\s/gu)].map(({index}) => index);
	if (blanks.length === 0) return null;
	for (const end of blanks.slice(0, 4).reverse()) {
		const words = line.slice(0, end);
		if (words !== '' && meaningOf(words) > 0) {
			c.at += end;
			return words;
		}
	}
	return blanks[0] === 0 ? '' : null;
}

function endsHere(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	if (code === 0x5d) return true;
	const next = text.charCodeAt(at + 1);
	if (code === 0x3a) return next === 0x20;
	return (
		classOf(code) === SPACE &&
		(next === 0x2d || next === 0x2013 || next === 0x2014)
	);
}

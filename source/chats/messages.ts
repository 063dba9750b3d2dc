import {Again} from './again.ts';
import {textAt} from './bytes.ts';
import {dayNumber} from './calendar.ts';
import {dateOf} from './civil.ts';
import {classify, cleanText} from './classify.ts';
import {
	ASCII,
	type Columns,
	EDITED,
	emptyColumns,
	KINDS,
	MARKED,
	UTF8,
} from './columns.ts';
import type {Decision} from './date-order.ts';
import {namer} from './from-messages.ts';
import {type Headers, MARKED_LINE} from './scan.ts';
import {type Head, headTable, settleHeads} from './senders.ts';
import {isTyped, isWide} from './typed.ts';

const DAY = 86_400;
const TEXT = KINDS.indexOf('text');
const MEDIA = KINDS.indexOf('media');
const SYSTEM = KINDS.indexOf('system');

/** Makes the messages of the headers: time, sender, where the text stands, and kind. */
export function readMessages(
	bytes: Buffer,
	headers: Headers,
	orders: readonly Decision[],
	platform: 'ios' | 'android',
): Columns {
	const {count, body, time} = headers;
	const columns = emptyColumns(count, bytes);
	const {heads, places} = readHeads(bytes, headers, platform);
	const reading = {bytes, headers, columns, platform, again: new Again()};
	const placeOf = namer(columns.names);
	const daysOf = dayReader(headers, orders);
	for (let at = 0; at < count; at++) {
		columns.time[at] = daysOf(at) * DAY + (time[at] as number);
		const head = heads[(places[at] as number) - 1];
		const end = bodyEnd(bytes, headers, at);
		if (!head?.person) {
			columns.from[at] = body[at] as number;
			columns.to[at] = end;
			columns.written[at] = MARKED;
			columns.kind[at] = SYSTEM;
			continue;
		}
		const kind = readSent(reading, at, end, head);
		columns.kind[at] = kind;
		if (kind === SYSTEM) continue;
		head.named ||= placeOf(head.name);
		columns.sender[at] = head.named;
	}
	return columns;
}

type Reading = {
	bytes: Buffer;
	headers: Headers;
	columns: Columns;
	platform: 'ios' | 'android';
	again: Again;
};

/** Finds the text of a message behind its sender, and what it is (a place in `KINDS`). */
function readSent(
	{bytes, headers, columns, platform, again}: Reading,
	at: number,
	end: number,
	head: Head,
): number {
	let from = (headers.body[at] as number) + head.rawLength + 1;
	const spaced = bytes[from] === 0x20;
	if (spaced) from++;
	const to = Math.max(from, end);
	columns.from[at] = from;
	columns.to[at] = to;
	const look = headers.look[at] as number;
	columns.written[at] = isWide(look) ? UTF8 : ASCII;
	if (isTyped(bytes, from, to, look, platform)) return TEXT;
	const lineMarked = ((headers.flags[at] as number) & MARKED_LINE) !== 0;
	const known = spaced && again.find(bytes, from, to, lineMarked);
	if (known) {
		columns.written[at] = known.written;
		return known.kind;
	}
	const raw = textAt(bytes, from, to);
	// 'Sender:.' is what is left of an old view-once picture.
	if (!spaced && raw === '.') return MEDIA;
	const {text, kind: name} = classify(raw, platform, lineMarked);
	const kind = KINDS.indexOf(name);
	if (text !== raw)
		columns.written[at] = text === cleanText(raw) ? MARKED : EDITED;
	if (spaced && kind !== TEXT) {
		const written = columns.written[at] as number;
		again.keep(bytes.subarray(from, to), lineMarked, {written, kind});
	}
	return kind;
}

/** Where a message's text ends: before the next header, without the line end between them. */
function bodyEnd(bytes: Uint8Array, headers: Headers, at: number): number {
	const isLast = at + 1 === headers.count;
	let end = isLast ? bytes.length : (headers.start[at + 1] as number);
	const from = headers.body[at] as number;
	do {
		if (bytes[end - 1] !== 0x0a) break;
		end--;
		if (bytes[end - 1] === 0x0d) end--;
		// Blank lines at the end of the file belong to no text; inside the file they are kept.
	} while (isLast && end > from);
	return Math.max(end, from);
}

/** All heads, and the place among them (from 1) of that of each message; 0 where the first line names nobody. */
function readHeads(
	bytes: Buffer,
	headers: Headers,
	platform: 'ios' | 'android',
): {heads: Head[]; places: Uint32Array} {
	const {count, body} = headers;
	const {heads, placeAt} = headTable(bytes);
	const places = new Uint32Array(count);
	for (let at = 0; at < count; at++) places[at] = placeAt(body[at] as number);
	settleHeads(heads, (head, rest) => {
		const place = heads.indexOf(head) + 1;
		return places.some((each, at) => {
			if (each !== place) return false;
			const from = (body[at] as number) + head.rawLength + rest.length;
			const raw = textAt(bytes, from, bodyEnd(bytes, headers, at));
			return classify(raw, platform, false).kind !== 'text';
		});
	});
	return {heads, places};
}

/** The days since 1970-01-01 of each header's date, asked for in order; most have that of the one before. */
function dayReader(
	{a, b, c, shape, runs}: Headers,
	orders: readonly Decision[],
): (at: number) => number {
	let run = 0;
	let days = 0;
	return at => {
		if (at !== runs[run]) return days;
		run++;
		const {order} = orders[shape[at] as number] as Decision;
		const date = dateOf(
			a[at] as number,
			b[at] as number,
			c[at] as number,
			order,
		);
		days = date ? dayNumber(date.year, date.month, date.day) : 0;
		return days;
	};
}

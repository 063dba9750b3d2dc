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
import {AFTER_CRLF, type Headers, MARKED_LINE} from './headers.ts';
import {MORE_LINES, TYPED} from './look.ts';
import {type Head, headTable, settleHeads} from './senders.ts';
import {isTyped, isWide} from './typed.ts';

const DAY = 86_400;
/** ': '. */
const BEHIND_NAME = 2;
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
	const {count, body} = headers;
	const columns = emptyColumns(count, bytes);
	readTimes(columns.time, headers, orders);
	const {heads, places} = readHeads(bytes, headers, platform);
	const reading = {bytes, headers, columns, platform, again: new Again()};
	const {from, to, written, kind, sender} = columns;
	const placeOf = namer(columns.names);
	for (let at = 0; at < count; at++) {
		const head = heads[(places[at] as number) - 1];
		if (!head?.person) {
			from[at] = body[at] as number;
			to[at] = bodyEnd(bytes, headers, at);
			written[at] = MARKED;
			kind[at] = SYSTEM;
			continue;
		}
		if (!readPlain(headers, columns, at, head)) {
			const found = readSent(reading, at, head);
			kind[at] = found;
			if (found === SYSTEM) continue;
		}
		head.named ||= placeOf(head.name);
		sender[at] = head.named;
	}
	return columns;
}

/** Reads a message of one line that is known to be typed (a new column says that of all); false where it is no such one. */
function readPlain(
	{start, body, look, flags, count}: Headers,
	columns: Columns,
	at: number,
	head: Head,
): boolean {
	const seen = look[at] as number;
	const next = at + 1;
	if ((seen & (TYPED | MORE_LINES)) !== TYPED || head.joined || next === count)
		return false;
	columns.from[at] = (body[at] as number) + head.rawLength + BEHIND_NAME;
	const lineEnd = ((flags[next] as number) & AFTER_CRLF) === 0 ? 1 : 2;
	columns.to[at] = (start[next] as number) - lineEnd;
	columns.written[at] = isWide(seen) ? UTF8 : ASCII;
	return true;
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
	head: Head,
): number {
	let from = (headers.body[at] as number) + head.rawLength + 1;
	const spaced = bytes[from] === 0x20;
	if (spaced) from++;
	const to = Math.max(from, bodyEnd(bytes, headers, at));
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
	const {count, body, name} = headers;
	const {heads, placeAt} = headTable(bytes);
	const places = new Uint32Array(count);
	for (let at = 0; at < count; at++)
		places[at] = placeAt(body[at] as number, name[at] as number);
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

/** Seconds since 1970-01-01 of each header; most have the date of the one before. */
function readTimes(
	into: Float64Array,
	{a, b, c, shape, time, runs, count}: Headers,
	orders: readonly Decision[],
): void {
	for (let run = 0; run < runs.length; run++) {
		const first = runs[run] as number;
		const end = runs[run + 1] ?? count;
		const {order} = orders[shape[first] as number] as Decision;
		const date = dateOf(
			a[first] as number,
			b[first] as number,
			c[first] as number,
			order,
		);
		const day = date ? dayNumber(date.year, date.month, date.day) * DAY : 0;
		for (let at = first; at < end; at++) into[at] = day + (time[at] as number);
	}
}

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
import type {MessageKind} from './message.ts';
import {type Headers, MARKED_LINE} from './scan.ts';
import {type Head, headTable, settleHeads} from './senders.ts';
import {isTyped, isWide} from './typed.ts';

const DAY = 86_400;
const kindOf = new Map(KINDS.map((kind, place) => [kind, place]));

/** Makes the messages of the headers: time, sender, where the text stands, and kind. */
export function readMessages(
	bytes: Buffer,
	headers: Headers,
	orders: readonly Decision[],
	platform: 'ios' | 'android',
): Columns {
	const {count, body, time} = headers;
	const columns = emptyColumns(count, bytes);
	const {heads, places} = readHeads(bytes, headers);
	const placeOf = placer(columns);
	const daysOf = dayReader(headers, orders);
	for (let at = 0; at < count; at++) {
		columns.time[at] = daysOf(at) * DAY + (time[at] as number);
		const head = heads[(places[at] as number) - 1];
		const end = bodyEnd(bytes, headers, at);
		if (!head?.person) {
			columns.from[at] = body[at] as number;
			columns.to[at] = end;
			columns.written[at] = MARKED;
			columns.kind[at] = kindOf.get('system') as number;
			continue;
		}
		const kind = readSent({bytes, headers, columns, platform}, at, end, head);
		columns.kind[at] = kindOf.get(kind) as number;
		if (kind !== 'system') columns.sender[at] = placeOf(head);
	}
	return columns;
}

type Reading = {
	bytes: Buffer;
	headers: Headers;
	columns: Columns;
	platform: 'ios' | 'android';
};

/** Finds the text of a message behind its sender, and what it is. */
function readSent(
	{bytes, headers, columns, platform}: Reading,
	at: number,
	end: number,
	head: Head,
): MessageKind {
	let from = (headers.body[at] as number) + head.rawLength + 1;
	const spaced = bytes[from] === 0x20;
	if (spaced) from++;
	const to = Math.max(from, end);
	columns.from[at] = from;
	columns.to[at] = to;
	const look = headers.look[at] as number;
	columns.written[at] = isWide(look) ? UTF8 : ASCII;
	if (isTyped(bytes, from, to, look, platform)) return 'text';
	const raw = textAt(bytes, from, to);
	// 'Sender:.' is what is left of an old view-once picture.
	if (!spaced && raw === '.') return 'media';
	const lineMarked = ((headers.flags[at] as number) & MARKED_LINE) !== 0;
	const {text, kind} = classify(raw, platform, lineMarked);
	if (text !== raw)
		columns.written[at] = text === cleanText(raw) ? MARKED : EDITED;
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
	{count, body}: Headers,
): {heads: Head[]; places: Uint32Array} {
	const {heads, placeAt} = headTable(bytes);
	const places = new Uint32Array(count);
	for (let at = 0; at < count; at++) places[at] = placeAt(body[at] as number);
	settleHeads(heads);
	return {heads, places};
}

/** The place of a head's name among the names of the chat; most messages have the head of one shortly before. */
function placer({names}: Columns): (head: Head) => number {
	const placeOf = namer(names);
	const known = new Map<Head, number>();
	return head => {
		let place = known.get(head);
		if (place === undefined) {
			place = placeOf(head.name);
			known.set(head, place);
		}
		return place;
	};
}

/** The days since 1970-01-01 of a header's date; most have that of the one before. */
function dayReader(
	{a, b, c, shape}: Headers,
	orders: readonly Decision[],
): (at: number) => number {
	let last = -1;
	let days = 0;
	return at => {
		const isSame =
			last >= 0 &&
			a[at] === a[last] &&
			b[at] === b[last] &&
			c[at] === c[last] &&
			shape[at] === shape[last];
		last = at;
		if (isSame) return days;
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

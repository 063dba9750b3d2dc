import {hasMarkAt} from './bytes.ts';
import type {Mode} from './cursor.ts';
import {emptyHeader, type Header} from './header.ts';
import {LineReader} from './line-reader.ts';
import {ANYTHING, MORE_LINES} from './look.ts';
import {headerReader} from './repeat.ts';

/** The headers of a text, one column per field, so that a million of them stay small. */
export type Headers = {
	count: number;
	/** Where the header's line begins, and where its message begins. */
	start: Int32Array;
	body: Int32Array;
	/** The numbers of the date in written order, and seconds since midnight. */
	a: Uint16Array;
	b: Uint16Array;
	c: Uint16Array;
	time: Int32Array;
	/** 1: the line begins with a direction mark. 2: the line before it ends with CR LF. */
	flags: Uint8Array;
	/** Which of `forms` each header has: one, save where exports were joined. */
	shape: Uint8Array;
	/** What stands somewhere in the message, its sender aside (see `look.ts`). */
	look: Uint8Array;
	/** Where another date than that of the header before stands, or another form. */
	runs: number[];
	/** Headers behind a line that ends with CR LF. */
	behindCrlf: number;
	forms: number[];
	/** Some day or month below ten was written with a zero in front. */
	padded: boolean;
	/** What stands beside the time in the first header of each form, as written. */
	markers: string[];
	/** Lines of the text; those before the first header. */
	lines: number;
	before: number;
	/** Lines with nothing in them. */
	blank: number;
};

export const MARKED_LINE = 1;
export const AFTER_CRLF = 2;

const COLUMNS = [
	'start',
	'body',
	'a',
	'b',
	'c',
	'time',
	'flags',
	'shape',
	'look',
] as const;

function columns(size: number): Headers {
	return {
		count: 0,
		start: new Int32Array(size),
		body: new Int32Array(size),
		a: new Uint16Array(size),
		b: new Uint16Array(size),
		c: new Uint16Array(size),
		time: new Int32Array(size),
		flags: new Uint8Array(size),
		shape: new Uint8Array(size),
		look: new Uint8Array(size),
		runs: [],
		behindCrlf: 0,
		forms: [],
		padded: false,
		markers: [],
		lines: 0,
		before: 0,
		blank: 0,
	};
}

/**
 * Reads a text once and collects the headers that have the form of this export; every other line belongs to the message
 * before it. A byte-order mark inside the text begins another export: its form is accepted from there on.
 */
export function scan(bytes: Buffer, form: number, mode: Mode): Headers {
	const {length} = bytes;
	const read = headerReader(bytes, mode);
	const mayBegin = beginnings(mode);
	const line = new LineReader(bytes);
	let headers = columns(1024 + (length >> 6));
	const header = emptyHeader();
	headers.forms = [form];
	let current = 0;
	let currentForm = form;
	let crlf = false;
	for (let at = 0; at < length; ) {
		headers.lines++;
		let isHeader = mayBegin[bytes[at] as number] === 1 && read(at, header);
		if (isHeader) {
			// Most headers have the form of the one before.
			if (header.form !== currentForm) {
				current = shapeOf(headers, header.form, hasMarkAt(bytes, at));
				currentForm = header.form;
			}
			isHeader = current >= 0;
		}
		if (isHeader) {
			if (headers.count === headers.start.length) headers = grown(headers);
			if (headers.count === 0) headers.before = headers.lines - 1;
			if (headers.markers.length <= current)
				headers.markers[current] = header.marker;
			put(headers, header, at, crlf, current);
		}
		const end = line.read(isHeader ? behindSender(bytes, header.body) : at);
		if (headers.count > 0)
			(headers.look[headers.count - 1] as number) |=
				line.look | (isHeader ? 0 : MORE_LINES);
		crlf = bytes[end - 1] === 0x0d;
		if (end - at <= (crlf ? 1 : 0)) headers.blank++;
		at = end + 1;
	}
	if (headers.count === 0) headers.before = headers.lines;
	return headers;
}

/** Behind the first ': ' of a line, or where it was looked for from. */
function behindSender(bytes: Uint8Array, from: number): number {
	for (let at = from; at < bytes.length; at++) {
		const byte = bytes[at];
		if (byte === 0x3a && bytes[at + 1] === 0x20) return at + 2;
		if (byte === 0x0a) return from;
	}
	return from;
}

/** Which of the forms of the text this is, or -1; one behind a byte-order mark is added to them. */
function shapeOf({forms}: Headers, form: number, joined: boolean): number {
	const known = forms.indexOf(form);
	if (known >= 0 || !joined || forms.length === 255) return known;
	return forms.push(form) - 1;
}

/**
 * Whether a line that begins with this character may be a header: a digit, '[' or anything beyond Latin; a letter too,
 * where months have names.
 */
export function beginsHeader(code: number, mode: Mode): boolean {
	return (
		(code >= 0x30 && code <= 0x39) ||
		code === 0x5b ||
		code >= 0x600 ||
		(mode === 'names' && code > 0x40)
	);
}

/** The same for the first byte of a line, 1 where it may be one: that of U+0600 and what lies behind it is 0xD8 or more. */
function beginnings(mode: Mode): Uint8Array {
	return Uint8Array.from({length: 256}, (_, byte) =>
		beginsHeader(byte >= 0xd8 ? 0x600 : byte, mode) ? 1 : 0,
	);
}

function put(
	to: Headers,
	header: Header,
	start: number,
	crlf: boolean,
	shape: number,
): void {
	const at = to.count++;
	to.start[at] = start;
	to.body[at] = header.body;
	to.a[at] = header.a;
	to.b[at] = header.b;
	to.c[at] = header.c;
	to.time[at] = header.time;
	if (crlf && at > 0) to.behindCrlf++;
	to.flags[at] = (header.marked ? MARKED_LINE : 0) | (crlf ? AFTER_CRLF : 0);
	to.shape[at] = shape;
	to.look[at] = 0;
	if (isNewDate(to, at)) to.runs.push(at);
	to.padded ||= header.padded;
}

function isNewDate({a, b, c, shape}: Headers, at: number): boolean {
	return (
		at === 0 ||
		a[at] !== a[at - 1] ||
		b[at] !== b[at - 1] ||
		c[at] !== c[at - 1] ||
		shape[at] !== shape[at - 1]
	);
}

function grown(old: Headers): Headers {
	const bigger = columns(old.start.length * 2);
	for (const key of COLUMNS) bigger[key].set(old[key]);
	return {
		...bigger,
		count: old.count,
		runs: old.runs,
		behindCrlf: old.behindCrlf,
		forms: old.forms,
		padded: old.padded,
		markers: old.markers,
		lines: old.lines,
		before: old.before,
		blank: old.blank,
	};
}

/** Keeps the headers that `keep` names; the lines of the others become text of the message before them. */
export function keepHeaders(
	headers: Headers,
	keep: (index: number) => boolean,
): void {
	let kept = 0;
	headers.runs = [];
	for (let at = 0; at < headers.count; at++) {
		if (!keep(at)) {
			// Its line is text now, and what stands in front of its sender has not been looked at.
			if (kept > 0) headers.look[kept - 1] = ANYTHING;
			continue;
		}
		if (kept !== at)
			for (const key of COLUMNS)
				headers[key][kept] = headers[key][at] as number;
		if (isNewDate(headers, kept)) headers.runs.push(kept);
		kept++;
	}
	headers.count = kept;
}

/** The headers of one form; the same where there is but one. */
export function headersOfShape(headers: Headers, shape: number): Headers {
	if (headers.forms.length === 1) return headers;
	const some = grown(headers);
	keepHeaders(some, at => some.shape[at] === shape);
	return some;
}

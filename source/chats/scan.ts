import type {Mode} from './cursor.ts';
import {emptyHeader, type Header} from './header.ts';
import {headerReader} from './repeat.ts';
import {hasMarkAt, type Source} from './source.ts';

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

export const MARKED = 1;
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
export function scan(source: Source, form: number, mode: Mode): Headers {
	const {text, narrow} = source;
	const read = headerReader(source, mode);
	let headers = columns(1024 + (text.length >> 6));
	const header = emptyHeader();
	headers.forms = [form];
	let current = 0;
	let currentForm = form;
	const {length} = text;
	let crlf = false;
	for (let at = 0; at < length; ) {
		let end = text.indexOf('\n', at);
		if (end < 0) end = length;
		headers.lines++;
		if (
			beginsHeader(text.charCodeAt(at), mode, narrow !== null) &&
			read(at, end, header)
		) {
			// Most headers have the form of the one before.
			if (header.form !== currentForm) {
				current = shapeOf(headers, header.form, hasMarkAt(source, at));
				currentForm = header.form;
			}
			if (current >= 0) {
				if (headers.count === headers.start.length) headers = grown(headers);
				if (headers.count === 0) headers.before = headers.lines - 1;
				if (headers.markers.length <= current)
					headers.markers[current] = header.marker;
				put(headers, header, at, crlf, current);
			}
		}
		crlf = text.charCodeAt(end - 1) === 0x0d;
		if (end - at <= (crlf ? 1 : 0)) headers.blank++;
		at = end + 1;
	}
	if (headers.count === 0) headers.before = headers.lines;
	return headers;
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
export function beginsHeader(
	code: number,
	mode: Mode,
	narrow = false,
): boolean {
	return (
		(code >= 0x30 && code <= 0x39) ||
		code === 0x5b ||
		// The first byte of U+0600 and what lies behind it is 0xD8 or more.
		code >= (narrow ? 0xd8 : 0x600) ||
		(mode === 'names' && code > 0x40)
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
	to.flags[at] = (header.marked ? MARKED : 0) | (crlf ? AFTER_CRLF : 0);
	to.shape[at] = shape;
	to.padded ||= header.padded;
}

function grown(old: Headers): Headers {
	const bigger = columns(old.start.length * 2);
	for (const key of COLUMNS) bigger[key].set(old[key]);
	return {
		...bigger,
		count: old.count,
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
	for (let at = 0; at < headers.count; at++) {
		if (!keep(at)) continue;
		if (kept !== at)
			for (const key of COLUMNS)
				headers[key][kept] = headers[key][at] as number;
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

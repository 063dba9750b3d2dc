import type {Header} from './header.ts';
import {ANYTHING} from './look.ts';

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
	/** A number for the name in front of the message, the same for the same name; 0 where it has none. */
	name: Uint8Array;
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
	'name',
] as const;

/** No headers yet, and room for some. */
export function emptyHeaders(size: number): Headers {
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
		name: new Uint8Array(size),
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

/** Adds a header that was read. */
export function put(
	to: Headers,
	header: Header,
	start: number,
	crlf: boolean,
	shape: number,
): void {
	if (to.count === to.start.length) makeRoom(to, 2 * to.count);
	const at = to.count++;
	if (at === 0) to.before = to.lines - 1;
	if (to.markers.length <= shape) to.markers[shape] = header.marker;
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
	to.name[at] = 0;
	if (isNewDate(to, at)) to.runs.push(at);
	to.padded ||= header.padded;
}

/** Whether a header has another date or form than the one before. */
export function isNewDate({a, b, c, shape}: Headers, at: number): boolean {
	return (
		at === 0 ||
		a[at] !== a[at - 1] ||
		b[at] !== b[at - 1] ||
		c[at] !== c[at - 1] ||
		shape[at] !== shape[at - 1]
	);
}

/** Makes room for more headers. */
export function makeRoom(headers: Headers, size: number): void {
	Object.assign(headers, columnsOf(headers, size));
}

/** The columns of headers in memory of their own, with room for some. */
function columnsOf(headers: Headers, size: number): Partial<Headers> {
	const roomy = emptyHeaders(size);
	return Object.fromEntries(
		COLUMNS.map(key => {
			roomy[key].set(headers[key].subarray(0, headers.count));
			return [key, roomy[key]];
		}),
	);
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
	const some = {...headers, ...columnsOf(headers, headers.count)};
	keepHeaders(some, at => some.shape[at] === shape);
	return some;
}

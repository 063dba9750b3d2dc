import {emptyHeader, type Header, readHeader} from './header.ts';

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
	/** Some day or month below ten was written with a zero in front. */
	padded: boolean;
	/** Marker of the first header, as written. */
	marker: string;
	/** Lines of the text; those before the first header. */
	lines: number;
	before: number;
};

export const MARKED = 1;
export const AFTER_CRLF = 2;

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
		padded: false,
		marker: '',
		lines: 0,
		before: 0,
	};
}

/**
 * Reads a text once and collects the headers that have one of the accepted forms; every other line belongs to the
 * message before it. A byte-order mark inside the text begins another export: its form is accepted from there on.
 */
export function scan(text: string, forms: Set<number>): Headers {
	let headers = columns(1024 + (text.length >> 6));
	const header = emptyHeader();
	const accepted = new Set(forms);
	const {length} = text;
	let crlf = false;
	for (let at = 0; at < length; ) {
		let end = text.indexOf('\n', at);
		if (end < 0) end = length;
		headers.lines++;
		if (
			beginsHeader(text.charCodeAt(at)) &&
			readHeader(text, at, end, header)
		) {
			if (text.charCodeAt(at) === 0xfeff) accepted.add(header.form);
			if (accepted.has(header.form)) {
				if (headers.count === headers.start.length) headers = grown(headers);
				if (headers.count === 0) {
					headers.before = headers.lines - 1;
					headers.marker = header.marker;
				}
				put(headers, header, at, crlf);
			}
		}
		crlf = text.charCodeAt(end - 1) === 0x0d;
		at = end + 1;
	}
	if (headers.count === 0) headers.before = headers.lines;
	return headers;
}

/** Whether a line that begins with this character may be a header: a digit, '[' or anything beyond Latin. */
export function beginsHeader(code: number): boolean {
	return (code >= 0x30 && code <= 0x39) || code === 0x5b || code >= 0x600;
}

function put(to: Headers, header: Header, start: number, crlf: boolean): void {
	const at = to.count++;
	to.start[at] = start;
	to.body[at] = header.body;
	to.a[at] = header.a;
	to.b[at] = header.b;
	to.c[at] = header.c;
	to.time[at] = header.time;
	to.flags[at] = (header.marked ? MARKED : 0) | (crlf ? AFTER_CRLF : 0);
	to.padded ||= header.padded;
}

function grown(old: Headers): Headers {
	const bigger = columns(old.start.length * 2);
	for (const key of ['start', 'body', 'a', 'b', 'c', 'time', 'flags'] as const)
		bigger[key].set(old[key]);
	return {
		...bigger,
		count: old.count,
		padded: old.padded,
		marker: old.marker,
		lines: old.lines,
		before: old.before,
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
			for (const key of [
				'start',
				'body',
				'a',
				'b',
				'c',
				'time',
				'flags',
			] as const)
				headers[key][kept] = headers[key][at] as number;
		kept++;
	}
	headers.count = kept;
}

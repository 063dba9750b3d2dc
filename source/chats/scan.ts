import {hasMarkAt} from './bytes.ts';
import type {Mode} from './cursor.ts';
import {type Form, platformOf} from './form.ts';
import {beginsHeader, emptyHeader} from './header.ts';
import {
	emptyHeaders,
	type Headers,
	isNewDate,
	makeRoom,
	put,
} from './headers.ts';
import {LikeLines, type LineKernel} from './like-lines.ts';
import {LineReader} from './line-reader.ts';
import {MORE_LINES} from './look.ts';
import {HeaderReader} from './repeat.ts';

/** Headers for which there is room at first, and a share of the bytes for more: most messages have more than that. */
const ROOM = 1024;
const BYTES_A_HEADER = 64;

const CR = 0x0d;

/**
 * Reads a text once and collects the headers that have the form of this export; every other line belongs to the message
 * before it. A byte-order mark inside the text begins another export: its form is accepted from there on.
 * @param kernel reads the same faster where lines are like those before
 */
export function scan(
	bytes: Buffer,
	{form, mode, family}: Form,
	kernel?: LineKernel,
): Headers {
	const {length} = bytes;
	const reader = new HeaderReader(bytes, mode);
	const mayBegin = beginnings(mode);
	const line = new LineReader(bytes);
	const headers = emptyHeaders(ROOM + Math.floor(length / BYTES_A_HEADER));
	const like =
		kernel && mode === 'numbers'
			? new LikeLines(kernel, bytes, mayBegin, platformOf(family))
			: null;
	const header = emptyHeader();
	headers.forms = [form];
	let current = 0;
	let currentForm = form;
	for (let at = 0; at < length; ) {
		const first = bytes[at] as number;
		headers.lines++;
		let isHeader = mayBegin[first] === 1 && reader.read(at, header);
		if (isHeader) {
			// Most headers have the form of the one before.
			if (header.form !== currentForm) {
				current = shapeOf(headers, header.form, hasMarkAt(bytes, at));
				currentForm = header.form;
			}
			isHeader = current >= 0;
		}
		if (isHeader) {
			if (headers.count === headers.start.length)
				makeRoom(headers, 2 * headers.count);
			if (headers.count === 0) headers.before = headers.lines - 1;
			if (headers.markers.length <= current)
				headers.markers[current] = header.marker;
			put(headers, header, at, bytes[at - 2] === CR, current);
			like?.learn(
				first,
				reader.seen[first],
				isNewDate(headers, headers.count - 1),
			);
		}
		const end = line.read(isHeader ? behindSender(bytes, header.body) : at);
		if (headers.count > 0)
			(headers.look[headers.count - 1] as number) |=
				line.look | (isHeader ? 0 : MORE_LINES);
		const crlf = bytes[end - 1] === CR;
		if (end - at <= (crlf ? 1 : 0)) headers.blank++;
		at = end + 1;
		if (like && headers.count > 0) at = like.read(at, headers);
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

/** Whether a line that begins with a byte may be a header, 1 where it may: that of U+0600 and what lies behind it is 0xD8 or more. */
function beginnings(mode: Mode): Uint8Array {
	return Uint8Array.from({length: 256}, (_, byte) =>
		beginsHeader(byte >= 0xd8 ? 0x600 : byte, mode) ? 1 : 0,
	);
}

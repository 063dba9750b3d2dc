import {hasMarkAt} from './bytes.ts';
import type {Mode} from './cursor.ts';
import {type Form, platformOf} from './form.ts';
import {beginsHeader, emptyHeader} from './header.ts';
import {emptyHeaders, type Headers, isNewDate, put} from './headers.ts';
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
	const shapeOf = shapes(headers, form, bytes);
	for (let at = 0; at < length; ) {
		const first = bytes[at] as number;
		headers.lines++;
		const shape =
			mayBegin[first] === 1 && reader.read(at, header)
				? shapeOf(header.form, at)
				: -1;
		const isHeader = shape >= 0;
		if (isHeader) {
			put(headers, header, at, bytes[at - 2] === CR, shape);
			const isNew = isNewDate(headers, headers.count - 1);
			like?.learn(first, reader.seen[first], isNew);
		}
		const end = line.read(isHeader ? behindSender(bytes, header.body) : at);
		if (headers.count > 0)
			(headers.look[headers.count - 1] as number) |=
				line.look | (isHeader ? 0 : MORE_LINES);
		if (end - at <= (bytes[end - 1] === CR ? 1 : 0)) headers.blank++;
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

/**
 * Tells of a header that begins at a place which of the forms of the text it has, or -1; one behind a byte-order mark is
 * added to them.
 */
function shapes({forms}: Headers, form: number, bytes: Buffer) {
	forms.push(form);
	// Most headers have the form of the one before.
	let last = form;
	let shape = 0;
	return (found: number, at: number): number => {
		if (found === last) return shape;
		last = found;
		shape = forms.indexOf(found);
		if (shape < 0 && forms.length < 255 && hasMarkAt(bytes, at))
			shape = forms.push(found) - 1;
		return shape;
	};
}

/** Whether a line that begins with a byte may be a header, 1 where it may: that of U+0600 and what lies behind it is 0xD8 or more. */
function beginnings(mode: Mode): Uint8Array {
	return Uint8Array.from({length: 256}, (_, byte) =>
		beginsHeader(byte >= 0xd8 ? 0x600 : byte, mode) ? 1 : 0,
	);
}

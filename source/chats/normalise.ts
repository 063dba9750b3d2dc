import {bytesOf, hasMarkAt, holds} from './bytes.ts';

/**
 * The bytes that the parser reads: without the byte-order mark of the file, and with \n where a file knows only \r.
 * Nothing else is changed here: line ends and marks are dealt with line by line, so that typed text survives as it is.
 */
export function normalise(bytes: Buffer): Buffer {
	const body = hasMarkAt(bytes, 0) ? bytes.subarray(3) : bytes;
	return !holds(body, '\n') && holds(body, '\r')
		? bytesOf(body.toString().replaceAll('\r', '\n'))
		: body;
}

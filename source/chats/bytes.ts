/**
 * Exports are read as the bytes of their UTF-8: all that a scan looks for is found there as well as in a string, half the
 * memory is touched, and nothing is decoded before somebody asks for it. `Buffer` is used for its speed: it decodes short
 * pieces several times faster than `TextDecoder`.
 */
export function bytesOf(text: string): Buffer {
	const {buffer, byteOffset, length} = new TextEncoder().encode(text);
	return Buffer.from(buffer, byteOffset, length);
}

/** The same bytes, as what decodes them. */
export function asBuffer(bytes: Uint8Array): Buffer {
	const {buffer, byteOffset, length} = bytes;
	return Buffer.from(buffer as ArrayBuffer, byteOffset, length);
}

/** A piece of the text as it was written. */
export function textAt(bytes: Buffer, from: number, to: number): string {
	return bytes.toString('utf8', from, to);
}

/** Whether these bytes stand here. */
export function standsAt(
	bytes: Uint8Array,
	at: number,
	piece: Uint8Array,
): boolean {
	for (let n = 0; n < piece.length; n++)
		if (bytes[at + n] !== piece[n]) return false;
	return true;
}

/** Whether a byte-order mark stands here. */
export function hasMarkAt(bytes: Uint8Array, at: number): boolean {
	return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;
}

/** Where the line ends that is read from here, before its \n. */
export function lineEndFrom(bytes: Uint8Array, at: number): number {
	let end = at;
	while (end < bytes.length && bytes[end] !== 0x0a) end++;
	return end;
}

/** Whether the bytes hold the sign. */
export function holds(bytes: Uint8Array, sign: string): boolean {
	return bytes.includes(sign.charCodeAt(0));
}

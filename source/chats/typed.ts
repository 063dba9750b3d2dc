import {lineEndFrom} from './bytes.ts';
import {FOREIGN, MORE_LINES, PERHAPS_MARK, SLASH} from './look.ts';
import {phraseSieve} from './phrases/table.ts';

/** Whether a text may have something that is not ASCII. */
export function isWide(look: number): boolean {
	return (look & FOREIGN) !== 0;
}

/**
 * Whether a text is certainly what somebody typed, as written, so that it need not be decoded to be classified. Whatever
 * a phone writes has a mark, brackets at the end, a link, several lines, or is a phrase; `look` is that of the header.
 */
export function isTyped(
	bytes: Uint8Array,
	from: number,
	to: number,
	look: number,
	platform: 'ios' | 'android',
): boolean {
	if (to === from) return true;
	// '>', and '.' alone.
	if (bytes[to - 1] === 0x3e || to - from === 1) return false;
	if ((look & PERHAPS_MARK) !== 0 && hasMark(bytes, from, to)) return false;
	if ((look & SLASH) !== 0 && hasLink(bytes, from, to)) return false;
	let lineEnd = to;
	if ((look & MORE_LINES) !== 0) {
		if (mayHeadLines(bytes, from, to)) return false;
		lineEnd = Math.min(lineEndFrom(bytes, from), to);
	}
	const last = bytes[lineEnd - 1] as number;
	if (last === 0x29 && mayBeAttached(bytes, from, lineEnd)) return false;
	if (platform === 'android') {
		const first = bytes[from] as number;
		// A file's name with a word beside it, as Persian and Tamil phones write it.
		if ((first >= 0xd8 || last >= 0x80) && hasDot(bytes, from, lineEnd))
			return false;
		// 'null'.
		if (first === 0x6e && to - from === 4) return false;
	}
	return !phraseSieve.may(bytes, from, to);
}

/**
 * Whether the first of several lines may be the phone's: a placeholder with a caption below it, a poll, an event. With
 * \r between the lines the text is not kept as it stands.
 */
function mayHeadLines(bytes: Uint8Array, from: number, to: number): boolean {
	if (bytes[from] === 0x3c) return true;
	let isFirst = true;
	for (let at = from; at < to; at++) {
		const byte = bytes[at];
		if (byte === 0x0d) return true;
		if (byte === 0x0a) isFirst = false;
		else if (byte === 0x3a && isFirst) {
			const next = bytes[at + 1];
			if (next === 0x20 || next === 0x0a) return true;
		}
	}
	return false;
}

/** Whether a text that ends with ')' may be `name.jpg (file attached)`: an extension stands before its last ' ('. */
function mayBeAttached(bytes: Uint8Array, from: number, to: number): boolean {
	let at = to - 1;
	// ':)' and ';-)': no word ends like that.
	const before = bytes[at - 1];
	if (before === 0x3a || before === 0x2d) return false;
	while (at > from && !(bytes[at] === 0x28 && bytes[at - 1] === 0x20)) at--;
	const first = Math.max(from, at - 7);
	for (let dot = at - 2; dot >= first; dot--)
		if (bytes[dot] === 0x2e) return true;
	return false;
}

/** Whether an invisible mark stands in a text: those of `characters.ts`. */
function hasMark(bytes: Uint8Array, from: number, to: number): boolean {
	for (let at = from; at < to; at++) {
		const byte = bytes[at] as number;
		if (byte < 0xd8) continue;
		const second = bytes[at + 1] as number;
		const third = bytes[at + 2] as number;
		if (byte === 0xd8 && second === 0x9c) return true;
		if (byte === 0xef && second === 0xbb && third === 0xbf) return true;
		if (byte !== 0xe2) continue;
		if (second === 0x80 && (third === 0x8e || third === 0x8f)) return true;
		if (second === 0x80 && third >= 0xaa && third <= 0xae) return true;
		if (second === 0x81 && third >= 0xa6 && third <= 0xa9) return true;
	}
	return false;
}

function hasDot(bytes: Uint8Array, from: number, to: number): boolean {
	for (let at = from; at < to; at++) if (bytes[at] === 0x2e) return true;
	return false;
}

/** Whether '://' stands in a text. */
function hasLink(bytes: Uint8Array, from: number, to: number): boolean {
	for (let at = from + 1; at + 1 < to; at++)
		if (bytes[at] === 0x2f && bytes[at + 1] === 0x2f && bytes[at - 1] === 0x3a)
			return true;
	return false;
}

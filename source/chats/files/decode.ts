import {classOf} from '../characters.ts';

/** A file's text, and how it was written where that is not UTF-8. */
export type Decoded = {text: string; encoding: 'utf-8' | 'utf-16' | 'latin-1'};

/** Bytes at the beginning that tell a text from anything else. */
export const SAMPLE = 4096;

/** Share of characters that a broken transfer may have spoiled before a file is taken for Latin-1. */
const SPOILED = 0.01;

/**
 * The text of a file: UTF-8, UTF-16 with or without a byte-order mark, or Latin-1 (Windows-1252) where it cannot be UTF-8.
 * Null where the bytes are no text. A byte-order mark stays; the parser deals with it.
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
	const wide = wideEncoding(bytes);
	if (wide) {
		const text = new TextDecoder(wide, {ignoreBOM: true}).decode(bytes);
		return isBinary(text) ? null : {text, encoding: 'utf-16'};
	}
	if (bytes.subarray(0, SAMPLE).includes(0)) return null;
	const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);
	if (!text.includes('\uFFFD')) return {text, encoding: 'utf-8'};
	const spoiled = text.split('\uFFFD').length - 1;
	const foreign = countForeign(text);
	// A file cut in the middle of a character is still UTF-8; in Latin-1 nearly every foreign letter is spoiled.
	if (spoiled <= Math.max(1, (foreign - spoiled) * SPOILED))
		return {text, encoding: 'utf-8'};
	const latin = new TextDecoder('windows-1252').decode(bytes);
	return isBinary(latin) ? null : {text: latin, encoding: 'latin-1'};
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	const sample = bytes.subarray(0, Math.min(bytes.length & ~1, SAMPLE));
	let even = 0;
	let odd = 0;
	for (let at = 0; at + 1 < sample.length; at += 2) {
		if (sample[at] === 0) even++;
		if (sample[at + 1] === 0) odd++;
	}
	// Header digits and blanks have a zero byte each, whatever the language.
	const enough = sample.length / 8;
	if (odd > enough && even === 0) return 'utf-16le';
	if (even > enough && odd === 0) return 'utf-16be';
	return null;
}

function countForeign(text: string): number {
	let count = 0;
	for (let at = 0; at < text.length; at++)
		if (text.charCodeAt(at) > 127) count++;
	return count;
}

/** Whether a text holds control characters that no text has. */
function isBinary(text: string): boolean {
	const sample = text.slice(0, SAMPLE);
	const controls =
		sample.match(/[\x00-\x08\x0E-\x1A\x1C-\x1F\x7F]/g)?.length ?? 0;
	return controls > sample.length / 100;
}

/** Whether a text is nothing but blanks and invisible marks. */
export function isBlank(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code !== 0x0a && code !== 0x0d && classOf(code) < 16) return false;
	}
	return true;
}

import {classOf, MARK, SPACE} from './characters.ts';

/**
 * What headers may be made of: numbers; or names of months besides; or nothing between header and sender. The rarer ones
 * are only tried where no line has a plainer form, for people type such lines.
 */
export type Mode = 'numbers' | 'names' | 'bare';

/** A place in a text, moved along while a line is read; `width` is that of the number read last. */
export type Cursor = {
	text: string;
	at: number;
	end: number;
	width: number;
	mode: Mode;
};

/** The number at the cursor, its digits in any script and with marks between them; -1 where there is none. */
export function readNumber(c: Cursor): number {
	const {text, end} = c;
	let value = 0;
	let width = 0;
	for (; c.at < end; c.at++) {
		const kind = classOf(text.charCodeAt(c.at));
		if (kind === MARK) continue;
		if (kind === 0 || kind > 10) break;
		value = value * 10 + kind - 1;
		if (++width > 4) return -1;
	}
	c.width = width;
	return width ? value : -1;
}

/** Moves past invisible marks. */
export function skipMarks(c: Cursor): void {
	while (c.at < c.end && classOf(c.text.charCodeAt(c.at)) === MARK) c.at++;
}

/** Moves past blanks of any kind. */
export function skipSpace(c: Cursor): void {
	while (c.at < c.end && classOf(c.text.charCodeAt(c.at)) === SPACE) c.at++;
}

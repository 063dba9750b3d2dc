import {classOf, MARK} from './characters.ts';

/** A place in a text, moved along while a line is read; `width` is that of the number read last. */
export type Cursor = {text: string; at: number; end: number; width: number};

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

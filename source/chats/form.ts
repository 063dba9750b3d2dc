import type {Mode} from './cursor.ts';
import {beginsHeader, emptyHeader, type Family, readHeader} from './header.ts';

/** Lines at the beginning of a text in which its form is looked for. */
const SAMPLE_LINES = 2000;

/** The form of an export's headers, and in which mode they are read. */
export type Form = {form: number; family: Family; mode: Mode};

/** The phone that writes such headers. */
export function platformOf(family: Family): 'ios' | 'android' {
	return family === 'dash' ? 'android' : 'ios';
}

type Counted = Form & {count: number; first: boolean};

/**
 * The form of a text's headers, from its own lines; null where none of the first lines is a header. An export begins with
 * a header, so that one decides; behind other text (notes, a mail's head) the most frequent form does. Names of months
 * count where they are more frequent than numbers alone, and a header that nothing ends where there is no other.
 */
export function recognise(text: string): Form | null {
	const numbers = mostFrequent(text, 'numbers');
	if (numbers?.first) return numbers;
	const names = mostFrequent(text, 'names');
	if (names && (names.first || names.count > (numbers?.count ?? 0)))
		return names;
	if (numbers) return numbers;
	// One line of a diary may look like this; a file of them that begins with one is an export.
	const bare = mostFrequent(text, 'bare');
	return bare?.first && bare.count > 1 ? bare : null;
}

function mostFrequent(text: string, mode: Mode): Counted | null {
	const header = emptyHeader();
	const counts = new Map<number, Counted>();
	let at = 0;
	for (let line = 0; line < SAMPLE_LINES && at < text.length; line++) {
		let end = text.indexOf('\n', at);
		if (end < 0) end = text.length;
		if (
			beginsHeader(text.charCodeAt(at), mode) &&
			(mode !== 'names' || hasTime(text, at, end)) &&
			readHeader(text, at, end, header, mode)
		) {
			const {form, family} = header;
			const first = line === 0;
			if (first && mode !== 'bare')
				return {form, family, mode, count: 1, first};
			const seen = counts.get(form);
			if (seen) seen.count++;
			else counts.set(form, {form, family, mode, count: 1, first});
		}
		at = end + 1;
	}
	let best: Counted | null = null;
	for (const each of counts.values())
		if (each.count > (best?.count ?? 0)) best = each;
	return best;
}

/** Whether a time stands near the beginning of a line: looked for before the names of all months are asked for. */
function hasTime(text: string, at: number, end: number): boolean {
	return /\d[:.]\d\d.*?[\]\s:]/.test(text.slice(at, Math.min(end, at + 50)));
}

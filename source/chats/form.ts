import {emptyHeader, type Family, readHeader} from './header.ts';
import {beginsHeader} from './scan.ts';

/** Lines at the beginning of a text in which its form is looked for. */
const SAMPLE_LINES = 2000;

/** The form of an export's headers. */
export type Form = {form: number; family: Family};

/**
 * The form of a text's headers, from its own lines; null where none of the first lines is a header. An export begins with
 * a header, so that one decides; behind other text (notes, a mail's head) the most frequent form does.
 */
export function recognise(text: string): Form | null {
	const header = emptyHeader();
	const counts = new Map<number, {count: number; family: Family}>();
	let at = 0;
	for (let line = 0; line < SAMPLE_LINES && at < text.length; line++) {
		let end = text.indexOf('\n', at);
		if (end < 0) end = text.length;
		if (
			beginsHeader(text.charCodeAt(at)) &&
			readHeader(text, at, end, header)
		) {
			const {form, family} = header;
			if (line === 0) return {form, family};
			const seen = counts.get(form);
			if (seen) seen.count++;
			else counts.set(form, {count: 1, family});
		}
		at = end + 1;
	}
	let best: Form | null = null;
	let most = 0;
	for (const [form, {count, family}] of counts)
		if (count > most) {
			most = count;
			best = {form, family};
		}
	return best;
}

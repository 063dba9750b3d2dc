import {bytesOf} from './bytes.ts';
import {classOf} from './characters.ts';

/** How the digits of a script stand in UTF-8: the bytes that all ten begin with, and the last byte of the zero. */
export type DigitForm = {lead: Buffer; zero: number; width: number};

const forms = new Map<number, DigitForm>();

/** The script of a digit. */
export function digitForm(code: number): DigitForm {
	const zero = code - (classOf(code) - 1);
	const known = forms.get(zero);
	if (known) return known;
	const bytes = bytesOf(String.fromCharCode(zero));
	const width = bytes.length;
	const form = {
		lead: bytes.subarray(0, width - 1),
		zero: bytes[width - 1] as number,
		width,
	};
	forms.set(zero, form);
	return form;
}

/** The number of some digits; -1 where they are none. */
export function numberAt(
	bytes: Uint8Array,
	from: number,
	count: number,
	{lead, zero, width}: DigitForm,
): number {
	let value = 0;
	let at = from;
	for (let n = 0; n < count; n++) {
		for (let l = 0; l + 1 < width; l++)
			if (bytes[at + l] !== lead[l]) return -1;
		const digit = (bytes[at + width - 1] as number) - zero;
		// Behind the end of the bytes there is no number at all.
		if (!(digit >= 0 && digit <= 9)) return -1;
		value = value * 10 + digit;
		at += width;
	}
	return value;
}

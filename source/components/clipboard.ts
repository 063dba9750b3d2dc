import {stripVTControlCharacters} from 'node:util';

/** Bytes of base64 that terminals take at once. */
const most = 74_994;

/**
What puts a text on the terminal's clipboard (OSC 52), through SSH too. Nothing in the text commands a terminal that it is
pasted into: control characters other than line breaks are left out.
@returns null where it is longer than terminals take
*/
export function clipboardSequence(text: string): string | null {
	const safe = stripVTControlCharacters(text).replaceAll(
		/[\x00-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g,
		'',
	);
	const coded = Buffer.from(safe).toString('base64');
	return coded.length > most ? null : `\u001B]52;c;${coded}\u0007`;
}

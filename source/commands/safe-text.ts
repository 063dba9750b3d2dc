import {stripVTControlCharacters} from 'node:util';

/**
What of a text may be printed: nothing in it commands the terminal, and everything else is as it was, so that a name or a
path can be copied from the output. (Screens draw `displayText`, whose width is sure.)
*/
export const safeText = (text: string): string =>
	stripVTControlCharacters(text).replaceAll(
		/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g,
		'',
	);

/** A value as JSON on one line: what could command a terminal, or turn a line around, is written as JSON's escapes, so that nothing is lost. */
export const safeJson = (value: unknown): string =>
	JSON.stringify(value).replaceAll(
		/[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g,
		sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);

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

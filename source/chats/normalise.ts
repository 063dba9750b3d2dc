/**
 * The text that the parser reads: without the byte-order mark of the file, and with \n where a file knows only \r.
 * Nothing else is changed here: line ends and marks are dealt with line by line, so that typed text survives as it is.
 */
export function normalise(text: string): string {
	const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
	return body.includes('\r') && !body.includes('\n')
		? body.replaceAll('\r', '\n')
		: body;
}

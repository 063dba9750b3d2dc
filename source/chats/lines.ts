import {lineEndFrom} from './bytes.ts';
import type {Headers} from './headers.ts';
import type {Lines, Receipt} from './message.ts';

/** Says of every line what became of it (see `parseExport`). */
export function accountFor(
	bytes: Uint8Array,
	headers: Headers,
): {lines: Lines; receipt: Receipt} {
	const unread: Receipt['unread'] = [];
	const start = headers.start[0] as number;
	for (let at = 0; at < start; ) {
		const end = lineEndFrom(bytes, at);
		const isBlank = end === at || (end === at + 1 && bytes[at] === 0x0d);
		unread.push({
			line: unread.length + 1,
			why: isBlank ? 'blank' : 'before the first message',
		});
		at = end + 1;
	}
	const blankBefore = unread.filter(({why}) => why === 'blank').length;
	return {
		lines: {
			total: headers.lines,
			headers: headers.count,
			continuations: headers.lines - headers.count - unread.length,
			unread: unread.map(({line}) => line),
		},
		receipt: {blank: headers.blank - blankBefore, unread},
	};
}

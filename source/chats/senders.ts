import {stripMarks} from './characters.ts';
import {isNoticeHead} from './phrases/table.ts';

/** What stands before ': ' in a message's first line, once per distinct text. */
export type Head = {
	/** Without marks. */
	name: string;
	/** Length as written, marks included. */
	rawLength: number;
	count: number;
	/** Null until asked for. */
	person: boolean | null;
};

/** Longest name that is looked for; notices go on for longer before their first colon. */
const LONGEST_NAME = 120;

/** What closes a quotation, by what opens it. */
const CLOSING = new Map([
	['"', '"'],
	['“', '”'],
	['„', '“”'],
	['«', '»'],
]);

/** Where the first line's sender ends (at its colon), or -1 where no colon can end one. */
export function senderEnd(text: string, from: number): number {
	const last = Math.min(text.length, from + LONGEST_NAME);
	for (let at = from; at < last; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x0a) return -1;
		if (code === 0x3a && at > from && endsName(text, at + 1)) return at;
	}
	return -1;
}

/** A name ends at ': ', or at ':' or ':.' before the end of the line (reference, section 1.1). */
function endsName(text: string, after: number): boolean {
	const next = text.charCodeAt(after);
	if (next === 0x20) return true;
	if (next !== 0x2e) return endsLine(text, after);
	return endsLine(text, after + 1);
}

function endsLine(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return at >= text.length || code === 0x0a || code === 0x0d;
}

/** The heads of one export, each kept once. */
export function headTable(): (raw: string) => Head {
	const heads = new Map<string, Head>();
	return raw => {
		let head = heads.get(raw);
		if (!head) {
			head = {
				name: stripMarks(raw).trim(),
				rawLength: raw.length,
				count: 0,
				person: null,
			};
			heads.set(raw, head);
		}
		head.count++;
		return head;
	};
}

/**
 * Whether a head is a person, and not the beginning of a notice that contains ': ' (`Ana changed the subject to "Trip: Rome"`).
 * Known verbs decide; so does a quotation that is open at the colon, where nobody writes under that name twice.
 */
export function isPerson(head: Head): boolean {
	head.person ??=
		head.name !== '' &&
		!isNoticeHead(head.name) &&
		!(head.count === 1 && isCutQuotation(head.name));
	return head.person;
}

/** Whether a quotation is open at the end of a text of several words: `"…`, `“…`, `„…` (closed by “) or `«…`. */
function isCutQuotation(text: string): boolean {
	let closing = '';
	for (const sign of text) {
		if (closing) closing = closing.includes(sign) ? '' : closing;
		else closing = CLOSING.get(sign) ?? '';
	}
	return closing !== '' && text.split(' ').length > 2;
}

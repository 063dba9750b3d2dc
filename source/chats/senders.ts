import {stripMarks} from './characters.ts';
import {isNoticeHead} from './phrases/table.ts';

/** What stands before ': ' in a message's first line, once per distinct text. */
export type Head = {
	/** Without marks. */
	name: string;
	/** Length as written, marks included. */
	rawLength: number;
	count: number;
	/** What stands between the first and the second ': ' of each of its messages; null where that differs. */
	rest: string | null;
	/** Null until asked for. */
	person: boolean | null;
};

/** Longest name that is looked for; notices go on for longer before their first colon. */
const LONGEST_NAME = 120;

/** Longest second part of a name with ': ' in it, and how often all must agree on it. */
const LONGEST_SECOND = 40;
const TIMES = 3;

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

/** The heads of one export, each kept once; asked with the text and where a name begins and ends in it. */
export function headTable() {
	const heads = new Map<string, Head>();
	const headOf = (text: string, from: number, colon: number): Head => {
		const raw = text.slice(from, colon);
		let head = heads.get(raw);
		if (!head) {
			const name = stripMarks(raw).trim();
			const rest = secondName(text, colon);
			head = {name, rawLength: raw.length, count: 0, rest, person: null};
			heads.set(raw, head);
		} else if (head.rest !== null && !text.startsWith(head.rest, colon))
			head.rest = null;
		head.count++;
		return head;
	};
	return {heads, headOf};
}

/** ': B' where 'A: B: text' follows; null where no second name does. */
function secondName(text: string, colon: number): string | null {
	const from = colon + 2;
	if (text.charCodeAt(colon + 1) !== 0x20) return null;
	const end = senderEnd(text, from);
	return end < 0 || end > from + LONGEST_SECOND
		? null
		: text.slice(colon, end + 2);
}

/**
 * Decides for all heads of an export which are people, and which names contain ': ' themselves: those whose every message
 * goes on with the same second part. Notices that contain ': ' are no people (`Ana changed the subject to "Trip: Rome"`):
 * known verbs tell; so does, where nobody writes under that name twice, a quotation that is open at the colon, or the
 * name of somebody who writes elsewhere with several words behind it.
 */
export function settleHeads(heads: ReadonlyMap<string, Head>): void {
	const names = new Set<string>();
	for (const head of heads.values())
		if (!isNoticeHead(head.name)) names.add(head.name);
	for (const head of heads.values()) {
		head.person =
			names.has(head.name) &&
			head.name !== '' &&
			!(
				head.count === 1 &&
				(isCutQuotation(head.name) || isSomebodysDeed(head.name, names))
			);
		const {rest} = head;
		if (!head.person || rest === null || head.count < TIMES) continue;
		head.name += stripMarks(rest).trimEnd().slice(0, -1).trimEnd();
		head.rawLength += rest.length - 2;
	}
}

/** 'Ana changed the description to': a name of this chat, then words in small letters. */
function isSomebodysDeed(head: string, names: ReadonlySet<string>): boolean {
	for (
		let at = head.indexOf(' ');
		at > 0 && at < head.length;
		at = head.indexOf(' ', at + 1)
	)
		if (
			names.has(head.slice(0, at)) &&
			/^ \p{Ll}\S* \S+ \S/u.test(head.slice(at))
		)
			return true;
	return false;
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

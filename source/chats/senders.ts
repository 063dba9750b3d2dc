import {stripMarks} from './characters.ts';
import {isNoticeHead} from './phrases/table.ts';
import {type Source, textAt} from './source.ts';

/** What stands before ': ' in a message's first line, once per distinct text. */
export type Head = {
	/** Without marks. */
	name: string;
	/** Length as written, marks included. */
	rawLength: number;
	count: number;
	/** What stands between the first and the second ': ' of each of its messages; null where that differs. */
	rest: string | null;
	/** Where that stands in the first of them. */
	restAt: number;
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
function senderEnd({text, narrow}: Source, from: number): number {
	let last = from + LONGEST_NAME;
	for (let at = from; at < last && at < text.length; at++) {
		const code = text.charCodeAt(at);
		// Bytes of one character count as one, or as two where there are four.
		if (narrow && code >= 0x80 && code < 0xc0) last++;
		else if (narrow && code >= 0xf0) last--;
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

/** The heads of one export, each kept once; asked where a name begins. */
export function headTable(source: Source) {
	const {text} = source;
	const heads = new Map<string, Head>();
	/** The head seen last of those with the same first characters, as written. */
	const recent = new Map<number, {raw: string; head: Head}>();
	const headAt = (from: number): Head | undefined => {
		const key = text.charCodeAt(from) * 0x10000 + text.charCodeAt(from + 1);
		const last = recent.get(key);
		if (last && text.startsWith(last.raw, from))
			return again(last.head, from + last.raw.length - 2);
		const colon = senderEnd(source, from);
		if (colon < 0) return undefined;
		const raw = text.slice(from, colon);
		const head = heads.get(raw) ?? newHead(source, from, colon);
		heads.set(raw, head);
		if (text.charCodeAt(colon + 1) === 0x20)
			recent.set(key, {raw: `${raw}: `, head});
		return again(head, colon);
	};
	const again = (head: Head, colon: number): Head => {
		if (head.rest !== null && !text.startsWith(head.rest, colon))
			head.rest = null;
		head.count++;
		return head;
	};
	return {heads, headAt};
}

function newHead(source: Source, from: number, colon: number): Head {
	return {
		name: stripMarks(textAt(source, from, colon)).trim(),
		rawLength: colon - from,
		count: 0,
		rest: secondName(source, colon),
		restAt: colon,
		person: null,
	};
}

/** ': B' where 'A: B: text' follows; null where no second name does. */
function secondName(source: Source, colon: number): string | null {
	const {text} = source;
	const from = colon + 2;
	if (text.charCodeAt(colon + 1) !== 0x20) return null;
	const end = senderEnd(source, from);
	return end < 0 || textAt(source, from, end).length > LONGEST_SECOND
		? null
		: text.slice(colon, end + 2);
}

/**
 * Decides for all heads of an export which are people, and which names contain ': ' themselves: those whose every message
 * goes on with the same second part. Notices that contain ': ' are no people (`Ana changed the subject to "Trip: Rome"`):
 * known verbs tell; so does, where nobody writes under that name twice, a quotation that is open at the colon, or the
 * name of somebody who writes elsewhere with several words behind it.
 */
export function settleHeads(
	heads: ReadonlyMap<string, Head>,
	source: Source,
): void {
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
		const {rest, restAt} = head;
		if (!head.person || rest === null || head.count < TIMES) continue;
		const second = textAt(source, restAt, restAt + rest.length);
		head.name += stripMarks(second).trimEnd().slice(0, -1).trimEnd();
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

import {standsAt, textAt} from './bytes.ts';
import {stripMarks} from './characters.ts';
import {isNoticeHead} from './phrases/table.ts';

/** What stands before ': ' in a message's first line, once per distinct text. */
export type Head = {
	/** Without marks. */
	name: string;
	/** Length as written, marks included. */
	rawLength: number;
	/** The name has ': ' in it. */
	joined: boolean;
	count: number;
	/** What stands from the first to the second ': ' of each of its messages; null where that differs. */
	rest: Buffer | null;
	/** Null until asked for. */
	person: boolean | null;
	/** Among the names of the chat, once somebody of that name has written; 0 before. */
	named: number;
};

const COLON = 0x3a;
const BLANK = 0x20;

/** Longest name that is looked for; notices go on for longer before their first colon. */
const LONGEST_NAME = 120;

/**
 * Longest second part of a name with ': ' in it, and how often all must agree on it: three times where the phone itself
 * writes behind it (a placeholder, say), and more often where everything could be typed (`Note: …`).
 */
const LONGEST_SECOND = 40;
const TIMES = 3;
const TIMES_TYPED = 10;

/** What closes a quotation, by what opens it. */
const CLOSING = new Map([
	['"', '"'],
	['“', '”'],
	['„', '“”'],
	['«', '»'],
]);

/** Where the first line's sender ends (at its colon), or -1 where no colon can end one. */
function senderEnd(bytes: Uint8Array, from: number): number {
	let last = from + LONGEST_NAME;
	for (let at = from; at < last && at < bytes.length; at++) {
		const byte = bytes[at] as number;
		// Bytes of one character count as one, or as two where there are four.
		if (byte >= 0x80 && byte < 0xc0) last++;
		else if (byte >= 0xf0) last--;
		if (byte === 0x0a) return -1;
		if (byte === COLON && at > from && endsName(bytes, at + 1)) return at;
	}
	return -1;
}

/** A name ends at ': ', or at ':' or ':.' before the end of the line (reference, section 1.1). */
function endsName(bytes: Uint8Array, after: number): boolean {
	const next = bytes[after];
	if (next === BLANK) return true;
	if (next !== 0x2e) return endsLine(bytes, after);
	return endsLine(bytes, after + 1);
}

function endsLine(bytes: Uint8Array, at: number): boolean {
	const byte = bytes[at];
	return byte === undefined || byte === 0x0a || byte === 0x0d;
}

/** Heads that are kept at hand for each first byte: numbers and foreign names begin alike. */
const AT_HAND = 16;

/**
 * The heads of one export, each kept once, with their places from 1; asked where a name begins and which number it has,
 * if any (`Headers`), for its place, or 0 where the first line names nobody.
 */
export function headTable(bytes: Buffer) {
	const heads: Head[] = [];
	const places = new Map<string, number>();
	/** Those seen last, by their first byte, so that most names need not be decoded to be found. */
	const recent = Array.from(
		{length: 256},
		(): {raw: Buffer; place: number}[] => [],
	);
	/** Places by the numbers that names have. */
	const numbered = new Uint32Array(256);
	const placeAt = (from: number, number: number): number => {
		const place = numbered[number] as number;
		if (place > 0) {
			const head = heads[place - 1] as Head;
			if (head.rest !== null) return again(place, from + head.rawLength);
			head.count++;
			return place;
		}
		const found = find(from);
		if (number > 0) numbered[number] = found;
		return found;
	};
	const find = (from: number): number => {
		if (from >= bytes.length) return 0;
		const known = recent[bytes[from] as number] as (typeof recent)[number];
		for (const {raw, place} of known)
			if (standsAt(bytes, from, raw))
				return again(place, from + raw.length - 2);
		const colon = senderEnd(bytes, from);
		if (colon < 0) return 0;
		const name = textAt(bytes, from, colon);
		let place = places.get(name);
		if (place === undefined) {
			place = heads.push(newHead(bytes, from, colon));
			places.set(name, place);
		}
		if (bytes[colon + 1] === BLANK) {
			const raw = bytes.subarray(from, colon + 2);
			known.unshift({raw, place});
			if (known.length > AT_HAND) known.pop();
		}
		return again(place, colon);
	};
	const again = (place: number, colon: number): number => {
		const head = heads[place - 1] as Head;
		if (head.rest !== null && !standsAt(bytes, colon, head.rest))
			head.rest = null;
		head.count++;
		return place;
	};
	return {heads, placeAt};
}

function newHead(bytes: Buffer, from: number, colon: number): Head {
	return {
		name: stripMarks(textAt(bytes, from, colon)).trim(),
		rawLength: colon - from,
		joined: false,
		count: 0,
		rest: secondName(bytes, colon),
		person: null,
		named: 0,
	};
}

/** ': B: ' where 'A: B: text' follows; null where no second name does. */
function secondName(bytes: Buffer, colon: number): Buffer | null {
	const from = colon + 2;
	if (bytes[colon + 1] !== BLANK) return null;
	const end = senderEnd(bytes, from);
	return end < 0 || textAt(bytes, from, end).length > LONGEST_SECOND
		? null
		: bytes.subarray(colon, end + 2);
}

/**
 * Decides for all heads of an export which are people, and which names contain ': ' themselves: those whose every message
 * goes on with the same second part. Notices that contain ': ' are no people (`Ana changed the subject to "Trip: Rome"`):
 * known verbs tell; so does, where nobody writes under that name twice, a quotation that is open at the colon, or the
 * name of somebody who writes elsewhere with several words behind it.
 * @param isByPhone whether the phone itself wrote something behind a head and its second part
 */
export function settleHeads(
	heads: readonly Head[],
	isByPhone: (head: Head, rest: Buffer) => boolean,
): void {
	const names = new Set<string>();
	for (const head of heads) if (!isNoticeHead(head.name)) names.add(head.name);
	for (const head of heads) {
		head.person =
			names.has(head.name) &&
			head.name !== '' &&
			!(
				head.count === 1 &&
				(isCutQuotation(head.name) || isSomebodysDeed(head.name, names))
			);
		const {rest} = head;
		if (!head.person || rest === null || head.count < TIMES) continue;
		if (head.count < TIMES_TYPED && !isByPhone(head, rest)) continue;
		const second = stripMarks(rest.toString());
		head.name += second.trimEnd().slice(0, -1).trimEnd();
		head.rawLength += rest.length - 2;
		head.joined = true;
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

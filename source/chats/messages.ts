import {stripMarks} from './characters.ts';
import {classify} from './classify.ts';
import type {Decision} from './date-order.ts';
import type {Message} from './message.ts';
import {kindOfPlain, plainness} from './plain.ts';
import {type Headers, MARKED} from './scan.ts';
import {type Head, headTable, settleHeads} from './senders.ts';
import {type Source, textAt} from './source.ts';
import {timestampWriter} from './timestamps.ts';

/** Where a message's text ends: before the next header, without the line end between them. */
function bodyEnd(text: string, headers: Headers, at: number): number {
	const isLast = at + 1 === headers.count;
	let end = isLast ? text.length : (headers.start[at + 1] as number);
	const from = headers.body[at] as number;
	do {
		if (text.charCodeAt(end - 1) !== 0x0a) break;
		end--;
		if (text.charCodeAt(end - 1) === 0x0d) end--;
		// Blank lines at the end of the file belong to no text; inside the file they are kept.
	} while (isLast && end > from);
	return Math.max(end, from);
}

/** A text whose lines end alike, and whether any of them ends with \r: asked once for all messages. */
type Body = {source: Source; headers: Headers; returns: boolean};

function withLineFeeds(text: string, {returns}: Body): string {
	return returns && text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

/** Makes the messages of the headers: time, sender, text and kind. */
export function readMessages(
	source: Source,
	headers: Headers,
	orders: readonly Decision[],
	platform: 'ios' | 'android',
): Message[] {
	const body = {source, headers, returns: source.text.includes('\r')};
	const senders = readSenders(source, headers);
	const messages = new Array<Message>(headers.count);
	const timestampOf = timestampWriter(headers, orders);
	for (let at = 0; at < headers.count; at++) {
		const timestamp = timestampOf(at);
		const head = senders[at];
		const end = bodyEnd(source.text, headers, at);
		messages[at] = head?.person
			? sent(timestamp, body, at, end, head, platform)
			: notice(timestamp, body, at, end);
	}
	return messages;
}

function notice(
	timestamp: string,
	body: Body,
	at: number,
	end: number,
): Message {
	const {source, headers} = body;
	const raw = textAt(source, headers.body[at] as number, end);
	const text = stripMarks(withLineFeeds(raw, body));
	return {timestamp, sender: null, text, kind: 'system'};
}

function sent(
	timestamp: string,
	body: Body,
	at: number,
	end: number,
	head: Head,
	platform: 'ios' | 'android',
): Message {
	const {source, headers} = body;
	const {text, narrow} = source;
	let from = (headers.body[at] as number) + head.rawLength + 1;
	const spaced = text.charCodeAt(from) === 0x20;
	if (spaced) from++;
	const plain = narrow && end > from ? plainness(narrow.bytes, from, end) : 0;
	if (plain > 0) {
		const typed =
			plain === 1 ? text.slice(from, end) : textAt(source, from, end);
		const kind = kindOfPlain(typed, platform);
		const sender = kind === 'system' ? null : head.name;
		return {timestamp, sender, text: typed, kind};
	}
	const raw = withLineFeeds(textAt(source, from, Math.max(from, end)), body);
	// 'Sender:.' is what is left of an old view-once picture.
	if (!spaced && raw === '.')
		return {timestamp, sender: head.name, text: raw, kind: 'media'};
	const lineMarked = ((headers.flags[at] as number) & MARKED) !== 0;
	const found = classify(raw, platform, lineMarked);
	const sender = found.kind === 'system' ? null : head.name;
	return {timestamp, sender, text: found.text, kind: found.kind};
}

/** The head of each message; undefined where the first line names nobody. */
function readSenders(source: Source, headers: Headers): (Head | undefined)[] {
	const {heads, headAt} = headTable(source);
	const senders = new Array<Head | undefined>(headers.count);
	for (let at = 0; at < headers.count; at++)
		senders[at] = headAt(headers.body[at] as number);
	settleHeads(heads, source);
	return senders;
}

import {formatDate, formatTime} from './calendar.ts';
import {stripMarks} from './characters.ts';
import {dateOf} from './civil.ts';
import {classify} from './classify.ts';
import type {Decision} from './date-order.ts';
import type {Message} from './message.ts';
import {type Headers, MARKED} from './scan.ts';
import {type Head, headTable, senderEnd, settleHeads} from './senders.ts';

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

function withLineFeeds(text: string): string {
	return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

/** Makes the messages of the headers: time, sender, text and kind. */
export function readMessages(
	text: string,
	headers: Headers,
	orders: readonly Decision[],
	platform: 'ios' | 'android',
): Message[] {
	const senders = readSenders(text, headers);
	const messages = new Array<Message>(headers.count);
	const dateText = dateWriter(headers, orders);
	const timeText = timeWriter();
	for (let at = 0; at < headers.count; at++) {
		const timestamp = dateText(at) + timeText(headers.time[at] as number);
		const head = senders[at];
		const end = bodyEnd(text, headers, at);
		messages[at] = head?.person
			? sent(timestamp, text, headers, at, end, head, platform)
			: notice(timestamp, text.slice(headers.body[at], end));
	}
	return messages;
}

function notice(timestamp: string, raw: string): Message {
	const text = stripMarks(withLineFeeds(raw));
	return {timestamp, sender: null, text, kind: 'system'};
}

function sent(
	timestamp: string,
	text: string,
	headers: Headers,
	at: number,
	end: number,
	head: Head,
	platform: 'ios' | 'android',
): Message {
	let from = (headers.body[at] as number) + head.rawLength + 1;
	const spaced = text.charCodeAt(from) === 0x20;
	if (spaced) from++;
	const raw = withLineFeeds(text.slice(from, Math.max(from, end)));
	// 'Sender:.' is what is left of an old view-once picture.
	if (!spaced && raw === '.')
		return {timestamp, sender: head.name, text: raw, kind: 'media'};
	const lineMarked = ((headers.flags[at] as number) & MARKED) !== 0;
	const found = classify(raw, platform, lineMarked);
	const sender = found.kind === 'system' ? null : head.name;
	return {timestamp, sender, text: found.text, kind: found.kind};
}

/** The head of each message; undefined where the first line names nobody. */
function readSenders(text: string, headers: Headers): (Head | undefined)[] {
	const {heads, headOf} = headTable();
	const senders = new Array<Head | undefined>(headers.count);
	for (let at = 0; at < headers.count; at++) {
		const from = headers.body[at] as number;
		const colon = senderEnd(text, from);
		if (colon >= 0) senders[at] = headOf(text, from, colon);
	}
	settleHeads(heads);
	return senders;
}

/** Dates as text; most messages have the date of the one before. */
function dateWriter(headers: Headers, orders: readonly Decision[]) {
	let shape = -1;
	let a = -1;
	let b = -1;
	let c = -1;
	let written = '';
	return (at: number): string => {
		if (
			headers.a[at] !== a ||
			headers.b[at] !== b ||
			headers.c[at] !== c ||
			headers.shape[at] !== shape
		) {
			shape = headers.shape[at] as number;
			a = headers.a[at] as number;
			b = headers.b[at] as number;
			c = headers.c[at] as number;
			const {order} = orders[shape] as Decision;
			const date = dateOf(a, b, c, order);
			written = date ? formatDate(date) : '';
		}
		return written;
	};
}

/** Times as text, each written once: many messages share theirs. */
function timeWriter() {
	const written = new Array<string | undefined>(86_400);
	return (seconds: number): string => {
		written[seconds] ??= `T${formatTime(seconds)}`;
		return written[seconds];
	};
}

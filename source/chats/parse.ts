import {attachmentDates} from './attachment-dates.ts';
import {type Decision, dateOf, decideDateOrder} from './date-order.ts';
import {recognise} from './form.ts';
import type {Chat, DateOrder, Lines} from './message.ts';
import {readMessages} from './messages.ts';
import {normalise} from './normalise.ts';
import {AFTER_CRLF, type Headers, keepHeaders, scan} from './scan.ts';
import {titleFromName, titleFromPeople} from './title.ts';
import {warningsOf} from './warnings.ts';

/** Lines that may stand before the first header: notes, a mail's head. Beyond that, and more than headers, a text is no export. */
const FOREIGN_LINES = 10;

/**
 * Reads the text of an export; null where it is none. `path` is kept as `Chat.file`, `name` is the file's (or archive's)
 * name, from which the title comes. `dateOrder` settles the order of day and month where the owner knows better.
 *
 * Accounts for every line: a line is what ends with \n, or the rest behind the last one. Blank lines inside and behind a
 * message are continuations; lines before the first header, blank ones too, are unread. Blank lines at the end of the
 * file are continuations that add nothing to the last text.
 */
export function parseExport(
	text: string,
	file: {path: string; name: string},
	options: {dateOrder?: DateOrder} = {},
): Chat | null {
	const source = normalise(text);
	const recognised = recognise(source);
	if (!recognised) return null;
	const headers = scan(source, new Set([recognised.form]));
	if (headers.before > FOREIGN_LINES + headers.count) return null;
	dropPasted(headers, source);
	const decision = options.dateOrder
		? {order: options.dateOrder, certain: true}
		: decideDateOrder(headers, hasSlashes(source, headers), () =>
				attachmentDates(source, headers),
			);
	dropUndated(headers, decision);
	if (headers.count === 0) return null;
	const platform = recognised.family === 'dash' ? 'android' : 'ios';
	const messages = readMessages(source, headers, decision.order, platform);
	const lines = accountFor(source, headers);
	const title =
		titleFromName(file.name) ?? titleFromPeople(messages, file.name);
	return {
		file: file.path,
		title,
		platform,
		messages,
		dateOrder: decision.order,
		dateOrderCertain: decision.certain,
		lines,
		warnings: warningsOf(messages, headers, decision, lines),
	};
}

/**
 * Where messages end with CR LF and typed line breaks are LF alone, a header behind LF alone is text that somebody pasted
 * (reference, section 1.4). A byte-order mark in front begins a second export.
 */
function dropPasted(headers: Headers, source: string): void {
	let behindCrlf = 0;
	for (let at = 1; at < headers.count; at++)
		if ((headers.flags[at] as number) & AFTER_CRLF) behindCrlf++;
	const others = headers.count - 1 - behindCrlf;
	if (others <= 0 || behindCrlf <= others) return;
	keepHeaders(
		headers,
		at =>
			at === 0 ||
			((headers.flags[at] as number) & AFTER_CRLF) !== 0 ||
			source.charCodeAt(headers.start[at] as number) === 0xfeff,
	);
}

/** Headers that have no date in the order of this export are typed text. */
function dropUndated(headers: Headers, {order}: Decision): void {
	const {a, b, c} = headers;
	keepHeaders(
		headers,
		at =>
			dateOf(a[at] as number, b[at] as number, c[at] as number, order) !== null,
	);
}

/** Whether the first header's date is written with '/' and European digits. */
function hasSlashes(source: string, headers: Headers): boolean {
	const written = source.slice(headers.start[0], headers.body[0]);
	return /\d[\u200E\u200F]?\//.test(written);
}

function accountFor(source: string, headers: Headers): Lines {
	let before = 0;
	const start = headers.start[0] as number;
	for (
		let at = source.indexOf('\n');
		at >= 0 && at < start;
		at = source.indexOf('\n', at + 1)
	)
		before++;
	return {
		total: headers.lines,
		headers: headers.count,
		continuations: headers.lines - headers.count - before,
		unread: Array.from({length: before}, (_, at) => at + 1),
	};
}

import {attachmentDates, type NamedDate} from './attachment-dates.ts';
import {asBuffer, bytesOf, hasMarkAt, textAt} from './bytes.ts';
import {stripMarks} from './characters.ts';
import {dateOf} from './civil.ts';
import {type Decision, decideDateOrder} from './date-order.ts';
import {platformOf, recognise} from './form.ts';
import {
	AFTER_CRLF,
	type Headers,
	headersOfShape,
	keepHeaders,
} from './headers.ts';
import type {LineKernel} from './like-lines.ts';
import {accountFor} from './lines.ts';
import {MessageList} from './list.ts';
import type {Chat, DateOrder} from './message.ts';
import {readMessages} from './messages.ts';
import {normalise} from './normalise.ts';
import {scan} from './scan.ts';
import {titleFromName, titleFromPeople} from './title.ts';
import {warningsOf} from './warnings.ts';
import {fillYears} from './years.ts';

/** Lines that may stand before the first header: notes, a mail's head. Beyond that, and more than headers, a text is no export. */
const FOREIGN_LINES = 10;

/** How many bytes of a text are looked at for its form. */
const HEAD = 256 * 1024;

/** What is known of a file besides its text. */
export type ParseOptions = {
	/** Settles the order of day and month where the owner knows better. */
	dateOrder?: DateOrder;
	/** What other files of the same phone tell; weaker than anything in the file (see `evidence.ts`). */
	hints?: {dateOrder?: DateOrder};
	/** Reads the plain lines faster. */
	kernel?: LineKernel;
	/** 'YYYY-MM-DD': the last day that the file can know, from when it was written. */
	latest?: string;
};

/**
 * Reads the text of an export, or its bytes in UTF-8; null where it is none. The messages stay in these bytes, which must
 * not be changed. `path` is kept as `Chat.file`, `name` is the file's (or archive's)
 * name, from which the title comes.
 *
 * Accounts for every line: a line is what ends with \n, or the rest behind the last one. Blank lines inside and behind a
 * message are continuations; lines before the first header, blank ones too, are unread. Blank lines at the end of the
 * file are continuations that add nothing to the last text.
 */
export function parseExport(
	text: string | Uint8Array,
	file: {path: string; name: string},
	options: ParseOptions = {},
): Chat | null {
	const bytes = normalise(
		typeof text === 'string' ? bytesOf(text) : asBuffer(text),
	);
	const recognised = recognise(textAt(bytes, 0, HEAD));
	if (!recognised) return null;
	const headers = scan(bytes, recognised, options.kernel);
	if (headers.before > FOREIGN_LINES + headers.count) return null;
	dropPasted(headers, bytes);
	const named = once(() => attachmentDates(bytes, headers));
	const dated = fillYears(headers, named, options.latest);
	const orders = decideOrders(bytes, headers, named, options);
	dropUndated(headers, orders);
	if (headers.count === 0) return null;
	const platform = platformOf(recognised.family);
	const columns = readMessages(bytes, headers, orders, platform);
	const messages = new MessageList(columns);
	const {lines, receipt} = accountFor(bytes, headers);
	const title =
		titleFromName(file.name) ?? titleFromPeople(columns.names, file.name);
	const decision = commonDecision(headers, orders);
	return {
		file: file.path,
		title,
		platform,
		form: formOf(bytes, headers),
		messages,
		dateOrder: decision.order,
		dateOrderCertain: decision.certain,
		lines,
		receipt,
		warnings: warningsOf(messages, headers, decision, lines, dated),
	};
}

/** The order of the dates, for each form of header by itself (reference, section 1.3). */
function decideOrders(
	bytes: Buffer,
	headers: Headers,
	named: () => readonly NamedDate[],
	{dateOrder, hints, latest}: ParseOptions,
): Decision[] {
	return headers.forms.map((_, shape) => {
		if (dateOrder) return {order: dateOrder, certain: true};
		const some = headersOfShape(headers, shape);
		return decideDateOrder(some, {
			slashes: hasSlashes(bytes, some),
			// Attachments are numbered by all headers.
			named: some === headers ? named : () => [],
			latest,
			hint: hints?.dateOrder,
		});
	});
}

/** The order of most headers; certain where every form's is. */
function commonDecision(
	headers: Headers,
	orders: readonly Decision[],
): Decision {
	const [only] = orders;
	if (orders.length === 1 && only) return only;
	const counts = orders.map(() => 0);
	for (let at = 0; at < headers.count; at++) {
		const shape = headers.shape[at] as number;
		counts[shape] = (counts[shape] ?? 0) + 1;
	}
	const most = counts.indexOf(Math.max(...counts));
	return {
		order: (orders[most] as Decision).order,
		certain: orders.every(({certain}, shape) => certain || counts[shape] === 0),
	};
}

/** How the first header is written, its digits as 0. */
function formOf(bytes: Buffer, headers: Headers): string {
	return stripMarks(firstHeader(bytes, headers)).replace(/\p{Nd}/gu, '0');
}

function once<Value>(compute: () => Value): () => Value {
	let value: Value | undefined;
	return () => (value ??= compute());
}

/**
 * Where messages end with CR LF and typed line breaks are LF alone, a header behind LF alone is text that somebody pasted
 * (reference, section 1.4). A byte-order mark in front begins a second export.
 */
function dropPasted(headers: Headers, bytes: Buffer): void {
	const {behindCrlf} = headers;
	const others = headers.count - 1 - behindCrlf;
	if (others <= 0 || behindCrlf <= others) return;
	keepHeaders(
		headers,
		at =>
			at === 0 ||
			((headers.flags[at] as number) & AFTER_CRLF) !== 0 ||
			hasMarkAt(bytes, headers.start[at] as number),
	);
}

/** Headers that have no date in the order of this export are typed text. */
function dropUndated(headers: Headers, orders: readonly Decision[]): void {
	const {a, b, c, shape, runs} = headers;
	const isDated = (at: number) => {
		const {order} = orders[shape[at] as number] as Decision;
		return (
			dateOf(a[at] as number, b[at] as number, c[at] as number, order) !== null
		);
	};
	if (!runs.every(isDated)) keepHeaders(headers, isDated);
}

/** Whether the first header's date is written with '/' and European digits. */
function hasSlashes(bytes: Buffer, headers: Headers): boolean {
	return /\d[\u200E\u200F]?\//.test(firstHeader(bytes, headers));
}

function firstHeader(bytes: Buffer, {start, body}: Headers): string {
	return textAt(bytes, start[0] as number, body[0] as number);
}

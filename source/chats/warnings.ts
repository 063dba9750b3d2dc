import {KINDS} from './columns.ts';
import type {Decision} from './date-order.ts';
import type {Headers} from './headers.ts';
import type {MessageList} from './list.ts';
import type {Lines} from './message.ts';

/** WhatsApp exports about this many of the newest messages, without and with media (reference, section 1.8). */
const LIMITS = [
	{messages: 40_000, media: false},
	{messages: 10_000, media: true},
];

/** How near to a limit a count must be: the limits are known roughly. */
const NEAR = 0.005;

/** A file that somebody attached, as opposed to a placeholder for it. */
const ATTACHED = /[(<][^()<>]*[)>]$/;
const FILE_NAME = /\.\w{2,5}\b/;

/**
 * Sentences for the owner about what the file does not tell or does not hold. `dated` says that each date has a year that
 * something in the file told.
 */
export function warningsOf(
	messages: MessageList,
	headers: Headers,
	{order, certain}: Decision,
	lines: Lines,
	dated: boolean,
): string[] {
	const warnings: string[] = [];
	if (!dated)
		warnings.push(
			`The dates have no year, and nothing in the file tells it; the last one is taken for ${messages.at(-1)?.timestamp.slice(0, 4)}.`,
		);
	if (!certain && !sameEitherWay(headers))
		warnings.push(
			`The dates could be read day first or month first, and nothing in the file decides; they are read ${order === 'mdy' ? 'month' : 'day'} first.`,
		);
	for (const limit of LIMITS)
		if (
			Math.abs(messages.length - limit.messages) <= limit.messages * NEAR &&
			(!limit.media || hasFile(messages))
		)
			warnings.push(
				`WhatsApp exports about ${limit.messages.toLocaleString('en')} messages at most${limit.media ? ' with media' : ''}; this chat is probably longer, and its older part is missing.`,
			);
	if (lines.unread.length > 0)
		warnings.push(
			lines.unread.length === 1
				? 'Line 1 stands before the first message and is not read.'
				: `The first ${lines.unread.length} lines stand before the first message and are not read.`,
		);
	return warnings;
}

/** Whether a message is a file, and not only the placeholder of one. */
function hasFile(messages: MessageList): boolean {
	const media = KINDS.indexOf('media');
	for (const [at, kind] of messages.columns.kind.entries()) {
		if (kind !== media) continue;
		const text = messages.textAt(at);
		if (FILE_NAME.test(text) && ATTACHED.test(text)) return true;
	}
	return false;
}

/** Every date has the same day and month, so that its order makes no difference. */
function sameEitherWay(headers: Headers): boolean {
	for (let at = 0; at < headers.count; at++)
		if (headers.a[at] !== headers.b[at]) return false;
	return true;
}

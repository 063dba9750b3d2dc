import type {ChatSummary, DateOrder} from '../chats/message.ts';
import {fitText} from '../components/display-text.ts';
import {safeText} from './safe-text.ts';

/** How people read the order of a date. */
export const ORDERS = {
	dmy: 'day, month, year',
	mdy: 'month, day, year',
	ymd: 'year, month, day',
} as const satisfies Record<DateOrder, string>;

/** A chat for people: everything that the receipt knows, in a few lines. */
export function inspectTable(summary: ChatSummary): string[] {
	const {byKind, lines, participants, receipt} = summary;
	const blank = receipt ? ` (${receipt.blank} blank)` : '';
	const rows: [string, string][] = [
		['file', summary.file],
		['phone', summary.platform === 'ios' ? 'iPhone' : 'Android'],
		['from', `${readable(summary.first)} to ${readable(summary.last)}`],
		[
			'messages',
			`${summary.messages} (${byKind.text} text, ${byKind.media} media, ${byKind.system} ${byKind.system === 1 ? 'notice' : 'notices'}, ${byKind.deleted} deleted)`,
		],
		[
			'people',
			participants.map(({name, messages}) => `${name} ${messages}`).join(', '),
		],
		[
			'dates',
			ORDERS[summary.dateOrder] +
				(summary.dateOrderCertain ? '' : ' (not certain)'),
		],
		...(summary.form === undefined
			? []
			: [['form', summary.form.trim()] as [string, string]]),
		[
			'lines',
			`${lines.total} = ${lines.headers} headers + ${lines.continuations} continuations${blank} + ${lines.unread.length} unread`,
		],
		...summary.warnings.map((warning): [string, string] => ['note', warning]),
	];
	return [
		oneLine(summary.title),
		...rows.map(([label, value]) => `  ${fitText(label, 10)}${oneLine(value)}`),
		'',
	];
}

function oneLine(text: string): string {
	return safeText(text).replaceAll('\n', ' ');
}

function readable(timestamp: string | null): string {
	return timestamp === null ? '–' : timestamp.slice(0, 16).replace('T', ' ');
}

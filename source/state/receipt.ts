import type {DateOrder} from '../chats/message.ts';
import {formatCount, plural} from '../components/format.ts';
import type {ChatRow} from './chat-rows.ts';

const orders: Record<DateOrder, string> = {
	dmy: 'day, month, year',
	mdy: 'month, day, year',
	ymd: 'year, month, day',
};

/** What became of every line of a file, in lines for the owner. */
export function receiptOf(row: ChatRow): string[] {
	if (row.kind === 'pending') return [row.file, '', 'is still to be read'];
	if (row.kind === 'unreadable') return [row.file, '', row.error];
	const {file, summary, joined} = row;
	const {lines, byKind, participants} = summary;
	return [
		`${summary.title} (${summary.platform === 'ios' ? 'iPhone' : 'Android'})`,
		file,
		...joined.map(other => `with ${other}, an export of the same chat`),
		'',
		`${plural(lines.total, 'line')}: ${formatCount(lines.headers)} begin a message, ${formatCount(lines.continuations)} continue one, ${formatCount(lines.unread.length)} unread`,
		...(lines.unread.length > 0
			? [
					`unread lines: ${lines.unread.slice(0, 20).join(', ')}${lines.unread.length > 20 ? ', …' : ''}`,
				]
			: []),
		`${plural(summary.messages, 'message')}: ${formatCount(byKind.text)} text, ${formatCount(byKind.media)} media, ${plural(byKind.system, 'notice')}, ${formatCount(byKind.deleted)} deleted`,
		...(summary.form ? [`form: ${summary.form}`] : []),
		`dates: ${orders[summary.dateOrder]} (${summary.dateOrderCertain ? 'certain' : 'a guess: nothing in the file decides it, o swaps day and month'})`,
		`from ${spaced(summary.first)} to ${spaced(summary.last)}`,
		...summary.warnings.map(warning => `! ${warning}`),
		'',
		...participants.map(
			({name, messages}) => `${name}: ${plural(messages, 'message')}`,
		),
	];
}

const spaced = (timestamp: string | null): string =>
	timestamp?.replace('T', ' ') ?? '–';

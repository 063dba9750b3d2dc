import type {ChatSummary, DateOrder} from '../chats/message.ts';
import {blankBehind} from '../components/display-text.ts';
import {formatCount, plural} from '../format.ts';
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
	const {byKind, participants} = summary;
	return [
		`${summary.title} (${summary.platform === 'ios' ? 'iPhone' : 'Android'})`,
		file,
		...joined.map(other => `with ${other}, an export of the same chat`),
		'',
		...linesOf(summary, joined.length > 0),
		`${joined.length > 0 ? 'together ' : ''}${plural(summary.messages, 'message')}: ${formatCount(byKind.text)} text, ${formatCount(byKind.media)} media, ${plural(byKind.system, 'notice')}, ${formatCount(byKind.deleted)} deleted`,
		...(summary.form ? [`form: ${summary.form}`] : []),
		`dates: ${orders[summary.dateOrder]} (${summary.dateOrderCertain ? 'certain' : 'a guess: nothing in the file decides it, o swaps day and month'})`,
		`from ${spaced(summary.first)} to ${spaced(summary.last)}`,
		...summary.warnings.map(warning => `! ${warning}`),
		'',
		...participants.map(
			({name, messages}) =>
				`${name}:${blankBehind(name)}${plural(messages, 'message')}`,
		),
	];
}

/** Unread lines of one reason that are told by their numbers. */
const mostTold = 20;

/** Each line of the file once: what it is, and where it is not read, why. */
function linesOf({lines, receipt}: ChatSummary, isOneOfMany: boolean) {
	const {total, headers, continuations, unread} = lines;
	const blank = receipt?.blank ?? 0;
	const counts = [
		`${formatCount(headers)} begin${headers === 1 ? 's' : ''} a message`,
		`${formatCount(continuations)} continue${continuations === 1 ? 's' : ''} one${blank > 0 ? ` (${formatCount(blank)} blank)` : ''}`,
		`${formatCount(unread.length)} unread`,
	];
	const why = new Map<string, number[]>();
	for (const line of receipt?.unread ?? [])
		why.set(line.why, [...(why.get(line.why) ?? []), line.line]);
	return [
		`${plural(total, 'line')}${isOneOfMany ? ' in the first file' : ''}: ${counts.join(', ')}`,
		...[...why].map(
			([reason, numbers]) =>
				`unread, ${reason}: line${numbers.length === 1 ? '' : 's'} ${numbers.slice(0, mostTold).join(', ')}${numbers.length > mostTold ? ', …' : ''}`,
		),
	];
}

const spaced = (timestamp: string | null): string =>
	timestamp?.replace('T', ' ') ?? '–';

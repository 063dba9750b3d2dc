import {Box, Text} from 'ink';
import type {DateOrder} from '../chats/message.ts';
import {wrapText} from '../components/display-text.ts';
import {formatCount, plural} from '../components/format.ts';
import {Lines} from '../components/lines.tsx';
import type {ChatRow} from '../state/chats.ts';
import type {Size} from '../state.ts';
import {theme} from '../theme.ts';

type Props = {row: ChatRow; scroll: number; size: Size};

/** What became of every line of a file. */
export function Receipt({row, scroll, size}: Props) {
	const lines = (
		row.kind === 'chat' ? receiptOf(row) : [row.file, '', row.error]
	).flatMap(line => wrapText(line, size.columns));
	const height = size.rows - 2;
	const first = Math.min(scroll, Math.max(lines.length - height, 0));
	return (
		<Box flexDirection="column">
			<Text bold color={theme.accent}>
				Receipt
			</Text>
			<Text> </Text>
			<Lines lines={lines.slice(first, first + height).map(text => ({text}))} />
		</Box>
	);
}

const orders: Record<DateOrder, string> = {
	dmy: 'day, month, year',
	mdy: 'month, day, year',
	ymd: 'year, month, day',
};

function receiptOf({
	file,
	summary,
}: Extract<ChatRow, {kind: 'chat'}>): string[] {
	const {lines, byKind, participants} = summary;
	return [
		`${summary.title} (${summary.platform === 'ios' ? 'iPhone' : 'Android'})`,
		file,
		'',
		`${plural(lines.total, 'line')}: ${formatCount(lines.headers)} begin a message, ${formatCount(lines.continuations)} continue one, ${formatCount(lines.unread.length)} unread`,
		...(lines.unread.length > 0
			? [
					`unread lines: ${lines.unread.slice(0, 20).join(', ')}${lines.unread.length > 20 ? ', …' : ''}`,
				]
			: []),
		`${plural(summary.messages, 'message')}: ${formatCount(byKind.text)} text, ${formatCount(byKind.media)} media, ${formatCount(byKind.system)} notices, ${formatCount(byKind.deleted)} deleted`,
		`dates: ${orders[summary.dateOrder]} (${summary.dateOrderCertain ? 'certain' : 'a guess: nothing in the file decides it'})`,
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

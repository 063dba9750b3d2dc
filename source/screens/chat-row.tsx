import {Text} from 'ink';
import {
	blankBehind,
	displayText,
	fitText,
	truncate,
} from '../components/display-text.ts';
import {percent} from '../components/meter.tsx';
import {formatCount, plural} from '../format.ts';
import type {ChatRow, ReadableRow} from '../state/chat-rows.ts';
import {glyphs, theme} from '../theme.ts';

/** Cells of each column; the people go where there is little room. */
const columnsIn = (width: number) => ({
	messages: 10,
	people: width < 66 ? 0 : 8,
	yours: 8,
	dates: 20,
});

const marks = 4;

function titleWidth(width: number): number {
	const {messages, people, yours, dates} = columnsIn(width);
	return Math.max(width - marks - messages - people - yours - dates, 12);
}

export function ColumnNames({width}: {width: number}) {
	const columns = columnsIn(width);
	return (
		<Text aria-hidden color={theme.muted} wrap="truncate">
			{' '.repeat(marks)}
			{fitText('chat', titleWidth(width))}
			{fitText('messages', columns.messages, 'end')}
			{fitText('people', columns.people, 'end')}
			{fitText('yours?', columns.yours, 'end')}
			{fitText('from – to ', columns.dates, 'end')}
		</Text>
	);
}

/** What a screen reader says of a file. */
export function spokenRow(row: ChatRow, likely: string | null): string {
	const name = row.file.split(/[\\/]/).at(-1) ?? row.file;
	if (row.kind === 'pending') return displayText(`${name}, being read`);
	if (row.kind === 'unreadable')
		return displayText(`${name} cannot be read: ${row.error}`);
	const {summary} = row;
	const share = ownShare(summary, likely);
	return [
		displayText(summary.title),
		plural(summary.messages, 'message'),
		plural(summary.participants.length, 'person', 'people'),
		...(share ? [`${share} probably yours`] : []),
		dateSpan(summary),
	].join(', ');
}

type Props = {
	row: ChatRow;
	isPicked: boolean;
	/** The name that is most likely the owner's; null while that is not known. */
	likely: string | null;
	width: number;
};

/** What the list says of a file. */
export function RowCells({row, ...props}: Props) {
	const {width, isPicked} = props;
	const name = row.file.split(/[\\/]/).at(-1) ?? row.file;
	switch (row.kind) {
		case 'chat':
			return <ChatCells row={row} {...props} />;
		case 'pending':
			return (
				<Text color={theme.muted}>
					{isPicked ? glyphs.picked : glyphs.waiting}{' '}
					{truncate(name, width - marks)}
				</Text>
			);
		case 'unreadable':
			return (
				<Text color={theme.warning}>
					{glyphs.unreadable} {unreadable(name, row.error, width - marks)}
				</Text>
			);
	}
}

function ChatCells({
	row: {summary, joined},
	isPicked,
	likely,
	width,
}: Omit<Props, 'row'> & {row: ReadableRow}) {
	const columns = columnsIn(width);
	const count = joined.length + 1;
	const exports =
		count > 1
			? `${blankBehind(summary.title)}${columns.people > 0 ? `(${count} exports)` : `×${count}`}`
			: '';
	return (
		<>
			<Text {...(isPicked ? {color: theme.good} : {})}>
				{isPicked ? glyphs.picked : glyphs.unpicked}
			</Text>{' '}
			{fitText(
				truncate(summary.title, titleWidth(width) - exports.length) + exports,
				titleWidth(width),
			)}
			{fitText(formatCount(summary.messages), columns.messages, 'end')}
			{fitText(formatCount(summary.participants.length), columns.people, 'end')}
			{fitText(ownShare(summary, likely), columns.yours, 'end')}
			<Text color={theme.muted}>
				{fitText(dateSpan(summary), columns.dates - 1, 'end')}
				{summary.dateOrderCertain ? ' ' : '?'}
			</Text>
		</>
	);
}

/** A name and why it cannot be read; a long name leaves room for the reason. */
function unreadable(name: string, reason: string, width: number): string {
	const room = Math.max(width - reason.length - 2, Math.floor(width * 0.45));
	return truncate(`${truncate(name, room)}: ${reason}`, width);
}

function ownShare(
	{participants}: ReadableRow['summary'],
	likely: string | null,
): string {
	if (likely === null) return '';
	const own = participants.find(({name}) => name === likely)?.messages ?? 0;
	const written = participants.reduce((sum, {messages}) => sum + messages, 0);
	return percent(own / Math.max(written, 1));
}

/** '2024-03 – 2025-05'. */
function dateSpan({first, last}: ReadableRow['summary']): string {
	if (!first || !last) return '';
	const [from, to] = [first.slice(0, 7), last.slice(0, 7)];
	return from === to ? from : `${from} – ${to}`;
}

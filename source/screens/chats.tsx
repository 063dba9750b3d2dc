import {Box, Text} from 'ink';
import {useMemo} from 'react';
import {rankNames} from '../chats/who.ts';
import {fitText, truncate} from '../components/display-text.ts';
import {formatCount} from '../components/format.ts';
import {listWindow} from '../components/list-window.ts';
import {percent} from '../components/meter.tsx';
import {Prompt} from '../components/prompt.tsx';
import {type ChatRow, type ChatsStep, visibleRows} from '../state/chats.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import {NoChats} from './no-chats.tsx';
import {Receipt} from './receipt.tsx';

type Props = {step: ChatsStep; size: Size};

/** Lines above and below the list: title, blank, column names. */
const chrome = 3;

/** Step 1: a check list of all exports that were found. */
export function ChatsScreen({step, size}: Props) {
	const rows = visibleRows(step);
	const current = rows[step.cursor];
	if (step.receipt !== null && current)
		return <Receipt row={current} scroll={step.receipt} size={size} />;
	if (step.rows.length === 0 && !step.reading) return <NoChats size={size} />;
	const window = listWindow(rows.length, step.cursor, size.rows - chrome);
	return (
		<Box flexDirection="column">
			<Title step={step} shown={rows.length} width={size.columns} />
			<Text> </Text>
			<ColumnNames width={size.columns} />
			<Rows
				step={step}
				rows={rows.slice(window.first, window.first + window.height)}
				first={window.first}
				width={size.columns}
			/>
		</Box>
	);
}

function Title({
	step,
	shown,
	width,
}: {
	step: ChatsStep;
	shown: number;
	width: number;
}) {
	if (!step.filtering && step.filter.text === '')
		return <Text bold>Which chats shall your twin learn from?</Text>;
	return (
		<Box>
			<Text>Filter </Text>
			<Prompt
				state={step.filter}
				width={width - 24}
				maxRows={1}
				placeholder="a title, a name, a file"
				isFocused={step.filtering}
				palette={theme}
			/>
			<Text color={theme.muted}>
				{' '}
				{shown} of {step.rows.length}
			</Text>
		</Box>
	);
}

/** Cells of each column; the people go where there is little room. */
const columnsIn = (width: number) => ({
	messages: 9,
	people: width < 66 ? 0 : 8,
	yours: 8,
	dates: 19,
});

const marks = 4;

function titleWidth(width: number): number {
	const {messages, people, yours, dates} = columnsIn(width);
	return Math.max(width - marks - messages - people - yours - dates, 12);
}

function ColumnNames({width}: {width: number}) {
	const columns = columnsIn(width);
	return (
		<Text color={theme.muted} wrap="truncate">
			{' '.repeat(marks)}
			{fitText('chat', titleWidth(width))}
			{fitText('messages', columns.messages, 'end')}
			{fitText('people', columns.people, 'end')}
			{fitText('yours?', columns.yours, 'end')}
			{fitText('from – to', columns.dates, 'end')}
		</Text>
	);
}

function Rows({
	step,
	rows,
	first,
	width,
}: {
	step: ChatsStep;
	rows: ChatRow[];
	first: number;
	width: number;
}) {
	// The name common to most chats is most likely the owner's; the next screen asks.
	const likely = useMemo(
		() =>
			rankNames(
				step.rows.flatMap(row => (row.kind === 'chat' ? [row.chat] : [])),
			)[0]?.name,
		[step.rows],
	);
	return rows.map((row, index) => {
		const isCurrent = first + index === step.cursor;
		return (
			<Text
				key={row.file}
				wrap="truncate"
				bold={isCurrent}
				aria-role="checkbox"
				{...(isCurrent ? {color: theme.accent} : {})}
			>
				{isCurrent ? glyphs.cursor : ' '}{' '}
				{row.kind === 'chat' ? (
					<ChatCells
						row={row}
						isPicked={step.picked.has(row.file)}
						likely={likely}
						width={width}
					/>
				) : (
					<UnreadableCells row={row} width={width} />
				)}
			</Text>
		);
	});
}

type Readable = Extract<ChatRow, {kind: 'chat'}>;

function ChatCells({
	row: {summary},
	isPicked,
	likely,
	width,
}: {
	row: Readable;
	isPicked: boolean;
	likely: string | undefined;
	width: number;
}) {
	const columns = columnsIn(width);
	const own =
		summary.participants.find(({name}) => name === likely)?.messages ?? 0;
	const written = summary.participants.reduce(
		(sum, {messages}) => sum + messages,
		0,
	);
	return (
		<>
			<Text {...(isPicked ? {color: theme.good} : {})}>
				{isPicked ? glyphs.picked : glyphs.unpicked}
			</Text>{' '}
			{fitText(summary.title, titleWidth(width))}
			{fitText(formatCount(summary.messages), columns.messages, 'end')}
			{fitText(formatCount(summary.participants.length), columns.people, 'end')}
			{fitText(percent(own / Math.max(written, 1)), columns.yours, 'end')}
			<Text color={theme.muted}>
				{fitText(dateSpan(summary.first, summary.last), columns.dates, 'end')}
			</Text>
		</>
	);
}

/** '2024-03 – 2025-05'. */
function dateSpan(first: string | null, last: string | null): string {
	if (!first || !last) return '';
	const [from, to] = [first.slice(0, 7), last.slice(0, 7)];
	return from === to ? from : `${from} – ${to}`;
}

function UnreadableCells({
	row,
	width,
}: {
	row: Extract<ChatRow, {kind: 'unreadable'}>;
	width: number;
}) {
	const name = row.file.split(/[\\/]/).at(-1) ?? row.file;
	return (
		<Text color={theme.warning}>
			{glyphs.unreadable} {truncate(`${name}: ${row.error}`, width - marks)}
		</Text>
	);
}

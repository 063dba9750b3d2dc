import {Box, Text} from 'ink';
import {listWindow} from '../components/list-window.ts';
import {Prompt} from '../components/prompt.tsx';
import {formatCount, plural} from '../format.ts';
import type {ChatRow} from '../state/chat-rows.ts';
import {type ChatsStep, visibleRows} from '../state/chats-step.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import {ColumnNames, RowCells, spokenRow} from './chat-row.tsx';
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
			{rows.length > 0 || step.reading ? (
				<ColumnNames width={size.columns} />
			) : (
				<Text color={theme.muted}>Nothing is called so.</Text>
			)}
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
		return (
			<Box justifyContent="space-between" width={width}>
				<Text bold>Which chats shall your twin learn from?</Text>
				<Text color={theme.muted}>{totalOf(step, width)}</Text>
			</Box>
		);
	return (
		<Box>
			<Text>Filter </Text>
			<Prompt
				state={step.filter}
				width={Math.min(width - 24, 40)}
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

/** How many there are, of each kind where there is room. */
function totalOf({rows, reading}: ChatsStep, width: number): string {
	if (rows.length === 0) return '';
	if (reading) return plural(rows.length, 'file');
	const chats = rows.filter(({kind}) => kind === 'chat').length;
	const unreadable = rows.length - chats;
	return unreadable > 0 && width > 66
		? `${plural(chats, 'chat')}, ${formatCount(unreadable)} unreadable`
		: plural(chats, 'chat');
}

function Rows({
	step,
	rows,
	first,
	width,
}: {
	step: ChatsStep;
	rows: readonly ChatRow[];
	first: number;
	width: number;
}) {
	return rows.map((row, index) => {
		const isCurrent = first + index === step.cursor;
		return (
			<Box
				key={row.file}
				aria-role="checkbox"
				aria-state={{checked: step.picked.has(row.file)}}
				aria-label={`${isCurrent ? 'here: ' : ''}${spokenRow(row, step.likely)}`}
			>
				<Text
					wrap="truncate"
					bold={isCurrent}
					{...(isCurrent ? {color: theme.accent} : {})}
				>
					{isCurrent ? glyphs.cursor : ' '}{' '}
					<RowCells
						row={row}
						isPicked={step.picked.has(row.file)}
						likely={step.likely}
						width={width}
					/>
				</Text>
			</Box>
		);
	});
}

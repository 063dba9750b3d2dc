import {Box, Text} from 'ink';
import {fitText, truncate} from '../components/display-text.ts';
import type {Hint} from '../components/frame.tsx';
import {hintsOf} from '../hints.ts';
import {contextOf} from '../keys.ts';
import {commands, usage} from '../state/chat-commands.ts';
import type {Size, State} from '../state.ts';
import {theme} from '../theme.ts';

type Props = {state: State; size: Size};

const commandHints = commands.map(command => ({
	show: usage(command),
	does: command.does,
}));

/** Room that keys and commands take beside each other. */
const beside = 74;
const leastKeysWidth = 30;

/** Columns of hints beside which nothing is cut. */
const widthOf = (hints: readonly Hint[]): number =>
	keyWidthOf(hints) + Math.max(...hints.map(({does}) => does.length)) + 1;

const keyWidthOf = (hints: readonly Hint[]): number =>
	Math.max(...hints.map(({show}) => show.length)) + 2;

/** Every key that is valid on the screen below, from the same table as the footer; in the chat every command too. */
export function Help({state, size}: Props) {
	const below: State = {...state, overlay: null};
	const context = contextOf(below);
	const keys = [
		...hintsOf(below),
		{
			show: '^C',
			does: state.screen === 'chat' ? 'stop the reply, then quit' : 'quit',
		},
	];
	if (context !== 'chat')
		return <Hints title="Keys on this screen" hints={keys} size={size} />;
	if (size.columns < beside || size.rows < commandHints.length + 2)
		return (
			<Hints
				title="Keys on this screen (/ shows the commands)"
				hints={keys}
				size={size}
			/>
		);
	const keysWidth = Math.max(
		Math.min(widthOf(keys), size.columns - widthOf(commandHints) - 2),
		leastKeysWidth,
	);
	return (
		<Box columnGap={2}>
			<Hints
				title="Keys"
				hints={keys}
				size={{columns: keysWidth, rows: size.rows}}
			/>
			<Hints
				title="Commands"
				hints={commandHints}
				size={{columns: size.columns - keysWidth - 2, rows: size.rows}}
			/>
		</Box>
	);
}

function Hints({
	title,
	hints,
	size,
}: {
	title: string;
	hints: readonly Hint[];
	size: Size;
}) {
	const perColumn = Math.max(size.rows - 2, 1);
	const columns = Array.from(
		{length: Math.ceil(hints.length / perColumn)},
		(_, at) => hints.slice(at * perColumn, (at + 1) * perColumn),
	);
	const widths = widthsOf(columns, size.columns);
	return (
		<Box flexDirection="column" width={size.columns}>
			<Text bold color={theme.accent}>
				{title}
			</Text>
			<Text> </Text>
			<Box>
				{columns.map((column, at) => (
					<HintColumn
						key={column[0]?.show}
						hints={column}
						width={widths[at] ?? 0}
					/>
				))}
			</Box>
		</Box>
	);
}

/** What each column needs, where they all have it; else the room in equal parts. */
function widthsOf(columns: readonly Hint[][], room: number): number[] {
	const needed = columns.map(widthOf);
	const isEnough = needed.reduce((sum, width) => sum + width, 0) <= room;
	return isEnough
		? needed
		: columns.map(() => Math.floor(room / columns.length));
}

function HintColumn({hints, width}: {hints: readonly Hint[]; width: number}) {
	const keyWidth = keyWidthOf(hints);
	return (
		<Box flexDirection="column" width={width} flexShrink={0}>
			{hints.map(({show, does}) => (
				<Text key={`${show} ${does}`} wrap="truncate">
					<Text bold>{fitText(show, keyWidth)}</Text>
					{truncate(does, width - keyWidth - 1)}
				</Text>
			))}
		</Box>
	);
}

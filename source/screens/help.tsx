import {Box, Text} from 'ink';
import {fitText, truncate} from '../components/display-text.ts';
import type {Hint} from '../components/frame.tsx';
import {bindings, contextOf} from '../keys.ts';
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
const keysWidth = 30;

/** Every key that is valid on the screen below, from the same table as the footer; in the chat every command too. */
export function Help({state, size}: Props) {
	const context = contextOf({...state, overlay: null});
	const shown = bindings[context].flatMap(({show, does}) =>
		show && does ? [{show, does}] : [],
	);
	const keys = [
		...shown,
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
	const columns = Math.ceil(hints.length / perColumn);
	const width = Math.floor(size.columns / columns);
	const keyWidth = Math.max(...hints.map(({show}) => show.length)) + 2;
	return (
		<Box flexDirection="column" width={size.columns}>
			<Text bold color={theme.accent}>
				{title}
			</Text>
			<Text> </Text>
			<Box
				flexDirection="column"
				flexWrap="wrap"
				height={Math.min(hints.length, perColumn)}
			>
				{hints.map(({show, does}) => (
					<Box key={`${show} ${does}`} width={width}>
						<Text wrap="truncate">
							<Text bold>{fitText(show, keyWidth)}</Text>
							{truncate(does, width - keyWidth - 1)}
						</Text>
					</Box>
				))}
			</Box>
		</Box>
	);
}

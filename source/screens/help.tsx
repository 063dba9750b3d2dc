import {Box, Text} from 'ink';
import {fitText} from '../components/display-text.ts';
import {bindings, contextOf} from '../keys.ts';
import type {Size, State} from '../state.ts';
import {theme} from '../theme.ts';

type Props = {state: State; size: Size};

/** Every key that is valid on the screen below, from the same table as the footer. */
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
	const perColumn = Math.max(size.rows - 3, 1);
	const columns = Math.ceil(keys.length / perColumn);
	const width = Math.floor(size.columns / columns);
	return (
		<Box flexDirection="column">
			<Text bold color={theme.accent}>
				Keys on this screen
			</Text>
			<Text> </Text>
			<Box
				flexDirection="column"
				flexWrap="wrap"
				height={Math.min(keys.length, perColumn)}
			>
				{keys.map(({show, does}) => (
					<Text key={`${show} ${does}`} wrap="truncate">
						<Text bold>{fitText(show, 12)}</Text>
						{fitText(does, width - 12)}
					</Text>
				))}
			</Box>
		</Box>
	);
}

import {Box, Text} from 'ink';
import type {Size} from '../state.ts';
import {theme} from '../theme.ts';

/** What to do where no export was found. */
export function NoChats({size}: {size: Size}) {
	const isTall = size.rows >= 14;
	return (
		<Box flexDirection="column" rowGap={isTall ? 1 : 0}>
			<Text bold>No exported chats here, nor in Downloads.</Text>
			<Box flexDirection="column">
				<Text color={theme.accent}>On Android</Text>
				<Text>open the chat → ⋮ → More → Export chat → Without media</Text>
			</Box>
			<Box flexDirection="column">
				<Text color={theme.accent}>On iPhone</Text>
				<Text>open the chat → tap its name → Export Chat → Without Media</Text>
			</Box>
			<Box flexDirection="column">
				<Text>
					Bring the file to this computer, then start again with its path:
				</Text>
				<Text bold> twin-tui path/to/export.zip</Text>
			</Box>
			<Text>
				Or look around first with chats made for this: press <Text bold>d</Text>
				.
			</Text>
		</Box>
	);
}

import {Box, Text} from 'ink';
import {theme} from '../theme.ts';

/** The line between two panes; it has the accent while the right one has the keys. */
export function Rule({rows, isFocused}: {rows: number; isFocused: boolean}) {
	return (
		<Box flexDirection="column" width={1} flexShrink={0}>
			<Text aria-hidden color={isFocused ? theme.accent : theme.muted}>
				{Array(rows).fill('│').join('\n')}
			</Text>
		</Box>
	);
}

import {Box, Text} from 'ink';
import {truncate} from '../components/display-text.ts';
import type {Example} from '../dataset/types.ts';
import {theme} from '../theme.ts';

/** One of the examples, as the model will see it; nothing where there is no room for it. */
export function Sample({
	example,
	rows,
	width,
}: {
	example: Example | null;
	rows: number;
	width: number;
}) {
	const lines = (example?.messages ?? [])
		.filter(({role}) => role !== 'system')
		.flatMap(({role, content}) =>
			content.split('\n').map(text => ({role, text})),
		);
	const shown = lines
		.slice(0, Math.max(rows, 0))
		.map((line, index) => ({...line, id: index}));
	if (shown.length === 0) return null;
	return (
		<Box flexDirection="column" marginTop={1}>
			<Text color={theme.muted}>One of the examples:</Text>
			{shown.map(({role, text, id}) => (
				<Text
					key={id}
					wrap="truncate"
					color={role === 'assistant' ? theme.theirs : theme.mine}
				>
					{role === 'assistant' ? '  you  ▌ ' : '  they ▌ '}
					{truncate(text, width - 9)}
				</Text>
			))}
		</Box>
	);
}

import process from 'node:process';
import {Box, render, Text, useWindowSize} from 'ink';

/** The least that a full-screen Ink program does: what `first-paint.ts` measures ours against. */
function Hello() {
	const {columns, rows} = useWindowSize();
	return (
		<Box width={columns} height={rows}>
			<Text color="green">Hello, world</Text>
		</Box>
	);
}

process.env.NODE_ENV = 'production';
render(<Hello />, {alternateScreen: true, interactive: true});

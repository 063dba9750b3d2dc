import {Box, Text} from 'ink';
import {wrapText} from '../components/display-text.ts';
import {Lines} from '../components/lines.tsx';
import type {ChatRow} from '../state/chat-rows.ts';
import {receiptOf} from '../state/receipt.ts';
import type {Size} from '../state.ts';
import {theme} from '../theme.ts';

type Props = {row: ChatRow; scroll: number; size: Size};

/** What became of every line of a file. */
export function Receipt({row, scroll, size}: Props) {
	const lines = receiptOf(row).flatMap(line => wrapText(line, size.columns));
	const height = size.rows - 2;
	const first = Math.min(scroll, Math.max(lines.length - height, 0));
	return (
		<Box flexDirection="column">
			<Text bold color={theme.accent}>
				Receipt
			</Text>
			<Text> </Text>
			<Lines lines={lines.slice(first, first + height).map(text => ({text}))} />
		</Box>
	);
}

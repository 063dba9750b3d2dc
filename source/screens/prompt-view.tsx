import {Box, Text} from 'ink';
import {wrapText} from '../components/display-text.ts';
import {Lines} from '../components/lines.tsx';
import type {PromptViewStep} from '../state/prompt-view.ts';
import type {Size} from '../state.ts';
import {theme} from '../theme.ts';

const colours: Record<string, string | undefined> = {
	system: theme.muted,
	user: theme.mine,
	assistant: theme.theirs,
};

/** What goes to the model with the next message, word for word. */
export function PromptViewScreen({
	step,
	size,
}: {
	step: PromptViewStep;
	size: Size;
}) {
	const lines = (step.messages ?? []).flatMap(({role, content}) => [
		{text: `── ${role}`, colour: theme.accent},
		...content
			.split('\n')
			.flatMap(text => wrapText(text, size.columns))
			.map(text => ({text, colour: colours[role]})),
	]);
	const rows = size.rows - 2;
	const first = Math.max(0, Math.min(step.scrolled, lines.length - rows));
	return (
		<Box flexDirection="column">
			<Text bold wrap="truncate">
				What is sent with the next message, word for word
			</Text>
			<Text color={theme.muted}>
				{step.messages === null
					? 'putting it together…'
					: `lines ${first + 1} to ${Math.min(first + rows, lines.length)} of ${lines.length}`}
			</Text>
			<Lines lines={lines.slice(first, first + rows)} />
		</Box>
	);
}

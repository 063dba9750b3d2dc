import {Box, Text} from 'ink';
import {truncate} from '../components/display-text.ts';
import {Prompt} from '../components/prompt.tsx';
import type {ProvidersStep} from '../state/providers-step.ts';
import type {Size} from '../state.ts';
import {theme} from '../theme.ts';

type Props = {asking: NonNullable<ProvidersStep['asking']>; size: Size};

/** Where a key, an address or a model's name is typed. A key is never drawn. */
export function Asking({asking, size}: Props) {
	return (
		<Box flexDirection="column" rowGap={1}>
			<Text bold>
				{asking.stage === 'keep'
					? 'Keep this key for the next start?'
					: titles[asking.what]}
			</Text>
			{asking.stage === 'keep' ? (
				<Keep length={asking.editor.text.length} />
			) : (
				<>
					{asking.what === 'key' ? (
						<Text>
							❯{' '}
							{'•'.repeat(
								Math.min(asking.editor.text.length, size.columns - 4),
							)}
						</Text>
					) : (
						<Prompt
							state={asking.editor}
							width={size.columns}
							maxRows={2}
							placeholder={examples[asking.what]}
							isFocused
							palette={theme}
						/>
					)}
					<Text color={theme.muted}>
						{truncate(notes[asking.what](asking.variable), size.columns * 2)}
					</Text>
				</>
			)}
		</Box>
	);
}

const titles = {
	key: 'Paste or type the key',
	'base URL': 'Where does it answer?',
	model: 'Which model?',
};

const examples = {
	'base URL': 'http://127.0.0.1:11434/v1',
	model: 'the model’s name, as the provider writes it',
};

const notes = {
	key: (variable: string) =>
		`It is sent to the provider only, never shown and never logged. (${variable} in the environment does the same.)`,
	'base URL': (variable: string) =>
		`It is kept for the next start. (${variable} in the environment does the same.)`,
	model: () => 'Enter takes it, for the way of making a twin that was chosen.',
};

function Keep({length}: {length: number}) {
	return (
		<Text>
			It has {length} characters. Kept, it lies in settings.json, which only you
			can read; else it is forgotten when the program ends.
		</Text>
	);
}

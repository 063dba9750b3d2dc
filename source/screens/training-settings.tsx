import {Box, Text} from 'ink';
import {truncate} from '../components/display-text.ts';
import {type SettingsStep, settingProblem} from '../state/training-settings.ts';
import type {Size} from '../state.ts';
import {glyphs, theme} from '../theme.ts';
import {ranges, type Setting} from '../training/hyperparameters.ts';

const names: Record<Setting, string> = {
	minutes: 'Minutes',
	epochs: 'Epochs',
	batchSize: 'Batch size',
	learningRateMultiplier: 'Learning rate ×',
	seed: 'Seed',
};

const meanings: Record<Setting, string> = {
	minutes: 'how long the network may learn; more is better, up to a point',
	epochs: 'how often all examples are gone through; many, and it quotes',
	batchSize: 'examples per step; small ones learn faster and less evenly',
	learningRateMultiplier:
		'a factor of the provider’s own rate; high ones forget more',
	seed: 'the same number, the same training, where the provider can',
};

/** Columns of a value; a longer one pushes its hint on. */
const valueWidth = 10;

/** Hyperparameters by hand, each with what it may be. */
export function SettingsScreen({step, size}: {step: SettingsStep; size: Size}) {
	const current = step.fields[step.cursor] as Setting;
	const problem = settingProblem(step, current);
	return (
		<Box flexDirection="column">
			<Text bold>How it is trained</Text>
			<Text color={theme.muted} wrap="truncate">
				{current === 'minutes'
					? 'auto: about a minute, and less where nothing more is gained.'
					: 'auto leaves it to the provider, as the published experiment did.'}
			</Text>
			<Text> </Text>
			{step.fields.map(field => {
				const isCurrent = field === current;
				const isWrong = settingProblem(step, field) !== null;
				return (
					<Text
						key={field}
						wrap="truncate"
						bold={isCurrent}
						{...(isCurrent ? {color: theme.accent} : {})}
					>
						{isCurrent ? glyphs.cursor : ' '} {names[field].padEnd(16)}
						<Text {...(isWrong ? {color: theme.danger} : {})}>
							{isWrong ? `${glyphs.failed} ` : ''}
							{step.texts[field].padEnd(isWrong ? valueWidth - 2 : valueWidth)}
						</Text>
						<Text color={theme.muted}>
							{size.columns < 70 ? ' ' : ' auto or '}
							{ranges[field].words}
						</Text>
					</Text>
				);
			})}
			<Text> </Text>
			<Text wrap="truncate" color={problem ? theme.danger : theme.muted}>
				{truncate(problem ?? meanings[current], size.columns)}
			</Text>
		</Box>
	);
}

import {Text} from 'ink';
import {truncate} from '../components/display-text.ts';
import type {TrainingStep} from '../state/training-step.ts';
import {glyphs, theme} from '../theme.ts';

/** Where the recipe that was asked for is. */
export function RecipeNote({
	step: {recipe},
	width,
}: {
	step: TrainingStep;
	width: number;
}) {
	if (!recipe) return null;
	if (recipe.state === 'writing')
		return <Text color={theme.muted}>writing the recipe…</Text>;
	return recipe.state === 'written' ? (
		<Text color={theme.good} wrap="truncate">
			{glyphs.done} Recipe: {truncate(recipe.words, width - 24)} (its README.md)
		</Text>
	) : (
		<Text color={theme.warning} wrap="truncate">
			{glyphs.warning} {truncate(recipe.words, width - 2)}
		</Text>
	);
}

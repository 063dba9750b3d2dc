import {type Format, formats} from '../dataset/formats.ts';
import {type RecipeName, recipeNames} from '../dataset/recipes/recipes.ts';
import {type DatasetValues, oneOf} from './dataset-values.ts';
import {UsageError} from './io.ts';

/** What a data set is written for. */
export type Target = {
	format: Format;
	/** Whether each line says where it comes from. */
	sources: boolean;
	/** The engine whose files go into the folder `out`; null for JSONL alone. */
	recipe: RecipeName | null;
	/** A file, or a recipe's folder; null for the standard output. */
	out: string | null;
};

/** @throws UsageError with a sentence that names the flag */
export function targetOf(values: DatasetValues): Target {
	const out = values.out === undefined ? null : String(values.out);
	if (out === '')
		throw new UsageError('--out takes the name of a file, or - for stdout.');
	const format = oneOf('format', values.format, formats);
	const sources = values.sources === true;
	if (values.recipe === undefined)
		return {format, sources, recipe: null, out: out === '-' ? null : out};
	const recipe = oneOf('recipe', values.recipe, recipeNames);
	if (values.format !== undefined)
		throw new UsageError(
			`--recipe ${recipe} has a format of its own: leave out --format.`,
		);
	if (out === null || out === '-')
		throw new UsageError(
			`--recipe writes several files: name a folder for them with --out.`,
		);
	if (sources)
		throw new UsageError(
			`--sources names chats and times, which ${recipe} has no use for: leave it out.`,
		);
	return {format: 'alternating', sources, recipe, out};
}

/**
What is done where a conversation begins with the owner: a strictly alternating format has a nudge in front of it where
nothing is said.
@throws UsageError where the format forbids what is asked for
*/
export function openersOf(values: DatasetValues, target: Target) {
	const choices = ['keep', 'drop', 'nudge'] as const;
	if (target.format === 'openai')
		return oneOf('openers', values.openers, choices);
	const asked = target.recipe
		? `--recipe ${target.recipe}`
		: `--format ${target.format}`;
	if (values['separate-replies'] === true)
		throw new UsageError(
			`${asked} needs turns that alternate: leave out --separate-replies.`,
		);
	const openers = oneOf('openers', values.openers ?? 'nudge', choices);
	if (openers === 'keep')
		throw new UsageError(
			`${asked} needs conversations that somebody else begins: take --openers nudge or drop.`,
		);
	return openers;
}

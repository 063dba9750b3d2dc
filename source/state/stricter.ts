import {countsAt} from '../moderation/selection/table.ts';
import {categories} from '../moderation/types.ts';
import type {State} from '../state.ts';
import type {ModerationStep} from './moderation-step.ts';

/** A threshold that drops more, and how many messages more. */
export type Stricter = {threshold: number; drops: number};

const step = 0.05;

const least = 0.05;

/**
The next lower threshold, in steps of 0.05, that drops at least one message for what the file was refused for; where no
category is named, at least one message.
@returns null where none does
*/
function stricterThan(
	{table, threshold}: Pick<ModerationStep, 'table' | 'threshold'>,
	refusedFor: readonly string[],
): Stricter | null {
	if (!table) return null;
	const named = categories.flatMap((category, index) =>
		refusedFor.some(name => isSame(name, category)) ? [index] : [],
	);
	const keepsNow = countsAt(table, threshold).keeps;
	const first = Math.ceil(Math.round((threshold / step) * 1000) / 1000) - 1;
	for (let steps = first; steps * step >= least - 1e-9; steps--) {
		const lower = Math.round(steps * step * 100) / 100;
		const drops = keepsNow - countsAt(table, lower).keeps;
		const ofNamed = named.some(
			index =>
				countAbove(table.above[index], lower) >
				countAbove(table.above[index], threshold),
		);
		if (drops > 0 && (named.length === 0 || ofNamed))
			return {threshold: lower, drops};
	}
	return null;
}

/** What a stricter threshold would be after a refusal of the content; null where there is none, or the chats are not here. */
export function stricterNow(state: State): Stricter | null {
	const {training, moderation} = state;
	if (training?.cause !== 'content' || !training.plan || !moderation)
		return null;
	return stricterThan(moderation, training.categories);
}

/** Messages whose score in a category is above a threshold (`bars.ts`: by ten-thousandths). */
const countAbove = (
	above: Float64Array | undefined,
	threshold: number,
): number => above?.[Math.round(threshold * 10_000)] ?? 0;

/** 'hate' is also what a provider calls hate/threatening, and it may write hate_threatening. */
const isSame = (name: string, category: string): boolean =>
	category === name.replaceAll('_', '/') || category.startsWith(`${name}/`);

import {
	defaultSettings,
	defaultThreshold,
	type SelectionSettings,
} from '../moderation/selection/settings.ts';
import {type Category, categories} from '../moderation/types.ts';
import type {ModerationStep} from './moderation-step.ts';

/** The threshold and what goes with it, as it is remembered. */
export type Choices = {
	threshold: number;
	/** Categories that do not count. */
	off: readonly Category[];
	thresholds: Readonly<Partial<Record<Category, number>>>;
	flagged: SelectionSettings['flagged'];
};

/** Before anything was chosen. */
export const defaultChoices: Choices = {
	threshold: defaultThreshold,
	off: [],
	thresholds: {},
	flagged: 'ignore',
};

/** The choices as the selection takes them; nothing is decided by hand yet. */
export const settingsOf = ({
	off,
	thresholds,
	flagged,
}: Choices): SelectionSettings => ({
	...defaultSettings,
	categories: new Set(categories.filter(category => !off.includes(category))),
	thresholds: new Map(
		categories.flatMap(category => {
			const own = thresholds[category];
			return own === undefined ? [] : [[category, own] as const];
		}),
	),
	flagged,
});

/** What is remembered of the step. */
export const choicesOf = ({
	threshold,
	settings,
}: Pick<ModerationStep, 'threshold' | 'settings'>): Choices => ({
	threshold,
	off: categories.filter(category => !settings.categories.has(category)),
	thresholds: Object.fromEntries(settings.thresholds),
	flagged: settings.flagged,
});

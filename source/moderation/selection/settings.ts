import {type Category, categories} from '../types.ts';

/** What the owner says about a text by hand. */
export type Verdict = 'keep' | 'drop';

/** Everything that decides about a text besides the threshold. */
export type SelectionSettings = {
	/** The categories that count; a score in any other is ignored. */
	categories: ReadonlySet<Category>;
	/** Thresholds of their own for some categories; the slider moves the rest. */
	thresholds: ReadonlyMap<Category, number>;
	/** What becomes of a text that the scorer itself flagged, whatever its scores. */
	flagged: 'drop' | 'ignore';
	/** What becomes of a text without scores; it fails closed unless told otherwise. */
	unscored: 'drop' | 'keep';
	/** By text key; this wins over everything else. */
	byHand: ReadonlyMap<string, Verdict>;
};

/** The published experiment's second threshold, which kept enough and trained without a refusal. */
export const defaultThreshold = 0.6;

export const defaultSettings: SelectionSettings = {
	categories: new Set(categories),
	thresholds: new Map(),
	flagged: 'ignore',
	unscored: 'drop',
	byHand: new Map(),
};

/** Categories that OpenAI refuses training files for (reference: openai-api.md, section 2.5). */
const refusedFor: readonly Category[] = [
	'harassment/threatening',
	'hate',
	'hate/threatening',
	'illicit',
	'illicit/violent',
	'self-harm',
	'self-harm/intent',
	'self-harm/instructions',
	'sexual/minors',
	'violence',
];

export type Preset = {name: string; threshold: number} & Pick<
	SelectionSettings,
	'thresholds' | 'flagged'
>;

/** Stricter than OpenAI's own flag, which files have passed and yet been refused. */
export const strict: Preset = {
	name: 'strict',
	threshold: defaultThreshold,
	thresholds: new Map(refusedFor.map(category => [category, 0.5])),
	flagged: 'drop',
};

/** The published experiment's first and second threshold, and what is most likely to be taken for training. */
export const presets: readonly Preset[] = [
	{name: '0.80', threshold: 0.8, thresholds: new Map(), flagged: 'ignore'},
	{name: '0.60', threshold: 0.6, thresholds: new Map(), flagged: 'ignore'},
	strict,
];

/** The preset that is in force; undefined where something was changed by hand. */
export const presetOf = (
	threshold: number,
	{categories: on, thresholds, flagged}: SelectionSettings,
): Preset | undefined =>
	presets.find(
		preset =>
			preset.threshold === threshold &&
			preset.flagged === flagged &&
			on.size === categories.length &&
			preset.thresholds.size === thresholds.size &&
			[...preset.thresholds].every(
				([category, own]) => thresholds.get(category) === own,
			),
	);

/** Scores are kept to four decimals (`store/scores.ts`), so this many steps lose nothing. */
export const steps = 10_000;

/** A score as a whole number of ten-thousandths: with those, 0.15 × 20 is not more than 3. */
export const toStep = (score: number): number => Math.round(score * steps);

/** The most ten-thousandths that a threshold (0 to 1) keeps. */
export const toLine = (threshold: number): number =>
	Math.max(-1, Math.floor(threshold * steps + 1e-6));

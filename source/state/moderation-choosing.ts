import type {EditorAction} from '../components/editor.ts';
import {
	defaultSettings,
	type Preset,
	presetOf,
	presets,
	type SelectionSettings,
	type Verdict,
} from '../moderation/selection/settings.ts';
import {type Category, categories} from '../moderation/types.ts';
import {toggled} from './list.ts';
import type {ModerationStep} from './moderation-step.ts';
import {readThreshold, typing} from './threshold-typing.ts';

/** What was decided about texts by hand; null where a decision was taken back. */
export type Verdicts = ReadonlyMap<string, Verdict | null>;

/** What moves the threshold and what goes with it. */
export type ChoiceAction =
	/** Moves the threshold, or, on a category, its own. */
	| {type: 'moderation/turn'; by: number}
	| {type: 'moderation/set'; threshold: number}
	/** Switches the selected category on or off; gives it back to the slider. */
	| {type: 'moderation/switch'}
	| {type: 'moderation/release'}
	| {type: 'moderation/preset'; preset: Preset | 'next'}
	/** Texts without scores stay in, or out again. */
	| {type: 'moderation/unscored'}
	| {type: 'moderation/edit'; edit: EditorAction}
	| {type: 'moderation/typed'; takes: boolean};

const choices = new Set<string>([
	'moderation/turn',
	'moderation/set',
	'moderation/switch',
	'moderation/release',
	'moderation/preset',
	'moderation/unscored',
	'moderation/edit',
	'moderation/typed',
] satisfies ChoiceAction['type'][]);

export const isChoice = (action: {type: string}): action is ChoiceAction =>
	choices.has(action.type);

type Chosen = Pick<ModerationStep, 'threshold' | 'settings' | 'typed'>;

export function reduceChoice(
	step: ModerationStep,
	action: ChoiceAction,
): Chosen {
	const {threshold, settings, typed} = step;
	const chosen = {threshold, settings, typed};
	const category = selectedCategory(step);
	switch (action.type) {
		case 'moderation/turn': {
			const own = category && settings.thresholds.get(category);
			return put(chosen, category, (own ?? threshold) + action.by);
		}
		case 'moderation/set':
			return put(chosen, category, action.threshold);
		case 'moderation/switch':
			return category === null
				? chosen
				: withSettings(chosen, {
						categories: toggled(settings.categories, category),
					});
		case 'moderation/release': {
			if (category === null || !settings.thresholds.has(category))
				return chosen;
			const thresholds = new Map(settings.thresholds);
			thresholds.delete(category);
			return withSettings(chosen, {thresholds});
		}
		case 'moderation/preset':
			return preset(chosen, action.preset);
		case 'moderation/unscored':
			return withSettings(chosen, {
				unscored: settings.unscored === 'drop' ? 'keep' : 'drop',
			});
		case 'moderation/edit':
			return {...chosen, typed: typing(typed, action.edit)};
		case 'moderation/typed': {
			const value = action.takes ? readThreshold(typed ?? '') : null;
			const ended = {...chosen, typed: null};
			return value === null ? ended : put(ended, category, value);
		}
	}
}

/** The category that the cursor is on; null where it is on the slider, or elsewhere. */
const selectedCategory = ({
	view,
	cursor,
}: Pick<ModerationStep, 'view' | 'cursor'>): Category | null =>
	view === 'categories' ? (categories[cursor - 1] ?? null) : null;

const withSettings = (
	chosen: Chosen,
	part: Partial<SelectionSettings>,
): Chosen => ({...chosen, settings: {...chosen.settings, ...part}});

function put(chosen: Chosen, category: Category | null, to: number): Chosen {
	const threshold = hundredth(to);
	if (category === null) return {...chosen, threshold};
	const {thresholds} = chosen.settings;
	if (thresholds.get(category) === threshold) return chosen;
	return withSettings(chosen, {
		thresholds: new Map(thresholds).set(category, threshold),
	});
}

/** Thresholds are hundredths from 0 to 1: rounding keeps 0.1 + 0.2 from creeping in. */
const hundredth = (threshold: number): number =>
	Math.round(Math.min(Math.max(threshold, 0), 1) * 100) / 100;

/** A preset is whole: what was switched or set by category goes, what was decided by hand stays. */
function preset(chosen: Chosen, wanted: Preset | 'next'): Chosen {
	const now = presetOf(chosen.threshold, chosen.settings);
	const place = now ? (presets.indexOf(now) + 1) % presets.length : 0;
	const next = wanted === 'next' ? (presets[place] as Preset) : wanted;
	const {threshold, thresholds, flagged} = next;
	return {
		...withSettings(chosen, {
			categories: defaultSettings.categories,
			thresholds,
			flagged,
		}),
		threshold,
	};
}

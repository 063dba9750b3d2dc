import {
	defaultSettings,
	defaultThreshold,
	type SelectionSettings,
	strict,
} from '../moderation/selection/settings.ts';
import {type Category, categories, isCategory} from '../moderation/types.ts';
import {type DatasetValues, numberOf} from './dataset-values.ts';
import {UsageError} from './io.ts';

/**
What moderation drops: `--threshold`, `--strict` for the preset, and `--thresholds hate=0.3,sexual=off` for categories
on their own, which is said last and wins.
@throws UsageError with a sentence that names the flag
*/
export function selectionOf(values: DatasetValues): {
	threshold: number;
	selection: SelectionSettings;
} {
	const preset = values.strict === true ? strict : null;
	const own = numberOf(
		'threshold',
		values.threshold,
		preset?.threshold ?? defaultThreshold,
	);
	if (own < 0 || own > 1)
		throw new UsageError('--threshold takes a number from 0 to 1.');
	const on = new Set<Category>(categories);
	const thresholds = new Map(preset?.thresholds);
	for (const [category, value] of pairsOf(values.thresholds))
		if (value === 'off') on.delete(category);
		else thresholds.set(category, value);
	return {
		threshold: own,
		selection: {
			...defaultSettings,
			categories: on,
			thresholds,
			flagged: preset?.flagged ?? defaultSettings.flagged,
		},
	};
}

function pairsOf(value: DatasetValues[string]): [Category, number | 'off'][] {
	if (value === undefined) return [];
	return String(value)
		.split(',')
		.map(pair => {
			const [name = '', given = ''] = pair.split('=').map(part => part.trim());
			const threshold = /^(\d+\.?\d*|\.\d+)$/.test(given)
				? Number(given)
				: Number.NaN;
			if (!isCategory(name))
				throw new UsageError(
					`--thresholds knows no category "${name}". There are: ${categories.join(', ')}.`,
				);
			if (given === 'off') return [name, given];
			if (!(threshold >= 0 && threshold <= 1))
				throw new UsageError(
					`--thresholds takes CATEGORY=NUMBER from 0 to 1, or CATEGORY=off, with commas between them, and not "${pair.trim()}".`,
				);
			return [name, threshold];
		});
}

import type {Provider} from '../provider/types.ts';
import type {Hyperparameters} from '../store/types.ts';
import {
	automatic,
	ranges,
	readSetting,
	type Setting,
	settingsAt,
} from '../training/hyperparameters.ts';
import {moveCursor} from './list.ts';

/** Hyperparameters while they are set by hand: what was typed, right or wrong. */
export type SettingsStep = {
	fields: readonly Setting[];
	cursor: number;
	texts: Readonly<Record<Setting, string>>;
};

export type SettingsAction =
	| {type: 'settings/move'; by: number}
	/** To the next usual value. */
	| {type: 'settings/turn'; by: number}
	| {type: 'settings/type'; text: string}
	| {type: 'settings/erase'}
	| {type: 'settings/automatic'};

export function startSettings(
	chosen: Hyperparameters,
	provider: Provider,
): SettingsStep {
	const all = {...automatic, ...chosen};
	return {
		fields: settingsAt(provider),
		cursor: 0,
		texts: mapSettings(setting => String(all[setting])),
	};
}

export function reduceSettings(
	step: SettingsStep,
	action: SettingsAction,
): SettingsStep {
	const field = step.fields[step.cursor] as Setting;
	const text = step.texts[field];
	const write = (changed: string): SettingsStep => ({
		...step,
		texts: {...step.texts, [field]: changed},
	});
	switch (action.type) {
		case 'settings/move':
			return {
				...step,
				cursor: moveCursor(step.cursor, action.by, step.fields.length),
			};
		case 'settings/turn':
			return write(turned(field, text, action.by));
		case 'settings/type': {
			const typed = action.text.replaceAll(/[^\d.]/g, '');
			if (!typed) return step;
			return write(`${text === 'auto' ? '' : text}${typed}`.slice(0, 12));
		}
		case 'settings/erase':
			return write(text === 'auto' ? text : text.slice(0, -1) || 'auto');
		case 'settings/automatic':
			return write('auto');
	}
}

/** The next larger or smaller usual value; 'auto' lies below them all. */
function turned(setting: Setting, text: string, by: number): string {
	const {usual} = ranges[setting];
	const value = readSetting(setting, text);
	const at = typeof value === 'number' ? value : Number.NEGATIVE_INFINITY;
	if (by > 0) return String(usual.find(one => one > at) ?? usual.at(-1));
	return String(usual.findLast(one => one < at) ?? 'auto');
}

/** What is wrong with a field, in a sentence; null for nothing. */
export function settingProblem(
	{texts}: SettingsStep,
	field: Setting,
): string | null {
	return readSetting(field, texts[field]) === null
		? `“${texts[field]}” is not auto or ${ranges[field].words}`
		: null;
}

/** What was set; null where a field is wrong. */
export function settingsOf(step: SettingsStep): Hyperparameters | null {
	const values = mapSettings(field => readSetting(field, step.texts[field]));
	return Object.values(values).includes(null)
		? null
		: (values as Hyperparameters);
}

const mapSettings = <T>(
	value: (setting: Setting) => T,
): Record<Setting, T> => ({
	epochs: value('epochs'),
	batchSize: value('batchSize'),
	learningRateMultiplier: value('learningRateMultiplier'),
	seed: value('seed'),
	minutes: value('minutes'),
});

import {plural} from '../format.ts';
import type {Provider} from '../provider/types.ts';
import type {Hyperparameters} from '../store/types.ts';

export type Setting = keyof Required<Hyperparameters>;

type Range = {
	/** After 'auto or '. */
	words: string;
	has(value: number): boolean;
	/** What is offered first, in order. */
	usual: readonly number[];
};

const whole = (least: number, most: number, usual: number[]): Range => ({
	words: `a whole number, ${least} to ${most}`,
	has: value => Number.isInteger(value) && value >= least && value <= most,
	usual,
});

/** What each may be, besides 'auto' (reference: openai-api.md, section 2.1; minutes are the embedded engine's own). */
export const ranges: Readonly<Record<Setting, Range>> = {
	epochs: whole(1, 50, [1, 2, 3, 4, 5, 6, 8, 10, 15, 25, 50]),
	batchSize: whole(1, 256, [1, 2, 4, 8, 16, 32, 64, 128, 256]),
	learningRateMultiplier: {
		words: 'a number above 0',
		has: value => Number.isFinite(value) && value > 0,
		usual: [0.02, 0.05, 0.1, 0.2, 0.5, 1, 1.8, 2, 5, 10],
	},
	seed: whole(0, 2_147_483_647, [0, 1, 42]),
	minutes: {
		words: 'minutes, 0.1 to 1440 (0: no network)',
		has: value => value === 0 || (value >= 0.1 && value <= 1440),
		usual: [0, 1, 2, 5, 10, 20, 60],
	},
};

/** All left to the provider. */
export const automatic: Required<Hyperparameters> = {
	epochs: 'auto',
	batchSize: 'auto',
	learningRateMultiplier: 'auto',
	seed: 'auto',
	minutes: 'auto',
};

/**
What a provider can be told, in the order of the screen: minutes are the embedded engine's own, and a factor means nothing
where the rate itself is expected.
*/
export const settingsAt = ({name, quirks}: Provider): Setting[] => [
	...(name === 'local' ? ['minutes' as const] : []),
	'epochs',
	'batchSize',
	...(quirks.absoluteLearningRate ? [] : ['learningRateMultiplier' as const]),
	'seed',
];

/** The same as far as a provider can be told: nothing is shown as set that is not sent. */
export function fittingTo(
	chosen: Hyperparameters,
	provider: Provider,
): Hyperparameters {
	const known = settingsAt(provider);
	return Object.fromEntries(
		Object.entries(chosen).map(([setting, value]) => [
			setting,
			known.includes(setting as Setting) ? value : 'auto',
		]),
	) as Hyperparameters;
}

/** What a text says a setting shall be; null where it may not be that. An empty text is 'auto'. */
export function readSetting(
	setting: Setting,
	text: string,
): number | 'auto' | null {
	const said = text.trim().toLowerCase();
	if (said === '' || said === 'auto') return 'auto';
	const value = Number(said);
	return ranges[setting].has(value) ? value : null;
}

/** How long the embedded engine takes; null where that hangs on the epochs. */
export function timeHere({
	epochs,
	minutes = 'auto',
}: Pick<Hyperparameters, 'epochs' | 'minutes'>): string | null {
	if (minutes === 0) return 'seconds, without a network';
	if (minutes !== 'auto') return `up to ${plural(minutes, 'minute')}`;
	return epochs === 'auto' ? 'about a minute' : null;
}

import {
	findProvider,
	isProviderName,
	providerNames,
} from '../provider/providers.ts';
import type {ProviderName} from '../provider/types.ts';
import type {Hyperparameters} from '../store/types.ts';
import {
	ranges,
	readSetting,
	type Setting,
} from '../training/hyperparameters.ts';
import {UsageError} from './io.ts';

/** For `node:util`'s parseArgs. */
export const trainFlags = {
	validation: {type: 'string'},
	provider: {type: 'string'},
	'base-url': {type: 'string'},
	model: {type: 'string'},
	epochs: {type: 'string'},
	'batch-size': {type: 'string'},
	'learning-rate-multiplier': {type: 'string'},
	seed: {type: 'string'},
	minutes: {type: 'string'},
	prompted: {type: 'boolean'},
	suffix: {type: 'string'},
	name: {type: 'string'},
	json: {type: 'boolean'},
} as const;

export type TrainValues = {
	[Flag in keyof typeof trainFlags]?:
		| ((typeof trainFlags)[Flag]['type'] extends 'boolean' ? boolean : string)
		| undefined;
};

export type TrainOptions = {
	/** File of the held-out examples. */
	validation: string | null;
	/** Naming another provider than the embedded one is the consent to send the data set there. */
	provider: ProviderName;
	baseURL: string | null;
	/** Null for the provider's usual one. */
	model: string | null;
	hyperparameters: Hyperparameters;
	/** A twin without training: a chat model that is shown the nearest past exchanges. */
	prompted: boolean;
	suffix: string;
	/** What to call the twin; null for the data file's name. */
	name: string | null;
	json: boolean;
};

/** @throws UsageError with a sentence. The ranges are those of the screen (`training/hyperparameters.ts`). */
export function trainOptions(values: TrainValues): TrainOptions {
	const provider = values.provider ?? 'local';
	if (!isProviderName(provider))
		throw new UsageError(
			`There is no provider "${provider}": --provider takes ${providerNames.join(', ')}.`,
		);
	if (values.prompted && provider === 'local')
		throw new UsageError(
			'The embedded engine is trained, not prompted: name a provider of a chat model with --provider.',
		);
	if (values.minutes !== undefined && provider !== 'local')
		throw new UsageError(
			'--minutes is for the embedded engine: other providers know no such limit.',
		);
	if (
		!['auto', undefined].includes(values['learning-rate-multiplier']) &&
		findProvider(provider).quirks.absoluteLearningRate
	)
		throw new UsageError(
			`--learning-rate-multiplier means nothing to ${findProvider(provider).label}, which would take the factor for the rate itself: leave it out.`,
		);
	return {
		validation: values.validation ?? null,
		provider,
		baseURL: values['base-url'] ?? null,
		model: values.model ?? null,
		hyperparameters: {
			epochs: setting('epochs', values.epochs),
			batchSize: setting('batchSize', values['batch-size']),
			learningRateMultiplier: setting(
				'learningRateMultiplier',
				values['learning-rate-multiplier'],
			),
			seed: setting('seed', values.seed),
			minutes: setting('minutes', values.minutes),
		},
		prompted: values.prompted ?? false,
		suffix: values.suffix ?? '',
		name: values.name?.trim() || null,
		json: values.json ?? false,
	};
}

const flags: Readonly<Record<Setting, keyof TrainValues>> = {
	epochs: 'epochs',
	batchSize: 'batch-size',
	learningRateMultiplier: 'learning-rate-multiplier',
	seed: 'seed',
	minutes: 'minutes',
};

function setting(name: Setting, text = 'auto'): number | 'auto' {
	const value = text.trim() === '' ? null : readSetting(name, text);
	if (value !== null) return value;
	throw new UsageError(
		`--${flags[name]} takes "auto" or ${ranges[name].words}, and not "${text}".`,
	);
}

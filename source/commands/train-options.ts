import {isProviderName, providerNames} from '../provider/providers.ts';
import type {ProviderName} from '../provider/types.ts';
import type {Job} from '../store/types.ts';
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
	hyperparameters: Job['hyperparameters'];
	suffix: string;
	/** What to call the twin; null for the data file's name. */
	name: string | null;
	json: boolean;
};

/** @throws UsageError with a sentence. The ranges are OpenAI's (reference: openai-api.md, section 2.1). */
export function trainOptions(values: TrainValues): TrainOptions {
	const provider = values.provider ?? 'local';
	if (!isProviderName(provider))
		throw new UsageError(
			`There is no provider "${provider}": --provider takes ${providerNames.join(', ')}.`,
		);
	return {
		validation: values.validation ?? null,
		provider,
		baseURL: values['base-url'] ?? null,
		model: values.model ?? null,
		hyperparameters: {
			epochs: auto('--epochs', values.epochs, wholeUpTo(50)),
			batchSize: auto('--batch-size', values['batch-size'], wholeUpTo(256)),
			learningRateMultiplier: auto(
				'--learning-rate-multiplier',
				values['learning-rate-multiplier'],
				positive,
			),
		},
		suffix: values.suffix ?? '',
		name: values.name?.trim() || null,
		json: values.json ?? false,
	};
}

type Range = {words: string; has(value: number): boolean};

const wholeUpTo = (most: number): Range => ({
	words: `a whole number from 1 to ${most}`,
	has: value => Number.isInteger(value) && value >= 1 && value <= most,
});

const positive: Range = {
	words: 'a number above 0',
	has: value => Number.isFinite(value) && value > 0,
};

function auto(
	flag: string,
	text: string | undefined,
	range: Range,
): number | 'auto' {
	if (text === undefined || text === 'auto') return 'auto';
	const value = text.trim() === '' ? Number.NaN : Number(text);
	if (range.has(value)) return value;
	throw new UsageError(
		`${flag} takes "auto" or ${range.words}, and not "${text}".`,
	);
}

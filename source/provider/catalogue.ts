import {trainingPrice} from '../dataset/prices.ts';
import type {ProviderName} from './types.ts';

/** What is known beforehand of a model. Prices are US dollars per million tokens, null where none is known. */
export type KnownModel = {
	model: string;
	/** Of training; null also where the model cannot be trained. */
	training: number | null;
	canTrain: boolean;
	/** Of what a reply's prompt and its words cost, for the model itself, trained on it or not. */
	chat: {input: number; output: number} | null;
	/** 'YYYY-MM-DD' from which on it cannot be trained any more; null where none is known. */
	trainsUntil: string | null;
	/** 'YYYY-MM-DD' on which it, and whatever was trained on it, stops to answer; null where none is known. */
	shutdown: string | null;
};

/** When the dates below were looked up. */
export const datesAsOf = '2026-11';

/** [model, price of input, price of output, trains until, shuts down] of models that can be trained (reference: openai-api.md, sections 1.1, 2.7, 4.2); what a provider tells at run time goes before them. */
type Row = [
	model: string,
	input: number | null,
	output: number | null,
	trainsUntil: string | null,
	shutdown: string | null,
];

const trainable: Readonly<Record<ProviderName, readonly Row[]>> = {
	local: [['twin-base', 0, 0, null, null]],
	openai: [
		['gpt-4o-mini-2024-07-18', 0.3, 1.2, '2027-01-06', '2027-01-14'],
		['gpt-4.1-mini-2025-04-14', 0.8, 3.2, '2027-01-06', '2027-01-14'],
		['gpt-4.1-2025-04-14', 3, 12, '2027-01-06', '2027-01-14'],
		['gpt-4o-2024-08-06', 3.75, 15, '2027-01-06', '2027-01-14'],
	],
	azure: [
		['gpt-4.1-mini-2025-04-14', null, null, '2027-04-14', '2027-10-14'],
		['gpt-4.1-2025-04-14', null, null, '2027-04-14', '2027-10-14'],
		['gpt-4o-mini-2024-07-18', null, null, '2027-04-01', '2027-10-01'],
	],
	nebius: [['meta-llama/Meta-Llama-3.1-8B-Instruct', null, null, null, null]],
	custom: [],
};

const chatOnly: Partial<Record<ProviderName, readonly Row[]>> = {
	openai: [['gpt-6-luna', 0.1, 0.5, null, null]],
};

/** Training at Nebius, below 20 billion parameters (reference: openai-api.md, section 4.1). */
const nebiusTraining = 0.4;

/** The models that are known of a provider: those that can be trained first, the usual one of all at the front. */
export function knownModels(provider: ProviderName): KnownModel[] {
	const toModel =
		(canTrain: boolean) =>
		([model, input, output, trainsUntil, shutdown]: Row): KnownModel => ({
			model,
			canTrain,
			training: canTrain ? trainingPriceAt(provider, model) : null,
			chat: input === null || output === null ? null : {input, output},
			trainsUntil,
			shutdown,
		});
	return [
		...trainable[provider].map(toModel(true)),
		...(chatOnly[provider] ?? []).map(toModel(false)),
	];
}

/** What is known of one model, a fine-tuned one going by what it was trained on; null for nothing. */
export function knownModel(
	provider: ProviderName,
	model: string,
): KnownModel | null {
	const base = model.replace(/^ft:([^:]+):.*$/, '$1');
	return knownModels(provider).find(known => known.model === base) ?? null;
}

/** Dollars per million tokens; null where it is not known. */
export function trainingPriceAt(
	provider: ProviderName,
	model: string,
): number | null {
	if (provider === 'local') return 0;
	if (provider === 'nebius') return nebiusTraining;
	return provider === 'openai' ? trainingPrice(model) : null;
}

/** Tokens of a prompt with past exchanges, and of a reply: what a message to a prompted twin comes to, roughly. */
const perReply = {input: 3000, output: 40};

/** Dollars that a reply of a prompted twin costs, roughly; null where the prices are not known. */
export const pricePerReply = ({
	chat,
}: Pick<KnownModel, 'chat'>): number | null =>
	chat &&
	(perReply.input * chat.input + perReply.output * chat.output) / 1_000_000;

/** Whole days from one day to another, both 'YYYY-MM-DD'; negative where it is over. */
export const daysBetween = (from: string, to: string): number =>
	Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

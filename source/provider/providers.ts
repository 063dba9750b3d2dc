import {fewestExamples} from '../dataset/readiness.ts';
import {quirks} from './quirks.ts';
import type {Provider, ProviderName} from './types.ts';

/** Every provider, the default one first. */
export const providers: readonly Provider[] = [
	{
		name: 'local',
		label: 'Embedded (this machine)',
		baseURL: null,
		baseURLVariable: null,
		keyVariable: null,
		keyOptional: true,
		can: {moderate: true, train: true, chat: true},
		models: {
			// With the version of its lists: scores are kept under this name.
			moderation: 'local-lexicon-2',
			training: 'twin-base',
			chat: null,
		},
		fewestExamples,
		quirks: quirks.local,
	},
	{
		name: 'openai',
		label: 'OpenAI',
		baseURL: 'https://api.openai.com/v1',
		baseURLVariable: null,
		keyVariable: 'OPENAI_API_KEY',
		keyOptional: false,
		can: {moderate: true, train: true, chat: true},
		models: {
			moderation: 'omni-moderation-latest',
			training: 'gpt-4o-mini-2024-07-18',
			chat: 'gpt-6-luna',
		},
		fewestExamples,
		quirks: quirks.openai,
	},
	{
		name: 'azure',
		label: 'Azure',
		baseURL: null,
		baseURLVariable: 'AZURE_OPENAI_ENDPOINT',
		keyVariable: 'AZURE_OPENAI_API_KEY',
		keyOptional: false,
		can: {moderate: false, train: true, chat: true},
		models: {
			moderation: null,
			training: 'gpt-4.1-mini-2025-04-14',
			chat: null,
		},
		fewestExamples,
		quirks: quirks.azure,
	},
	{
		name: 'nebius',
		label: 'Nebius',
		baseURL: 'https://api.tokenfactory.nebius.com/v1/',
		baseURLVariable: null,
		keyVariable: 'NEBIUS_API_KEY',
		keyOptional: false,
		can: {moderate: false, train: true, chat: true},
		models: {
			moderation: null,
			training: 'meta-llama/Meta-Llama-3.1-8B-Instruct',
			chat: 'meta-llama/Meta-Llama-3.1-8B-Instruct',
		},
		fewestExamples: 1,
		quirks: quirks.nebius,
	},
	{
		name: 'custom',
		label: 'Custom server',
		baseURL: null,
		baseURLVariable: 'CUSTOM_BASE_URL',
		keyVariable: 'CUSTOM_API_KEY',
		keyOptional: true,
		can: {moderate: true, train: true, chat: true},
		// Gateways name it as OpenAI does; a server that does not moderate says so when it is asked.
		models: {
			moderation: 'omni-moderation-latest',
			training: null,
			chat: null,
		},
		fewestExamples: 1,
		quirks: quirks.custom,
	},
];

export const providerNames: readonly ProviderName[] = providers.map(
	({name}) => name,
);

export const isProviderName = (name: string): name is ProviderName =>
	providerNames.some(known => known === name);

/** @throws Error with a sentence that names the known ones. */
export function findProvider(name: string): Provider {
	const found = providers.find(provider => provider.name === name);
	if (found) return found;
	throw new Error(
		`There is no provider "${name}". Known are: ${providerNames.join(', ')}.`,
	);
}

/** What a provider's moderation scores are kept under: another provider's model may have the same name. */
export const scorerOf = ({name, models, baseURL}: Provider): string =>
	name === 'custom'
		? `${name}-${new URL(baseURL ?? 'http://unknown').host}-${models.moderation}`
		: `${name}-${models.moderation}`;

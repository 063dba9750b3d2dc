import process from 'node:process';
import {providers} from './providers.ts';
import type {Provider, ProviderName} from './types.ts';

/** Providers that can train and have what they need in the environment, the embedded one first; nobody is asked. */
export function readyProviders(
	environment: NodeJS.ProcessEnv = process.env,
): ProviderName[] {
	return providers
		.filter(provider => provider.can.train && isReady(provider, environment))
		.map(({name}) => name);
}

function isReady(
	{keyVariable, keyOptional, baseURLVariable}: Provider,
	environment: NodeJS.ProcessEnv,
): boolean {
	const isSet = (variable: string | null) =>
		variable === null || Boolean(environment[variable]?.trim());
	return (keyOptional || isSet(keyVariable)) && isSet(baseURLVariable);
}

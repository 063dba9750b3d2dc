import {hideSecret} from '../store/log.ts';
import {providers} from './providers.ts';
import type {Provider, ProviderName} from './types.ts';

/** Keys and base URLs that the owner typed, under the names of the environment variables that they stand in for. */
export type Access = Readonly<Record<string, string>>;

/** Every variable that a provider's key or base URL is looked for in. */
export const accessVariables: readonly string[] = providers.flatMap(
	({keyVariable, baseURLVariable}) =>
		[keyVariable, baseURLVariable].filter(name => name !== null),
);

/** The environment with what was typed where it says nothing itself; from here on no key of either is shown or logged. */
export function withAccess(
	environment: NodeJS.ProcessEnv,
	access: Access,
): NodeJS.ProcessEnv {
	const filled = {...environment};
	for (const name of accessVariables) {
		const value = environment[name]?.trim() || access[name]?.trim();
		if (value) filled[name] = value;
	}
	for (const {keyVariable} of providers)
		if (keyVariable) hideSecret(filled[keyVariable]);
	return filled;
}

/** What a provider still needs before it can be asked: the first thing that is missing; null where it is ready. */
export function missing(
	{name, baseURL, baseURLVariable, keyVariable, keyOptional}: Provider,
	environment: NodeJS.ProcessEnv,
): {what: 'key' | 'base URL'; variable: string} | null {
	if (name !== 'local' && !baseURL && baseURLVariable)
		if (!environment[baseURLVariable]?.trim())
			return {what: 'base URL', variable: baseURLVariable};
	if (!keyOptional && keyVariable && !environment[keyVariable]?.trim())
		return {what: 'key', variable: keyVariable};
	return null;
}

/** Providers that can train right now: those whose key, where they need one, and base URL are known. */
export const readyProviders = (
	environment: NodeJS.ProcessEnv,
): ProviderName[] =>
	providers
		.filter(
			provider => provider.can.train && missing(provider, environment) === null,
		)
		.map(({name}) => name);

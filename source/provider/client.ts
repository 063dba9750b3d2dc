import path from 'node:path';
import process from 'node:process';
import type {OpenAI} from 'openai';
import type {Home} from '../store/home.ts';
import {limitedFetch} from './limited.ts';
import {findProvider} from './providers.ts';
import type {Provider, ProviderName} from './types.ts';
import {tellUploads} from './uploads.ts';

/** A provider that can be asked. `close` ends what the embedded one has running; it is to be called in any case. */
export type Connection = {
	/** With the base URL that is in force. */
	provider: Provider;
	client: OpenAI;
	close(): Promise<void>;
};

export type ConnectOptions = {
	home: Home;
	/** For providers whose base URL the owner has to say. */
	baseURL?: string | null | undefined;
	/** Instead of the key in the provider's variable. */
	key?: string | undefined;
	environment?: NodeJS.ProcessEnv;
};

const minute = 60_000;

/**
A client for a provider. The package and the embedded provider are loaded only now, so that what needs neither starts fast.
@throws Error with a sentence where a key or a base URL is missing.
*/
export async function connect(
	name: ProviderName,
	options: ConnectOptions,
): Promise<Connection> {
	return name === 'local'
		? connectLocal(options)
		: connectRemote(name, options);
}

async function connectLocal({
	home,
	environment,
}: ConnectOptions): Promise<Connection> {
	const {createLocalFetch} = await import('../local/fetch.ts');
	const local = createLocalFetch({
		folder: path.join(home.data, 'local'),
		minutes: minutesOf(environment ?? process.env),
	});
	const client = await makeClient({
		apiKey: 'local',
		baseURL: 'http://twin.invalid/v1',
		fetch: local.fetch,
		// Nothing gets lost on the way to the same process: a failure is one.
		maxRetries: 0,
		timeout: 10 * minute,
	});
	return {provider: findProvider('local'), client, close: () => local.close()};
}

/** Where a training names no time budget for the network: TWIN_TUI_MINUTES, else automatic. */
function minutesOf(environment: NodeJS.ProcessEnv): number | null {
	const minutes = Number(environment.TWIN_TUI_MINUTES || Number.NaN);
	return minutes >= 0 ? minutes : null;
}

async function connectRemote(
	name: ProviderName,
	options: ConnectOptions,
): Promise<Connection> {
	const environment = options.environment ?? process.env;
	const known = findProvider(name);
	const provider = {...known, baseURL: baseURLOf(known, options, environment)};
	const client = await makeClient({
		apiKey: keyOf(provider, options, environment),
		baseURL: provider.baseURL,
		fetch: tellUploads(limitedFetch(globalThis.fetch)),
		maxRetries: 2,
		timeout: minute,
		// These two belong to OpenAI accounts, and the package would send them anywhere.
		...(name === 'openai' ? {} : {organization: null, project: null}),
	});
	return {provider, client, async close() {}};
}

async function makeClient(options: ConstructorParameters<typeof OpenAI>[0]) {
	const {OpenAI} = await import('openai');
	// The package would write to the console, which is the screen.
	return new OpenAI({...options, logLevel: 'off'});
}

function keyOf(
	{label, keyVariable, keyOptional}: Provider,
	{key}: ConnectOptions,
	environment: NodeJS.ProcessEnv,
): string {
	const found = key || (keyVariable && environment[keyVariable]?.trim());
	if (found) return found;
	// The package insists on a key; servers that need none ignore it.
	if (keyOptional) return 'none';
	throw new Error(
		`${label} needs a key: put it in the environment variable ${keyVariable} and start again.`,
	);
}

function baseURLOf(
	{name, label, baseURL, baseURLVariable}: Provider,
	options: ConnectOptions,
	environment: NodeJS.ProcessEnv,
): string {
	const found =
		options.baseURL ||
		(baseURLVariable && environment[baseURLVariable]?.trim()) ||
		baseURL;
	if (!found)
		throw new Error(
			`${label} needs a base URL: put it in the environment variable ${baseURLVariable} (for example ${name === 'azure' ? 'https://NAME.openai.azure.com' : 'http://127.0.0.1:11434/v1'}).`,
		);
	if (!/^https?:\/\//i.test(found) || !URL.canParse(found))
		throw new Error(
			`"${found}" is no base URL for ${label}: it begins with https:// or http://.`,
		);
	return name === 'azure' ? azureBaseURL(found) : found;
}

/** Azure names the resource only; the protocol's newest version is under `/openai/v1/` there. */
const azureBaseURL = (url: string): string =>
	url.includes('/openai/') ? url : `${url.replace(/\/+$/, '')}/openai/v1/`;

import {describe, expect, test} from 'vitest';
import {readyProviders} from '../../source/provider/access.ts';
import {connect} from '../../source/provider/client.ts';
import {findProvider, providers} from '../../source/provider/providers.ts';
import type {ProviderName} from '../../source/provider/types.ts';

const home = {settings: '/nowhere', data: '/nowhere', log: '/nowhere'};

describe('connections', () => {
	test.each<{
		name: ProviderName;
		environment: NodeJS.ProcessEnv;
		baseURL?: string;
		at: string;
		key: string;
	}>([
		{
			name: 'openai',
			environment: {OPENAI_API_KEY: ' sk-1 '},
			at: 'https://api.openai.com/v1',
			key: 'sk-1',
		},
		{
			name: 'nebius',
			environment: {NEBIUS_API_KEY: 'n'},
			at: 'https://api.tokenfactory.nebius.com/v1/',
			key: 'n',
		},
		{
			name: 'azure',
			environment: {
				AZURE_OPENAI_API_KEY: 'a',
				AZURE_OPENAI_ENDPOINT: 'https://me.openai.azure.com/',
			},
			at: 'https://me.openai.azure.com/openai/v1/',
			key: 'a',
		},
		{
			name: 'azure',
			environment: {AZURE_OPENAI_API_KEY: 'a'},
			baseURL: 'https://me.openai.azure.com/openai/v1/',
			at: 'https://me.openai.azure.com/openai/v1/',
			key: 'a',
		},
		{
			name: 'custom',
			environment: {
				CUSTOM_BASE_URL: 'http://127.0.0.1:11434/v1',
				OPENAI_API_KEY: 'sk-1',
			},
			at: 'http://127.0.0.1:11434/v1',
			key: 'none',
		},
		{
			name: 'custom',
			environment: {CUSTOM_BASE_URL: 'http://a/v1', CUSTOM_API_KEY: 'c'},
			baseURL: 'http://b/v1',
			at: 'http://b/v1',
			key: 'c',
		},
	])('$name at $at', async ({name, environment, baseURL, at, key}) => {
		const {client, provider, close} = await connect(name, {
			home,
			baseURL,
			environment,
		});
		expect(client.baseURL).toBe(at);
		expect(provider.baseURL).toBe(at);
		expect(client.apiKey).toBe(key);
		await close();
	});

	test.each<{name: ProviderName; environment: NodeJS.ProcessEnv; says: RegExp}>(
		[
			{
				name: 'openai',
				environment: {},
				says: /OpenAI needs a key.*OPENAI_API_KEY/,
			},
			{
				name: 'nebius',
				environment: {OPENAI_API_KEY: 'sk-1'},
				says: /NEBIUS_API_KEY/,
			},
			{
				name: 'azure',
				environment: {AZURE_OPENAI_API_KEY: 'a'},
				says: /base URL.*AZURE_OPENAI_ENDPOINT/,
			},
			{name: 'custom', environment: {}, says: /base URL.*CUSTOM_BASE_URL/},
			{
				name: 'custom',
				environment: {CUSTOM_BASE_URL: 'localhost:11434'},
				says: /"localhost:11434" is no base URL/,
			},
		],
	)('$name without what it needs: $says', async ({name, environment, says}) => {
		await expect(connect(name, {home, environment})).rejects.toThrow(says);
	});

	test('an organisation of OpenAI is named to nobody else', async () => {
		process.env.OPENAI_ORG_ID = 'org-1';
		const {client} = await connect('nebius', {
			home,
			environment: {NEBIUS_API_KEY: 'n'},
		});
		expect(client.organization).toBeNull();
		delete process.env.OPENAI_ORG_ID;
	});
});

test('ready is what can train at once', () => {
	expect(readyProviders({})).toEqual(['local']);
	expect(
		readyProviders({
			OPENAI_API_KEY: 'a',
			AZURE_OPENAI_API_KEY: 'b',
			CUSTOM_BASE_URL: 'c',
		}),
	).toEqual(['local', 'openai', 'custom']);
});

test('a provider is found by its name, or the known ones are named', () => {
	for (const provider of providers)
		expect(findProvider(provider.name)).toBe(provider);
	expect(() => findProvider('gemini')).toThrow(
		/"gemini".*local, openai, azure, nebius, custom/,
	);
});

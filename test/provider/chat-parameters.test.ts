import {expect, test} from 'vitest';
import {
	chatParameters,
	createChat,
} from '../../source/provider/chat-parameters.ts';
import {findProvider} from '../../source/provider/providers.ts';
import type {ProviderName} from '../../source/provider/types.ts';
import {createFaultProvider} from '../helpers/fault-provider.ts';
import {badKey, refuse, unsupported} from '../helpers/faults.ts';

const parametersFor = (name: ProviderName, model: string) =>
	chatParameters({
		provider: findProvider(name),
		model,
		messages: [{role: 'user', content: 'hey'}],
		sampling: {temperature: 0.75, topP: 0.15},
		maxTokens: 500,
	});

const sampling = {temperature: 0.75, top_p: 0.15};

test.each<{name: ProviderName; model: string; expected: object}>([
	{
		name: 'local',
		model: 'ft:twin-base:local:mia:1',
		expected: {...sampling, max_completion_tokens: 500},
	},
	{
		name: 'openai',
		model: 'ft:gpt-4o-mini-2024-07-18:org:mia:1',
		expected: {...sampling, max_completion_tokens: 500},
	},
	{
		name: 'openai',
		model: 'gpt-6-luna',
		expected: {
			...sampling,
			max_completion_tokens: 500,
			reasoning_effort: 'none',
		},
	},
	{name: 'openai', model: 'gpt-6.1-sol', expected: {}},
	{name: 'openai', model: 'o4-mini', expected: {}},
	{name: 'custom', model: 'gpt-5', expected: {...sampling, max_tokens: 500}},
	{
		name: 'nebius',
		model: 'meta-llama/Meta-Llama-3.1-8B-Instruct',
		expected: {...sampling, max_tokens: 500},
	},
])('$model at $name', ({name, model, expected}) => {
	const {messages, model: asked, stream, ...rest} = parametersFor(name, model);
	expect(rest).toEqual(expected);
	expect({messages, asked, stream}).toMatchObject({asked: model, stream: true});
});

test('what a model does not take is left out, and remembered for that model', async () => {
	const provider = createFaultProvider();
	const route = 'POST /chat/completions';
	const connection = provider.connection();
	provider.fault(route, unsupported('temperature'), unsupported('top_p'));
	await createChat(connection, parametersFor('openai', 'new-model'), {});
	await createChat(connection, parametersFor('openai', 'new-model'), {});
	await createChat(connection, parametersFor('openai', 'other-model'), {});
	expect(provider.requests.filter(request => request === route)).toHaveLength(
		5,
	);
	const [first, second, other] = provider.bodies;
	for (const body of [first, second]) {
		expect(body).not.toHaveProperty('temperature');
		expect(body).not.toHaveProperty('top_p');
		expect(body).toMatchObject({max_completion_tokens: 500});
	}
	expect(other).toMatchObject(sampling);
});

test('a limit of tokens goes under its other name, then not at all', async () => {
	const provider = createFaultProvider();
	const connection = provider.connection('custom');
	const parameters = parametersFor('custom', 'm');
	provider.fault('POST /chat/completions', unsupported('max_tokens'));
	await createChat(connection, parameters, {});
	expect(provider.bodies[0]).toMatchObject({max_completion_tokens: 500});
	expect(provider.bodies[0]).not.toHaveProperty('max_tokens');
	provider.fault(
		'POST /chat/completions',
		unsupported('max_completion_tokens'),
	);
	await createChat(connection, parameters, {});
	expect(provider.bodies[1]).not.toHaveProperty('max_completion_tokens');
	expect(provider.bodies[1]).not.toHaveProperty('max_tokens');
});

test.each([
	['another error', badKey],
	['a parameter that is needed', unsupported('messages')],
	[
		'another status',
		refuse(422, {message: 'No.', code: 'unsupported_value', param: 'top_p'}),
	],
])('%s is thrown at once', async (_, fault) => {
	const provider = createFaultProvider();
	provider.fault('POST /chat/completions', fault);
	await expect(
		createChat(provider.connection(), parametersFor('openai', 'm'), {}),
	).rejects.toThrow();
	expect(provider.requests).toHaveLength(1);
});

import fc from 'fast-check';
import {OpenAI} from 'openai';
import {expect, onTestFinished, test} from 'vitest';
import {createLocalApp} from '../../source/local/app.ts';
import {explain, isPassing} from '../../source/provider/errors.ts';
import {findProvider} from '../../source/provider/providers.ts';
import {InterruptedReply, talk} from '../../source/twin/talk.ts';
import {runs, temporaryFolder, valuesNamed} from './runs.ts';

const names = [
	'model',
	'twin-base',
	'messages',
	'role',
	'user',
	'assistant',
	'content',
	'input',
	'stream',
	'stream_options',
	'include_usage',
	'temperature',
	'top_p',
	'max_tokens',
	'stop',
	'seed',
	'n',
	'training_file',
	'validation_file',
	'file-abc',
	'hyperparameters',
	'n_epochs',
	'auto',
	'suffix',
	'method',
	'supervised',
	'metadata',
	'recall',
	'partner',
	'minutes',
];

const paths = fc
	.tuple(
		fc.constantFrom(
			'/v1/models',
			'/v1/moderations',
			'/v1/files',
			'/v1/fine_tuning/jobs',
			'/v1/chat/completions',
			'/v1',
			'/',
		),
		fc.constantFrom(
			'',
			'/x',
			'/file-abc',
			'/file-abc/content',
			'/ftjob-abc',
			'/ftjob-abc/events',
			'/ftjob-abc/cancel',
			'/twin-base',
			'/..%2f..%2fetc%2fpasswd',
			'/%00',
			'/ft:twin-base:local:x:y',
		),
		fc.constantFrom(
			'',
			'?limit=-1',
			'?limit=1e9&after=x',
			'?metadata[job]=',
			'?%',
		),
	)
	.map(parts => parts.join(''));

const bodies = fc.oneof(
	{
		weight: 5,
		arbitrary: valuesNamed(names).map(value => JSON.stringify(value)),
	},
	fc
		.record(
			{
				model: fc.constantFrom('twin-base', 'x', 7),
				messages: fc.array(
					fc.record({
						role: fc.constantFrom('user', 'assistant', 'system', 'tool', 3),
						content: fc.oneof(fc.string(), valuesNamed(names)),
					}),
					{maxLength: 3},
				),
				input: valuesNamed(names),
				stream: fc.boolean(),
				max_tokens: fc.constantFrom(1, 5, -1, 1.5, null),
				temperature: fc.constantFrom(0, 1, 3, 'x'),
			},
			{requiredKeys: []},
		)
		.map(value => JSON.stringify(value)),
	fc.string({maxLength: 20}),
);

test('the embedded provider answers any request with what the protocol knows, never with a fault of its own', async () => {
	const {app, close} = createLocalApp({
		folder: await temporaryFolder(),
		// biome-ignore lint/correctness/useYield: nothing that is asked for here gets so far.
		async *train() {
			throw new Error('Nothing is trained here.');
		},
	});
	onTestFinished(() => close());
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom('GET', 'POST', 'DELETE', 'PUT'),
			paths,
			bodies,
			fc.constantFrom(
				'application/json',
				'text/plain',
				'multipart/form-data; boundary=x',
				'',
			),
			async (method, path, body, type) => {
				const response = await app.fetch(
					new Request(`http://twin.invalid${path}`, {
						method,
						...(method === 'GET'
							? {}
							: {body, headers: type ? {'content-type': type} : {}}),
					}),
				);
				const text = await response.text();
				expect(
					response.status,
					`${method} ${path} ${body}\n${text}`,
				).toBeLessThan(500);
				if (!response.ok) {
					const {error} = JSON.parse(text);
					expect(typeof error.message).toBe('string');
					expect(error.message).not.toMatch(/\n\s+at |undefined|\[object/);
				}
			},
		),
		{numRuns: runs},
	);
});

const events = fc
	.array(
		fc.oneof(
			{
				weight: 4,
				arbitrary: valuesNamed([
					'choices',
					'delta',
					'content',
					'finish_reason',
					'error',
					'message',
					'index',
					'stop',
				]).map(value => `data: ${JSON.stringify(value)}\n\n`),
			},
			fc.constantFrom(
				'data: {"choices":[{"index":0,"delta":{"content":"hi"}}]}\n\n',
				'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n',
				'data: [DONE]\n\n',
				'event: error\n',
				'data: ',
				'\r\n',
				': x\n\n',
				'\u0000',
			),
			fc.string({unit: 'binary', maxLength: 10}),
		),
		{maxLength: 6},
	)
	.map(parts => parts.join(''));

test('whatever a provider answers to a chat is a text, or a reply that broke off with a sentence', async () => {
	const provider = {
		...findProvider('custom'),
		baseURL: 'http://provider.invalid/v1',
	};
	let answer: () => Response = () => new Response('');
	const client = new OpenAI({
		apiKey: 'canary-key',
		baseURL: provider.baseURL,
		fetch: async () => answer(),
		maxRetries: 0,
		logLevel: 'off',
	});
	const twin = {
		model: 'm',
		systemPrompt: '',
		sampling: {temperature: 1, topP: 1},
	};
	const history = [{role: 'user' as const, content: 'hi'}];
	const {signal} = new AbortController();
	await fc.assert(
		fc.asyncProperty(
			events,
			fc.constantFrom(200, 200, 200, 400, 401, 404, 429, 500),
			fc.constantFrom('text/event-stream', 'application/json', 'text/html'),
			async (body, status, type) => {
				answer = () =>
					new Response(body, {status, headers: {'content-type': type}});
				try {
					for await (const event of talk(
						{connection: {client, provider}, twin, history},
						signal,
					))
						expect(typeof event.text).toBe('string');
				} catch (error) {
					expect(error).toBeInstanceOf(InterruptedReply);
					const {message} = error as Error;
					expect(message).not.toMatch(/ {4}at |canary|\[object/);
					expect(message.trim()).not.toBe('');
				}
			},
		),
		{numRuns: runs},
	);
});

test('whatever is thrown has a sentence', () => {
	const provider = findProvider('openai');
	fc.assert(
		fc.property(
			valuesNamed([
				'message',
				'status',
				'code',
				'error',
				'cause',
				'headers',
				'name',
				'param',
				'requestID',
			]),
			thrown => {
				expect(explain(thrown, provider).trim()).not.toBe('');
				expect(typeof isPassing(thrown, provider)).toBe('boolean');
			},
		),
		{numRuns: runs},
	);
});

import {describe, expect, test} from 'vitest';
import {explain, isPassing} from '../../source/provider/errors.ts';
import {findProvider} from '../../source/provider/providers.ts';
import {createFaultProvider} from '../helpers/fault-provider.ts';
import {
	badKey,
	broken,
	type Fault,
	html,
	noQuota,
	refuse,
	tooFast,
	trainingNotAvailable,
} from '../helpers/faults.ts';
import {thrownFor} from './thrown.ts';

const openai = findProvider('openai');

describe('sentences', () => {
	test.each<{
		name: string;
		fault: Fault;
		says: RegExp;
		passes: boolean;
		timeout?: number;
	}>([
		{
			name: 'no network',
			fault: 'network',
			says: /^OpenAI at api\.openai\.com cannot be reached: check the internet/,
			passes: true,
		},
		{
			name: 'time-out',
			fault: 'hang',
			timeout: 1,
			says: /did not answer in time/,
			passes: true,
		},
		{
			name: '401',
			fault: badKey,
			says: /does not accept the key.*OPENAI_API_KEY/,
			passes: false,
		},
		{
			name: '403 training_not_available',
			fault: trainingNotAvailable,
			says: /no longer lets this organisation train.*local, nebius or azure/,
			passes: false,
		},
		{
			name: '403',
			fault: refuse(403, {message: 'Missing scopes: model.read', code: null}),
			says: /Missing scopes: model\.read.*permissions/,
			passes: false,
		},
		{
			name: '404 model',
			fault: refuse(404, {
				message: 'The model `gpt` does not exist',
				code: 'model_not_found',
			}),
			says: /does not have that model.*choose another/,
			passes: false,
		},
		{
			name: '404',
			fault: refuse(404, {message: 'Not Found', code: null}),
			says: /base URL/,
			passes: false,
		},
		{
			name: '404 page',
			fault: html(404),
			says: /web page \(404\).*base URL/,
			passes: false,
		},
		{
			name: '429 rate',
			fault: tooFast('7'),
			says: /limits how often.*7 seconds/,
			passes: true,
		},
		{
			name: '429 quota',
			fault: noQuota,
			says: /no credit left.*billing/,
			passes: false,
		},
		{
			name: '500',
			fault: broken,
			says: /problem of its own \(500\)/,
			passes: true,
		},
		{
			name: '502 page',
			fault: html(502),
			says: /problem of its own \(502\)/,
			passes: true,
		},
		{
			name: '400',
			fault: refuse(400, {message: 'Invalid n_epochs', code: 'invalid_value'}),
			says: /^OpenAI refused the request: Invalid n_epochs\.$/,
			passes: false,
		},
		{
			name: 'a full disk behind the protocol',
			fault: refuse(507, {message: 'The disk is full.', code: 'disk_full'}),
			says: /^The disk is full: free some space/,
			passes: false,
		},
		{
			name: 'a home that cannot be written to',
			fault: refuse(507, {message: 'No.', code: 'not_writable'}),
			says: /^The home of twin-tui may not be written to: .*TWIN_TUI_HOME/,
			passes: false,
		},
	])('$name', async ({fault, says, passes, timeout}) => {
		const error = await thrownFor(fault, timeout);
		const sentence = explain(error, openai);
		expect(sentence).toMatch(says);
		expect(sentence).toMatch(/[.]$/);
		expect(sentence).not.toMatch(/[<>]|sk-|undefined|null|\n/);
		expect(isPassing(error, openai)).toBe(passes);
	});

	test('a server that is not running', () => {
		const refused = Object.assign(new Error('connect ECONNREFUSED ::1:11434'), {
			code: 'ECONNREFUSED',
		});
		const error = new TypeError('fetch failed', {
			cause: new AggregateError([refused]),
		});
		const provider = {
			...findProvider('custom'),
			baseURL: 'http://localhost:11434/v1',
		};
		expect(explain(error, provider)).toBe(
			'Nothing answers at localhost:11434: start the server of Custom server, or correct its base URL.',
		);
	});

	test('an abort', async () => {
		const {client} = createFaultProvider().connection();
		const error = await client.models
			.retrieve('gpt', {signal: AbortSignal.abort()})
			.catch((error: unknown) => error);
		expect(explain(error, openai)).toBe('Stopped.');
		expect(explain(new DOMException('x', 'AbortError'), openai)).toBe(
			'Stopped.',
		);
	});

	test('a full disk here', () => {
		const error = Object.assign(new Error('write'), {code: 'ENOSPC'});
		expect(explain(error, openai)).toMatch(/^The disk is full/);
		expect(isPassing(error, openai)).toBe(false);
	});

	test.each([
		['an Error', new Error('The data set is gone'), 'The data set is gone.'],
		['a text', 'broken', 'broken.'],
		['nothing', undefined, 'undefined.'],
	])('%s', (_, error, sentence) => {
		expect(explain(error, openai)).toBe(sentence);
	});
});

test('what the embedded provider says is for the owner already', async () => {
	const error = await thrownFor(
		refuse(
			500,
			{
				message: 'The file of the model is damaged. Train it again.',
				code: null,
			},
			{'x-should-retry': 'false'},
		),
	);
	expect(explain(error, findProvider('local'))).toBe(
		'The file of the model is damaged. Train it again.',
	);
	expect(isPassing(error, findProvider('local'))).toBe(false);
});

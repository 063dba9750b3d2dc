import {describe, expect, test} from 'vitest';
import type {Twin} from '../../source/store/types.ts';
import {
	InterruptedReply,
	type TalkEvent,
	talk,
} from '../../source/twin/talk.ts';
import {
	createFaultProvider,
	type FaultProvider,
} from '../helpers/fault-provider.ts';
import {refuse} from '../helpers/faults.ts';

const twin: Pick<Twin, 'model' | 'sampling' | 'systemPrompt'> = {
	model: 'ft:gpt-4o-mini:org:mia:1',
	sampling: {temperature: 0.75, topP: 0.15},
	systemPrompt: 'You are Mia.',
};

const history = [{role: 'user' as const, content: 'hey'}];

const ask = (
	provider: FaultProvider,
	options: Partial<Parameters<typeof talk>[0]> = {},
	signal = new AbortController().signal,
) =>
	talk({connection: provider.connection(), twin, history, ...options}, signal);

async function interrupted(provider: FaultProvider): Promise<InterruptedReply> {
	try {
		for await (const _ of ask(provider));
	} catch (error) {
		expect(error).toBeInstanceOf(InterruptedReply);
		return error as InterruptedReply;
	}
	throw new Error('nothing was thrown');
}

test('a reply comes in pieces and then as a whole', async () => {
	const provider = createFaultProvider();
	const events: TalkEvent[] = [];
	for await (const event of ask(provider)) events.push(event);
	expect(events).toEqual([
		{type: 'delta', text: 'hey'},
		{type: 'delta', text: ' you'},
		{type: 'done', text: 'hey you', stopped: false},
	]);
	expect(provider.bodies[0]).toMatchObject({
		model: twin.model,
		temperature: 0.75,
		top_p: 0.15,
		stream: true,
		messages: [{role: 'system', content: 'You are Mia.'}, ...history],
	});
});

test('sampling and system prompt of the moment go before the twin’s own', async () => {
	const provider = createFaultProvider();
	const options = {sampling: {temperature: 0, topP: 1}, systemPrompt: ''};
	for await (const _ of ask(provider, options));
	expect(provider.bodies[0]).toMatchObject({
		temperature: 0,
		top_p: 1,
		messages: history,
	});
});

test('the text is kept as the model gave it', async () => {
	const provider = createFaultProvider();
	provider.script.chat = {words: ['\u001B[31mred', '\u0007\n']};
	let last: TalkEvent | undefined;
	for await (const event of ask(provider)) last = event;
	expect(last).toMatchObject({text: '\u001B[31mred\u0007\n'});
});

describe('an abort', () => {
	test('in the middle keeps what has come', async () => {
		const provider = createFaultProvider();
		provider.script.chat = {words: ['one', ' two'], end: 'wait'};
		const stop = new AbortController();
		const events: TalkEvent[] = [];
		for await (const event of ask(provider, {}, stop.signal)) {
			events.push(event);
			if (event.type === 'delta' && event.text === ' two') stop.abort();
		}
		expect(events.at(-1)).toEqual({
			type: 'done',
			text: 'one two',
			stopped: true,
		});
	});

	test('before the first word ends with nothing', async () => {
		const provider = createFaultProvider();
		provider.fault('POST /chat/completions', 'hang');
		const stop = new AbortController();
		const reply = ask(provider, {}, stop.signal);
		const first = reply.next();
		stop.abort();
		expect((await first).value).toEqual({
			type: 'done',
			text: '',
			stopped: true,
		});
	});
});

describe('a reply that breaks off', () => {
	test.each([
		['cut', /cannot be reached/],
		['error', /problem of its own: Overloaded: wait/],
		['close', /broke off in the middle/],
	] as const)('by %s keeps what has come and says why', async (end, says) => {
		const provider = createFaultProvider();
		provider.script.chat = {words: ['one', ' two'], end};
		const error = await interrupted(provider);
		expect(error.partial).toBe('one two');
		expect(error.message).toMatch(says);
	});

	test('by a refusal has no text', async () => {
		const provider = createFaultProvider();
		provider.fault(
			'POST /chat/completions',
			refuse(404, {
				message: 'The model does not exist',
				code: 'model_not_found',
			}),
		);
		const error = await interrupted(provider);
		expect(error.partial).toBe('');
		expect(error.message).toMatch(/does not have that model/);
	});
});

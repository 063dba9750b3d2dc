import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	buildMessages,
	type Turn,
} from '../../../source/twin/prompt/messages.ts';
import {nudge} from '../../../source/twin/prompt/nudge.ts';
import {styleOf} from '../../../source/twin/prompt/style.ts';
import {defaultSystemPrompt} from '../../../source/twin/prompt/system.ts';

const user = (content: string): Turn => ({role: 'user', content});
const twin = (content: string): Turn => ({role: 'assistant', content});

describe('messages', () => {
	test.each([
		{
			name: 'an empty history lets the twin begin',
			history: [],
			expected: [user('Start a chat with me.')],
		},
		{
			name: 'a twin that began is nudged the same way again',
			history: [twin('yo'), user('hi')],
			expected: [user('Start a chat with me.'), twin('yo'), user('hi')],
		},
		{
			name: 'messages in a row become one turn',
			history: [user('a'), user('b'), twin('c')],
			expected: [user('a\nb'), twin('c')],
		},
		{
			name: 'a reply stopped before its first word is not there',
			history: [user('a'), twin(''), user('b')],
			expected: [user('a\nb')],
		},
	])('$name', ({history, expected}) => {
		expect(buildMessages({systemPrompt: '', history})).toEqual(expected);
	});

	test('the system prompt stands first, a blank one nowhere', () => {
		const history = [user('hi')];
		expect(buildMessages({systemPrompt: 'You are Mia.', history})[0]).toEqual({
			role: 'system',
			content: 'You are Mia.',
		});
		expect(buildMessages({systemPrompt: ' \n', history})).toEqual(history);
	});

	test('a history that is cut begins with a user turn of its own, not with a nudge', () => {
		const history = [user('a'), twin('b'), user('c')];
		expect(buildMessages({systemPrompt: '', history, maxTurns: 2})).toEqual([
			user('c'),
		]);
	});

	test('the partner is named in the nudge', () => {
		expect(
			buildMessages({systemPrompt: '', history: [], partner: 'Person2'}),
		).toEqual([user('Start a chat with Person2.')]);
		expect(nudge()).toBe('Start a chat with me.');
	});

	const turns = fc.array(
		fc.record({
			role: fc.constantFrom('user' as const, 'assistant' as const),
			content: fc.string({maxLength: 4}),
		}),
		{maxLength: 40},
	);

	test('always alternate, begin with a user turn, stay in size and end with the newest', () => {
		fc.assert(
			fc.property(turns, fc.integer({min: 2, max: 12}), (history, maxTurns) => {
				const messages = buildMessages({systemPrompt: '', history, maxTurns});
				messages.forEach((message, index) => {
					expect(message.role).toBe(index % 2 === 0 ? 'user' : 'assistant');
					expect(message.content.trim()).not.toBe('');
				});
				expect(messages.length).toBeLessThanOrEqual(maxTurns + 1);
				const last = history.filter(({content}) => content.trim()).at(-1);
				if (last)
					expect(messages.at(-1)?.content.endsWith(last.content)).toBe(true);
			}),
		);
	});

	test('leave the history as it was', () => {
		const history = [user('a'), user('b')];
		buildMessages({systemPrompt: '', history});
		expect(history).toEqual([user('a'), user('b')]);
	});
});

test('the owner is named only where the name may be', () => {
	expect(defaultSystemPrompt(['Mia Weber', 'Mia'], false)).toMatch(
		/^You are Mia Weber, /,
	);
	expect(defaultSystemPrompt(['Mia Weber'], true)).not.toContain('Mia');
	expect(defaultSystemPrompt([], false)).not.toContain('undefined');
});

describe('a prompted twin', () => {
	const history = [{role: 'user' as const, content: 'soup?'}];
	const recalled = [
		{asked: 'want soup', reply: 'always\nbring bread'},
		{asked: '', reply: 'psst'},
	];

	test('gets its system prompt, then the style, then past exchanges with the nearest last', () => {
		const style = styleOf([
			{
				asked: 'a',
				reply: 'ok',
				chat: null,
				at: null,
				people: [],
				heldOut: false,
			},
		]);
		const [system, ...turns] = buildMessages({
			systemPrompt: 'You are Mia.',
			history,
			style,
			recalled,
		});
		expect(system?.content).toMatch(
			/^You are Mia\.\n\nHow you write[\s\S]*Length: usually 1 words[\s\S]*What you really answered[\s\S]*You begin: psst\n\nThey: want soup\nYou: always\nbring bread$/,
		);
		expect(turns).toEqual(history);
	});

	test('a fine-tuned one that recalls nothing gets the very prompt it was trained with', () => {
		const [system] = buildMessages({systemPrompt: ' You are Mia.\n', history});
		expect(system?.content).toBe(' You are Mia.\n');
	});

	test('long texts are cut between characters', () => {
		const long = [{asked: '👩‍🚀'.repeat(300), reply: 'x'.repeat(401)}];
		const [system] = buildMessages({systemPrompt: '', history, recalled: long});
		expect(system?.content).toContain(`You: ${'x'.repeat(399)}…`);
		expect(system?.content).not.toMatch(/\p{Surrogate}/u);
	});
});

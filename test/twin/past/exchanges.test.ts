import {describe, expect, test} from 'vitest';
import type {Example} from '../../../source/dataset/types.ts';
import {
	exchangeKey,
	exchangesOf,
	isWith,
} from '../../../source/twin/past/exchanges.ts';

const user = (content: string) => ({role: 'user' as const, content});
const me = (content: string) => ({role: 'assistant' as const, content});
const system = {role: 'system' as const, content: 'You are Mia.'};

const example = (
	messages: Example['messages'],
	times?: (string | null)[],
): Example =>
	times
		? {messages, source: {chat: 'Ben', people: ['Ben'], times}}
		: {messages};

describe('the exchanges of examples', () => {
	test('each question with its reply, its time and its chat', () => {
		const found = exchangesOf(
			[
				example(
					[system, user('hi\nyou there?'), me('yes'), user('soup?'), me('ok')],
					[null, '2024-01-01T10:00:00', 'x', '2024-01-01T11:00:00', 'y'],
				),
			],
			false,
		);
		expect(found).toEqual([
			{
				asked: 'hi\nyou there?',
				reply: 'yes',
				chat: 'Ben',
				at: '2024-01-01T10:00:00',
				people: ['Ben'],
				heldOut: false,
			},
			expect.objectContaining({asked: 'soup?', at: '2024-01-01T11:00:00'}),
		]);
	});

	test('replies that were kept apart are one', () => {
		const [one] = exchangesOf([example([user('hi'), me('a'), me('b')])], true);
		expect(one).toMatchObject({reply: 'a\nb', heldOut: true, at: null});
	});

	test.each([
		{name: 'begun by the owner', messages: [me('psst')], times: ['t']},
		{
			name: 'behind a nudge',
			messages: [user('Start a chat with Ben.'), me('psst')],
			times: [null, 't'],
		},
		{
			name: 'behind a nudge of a file without sources',
			messages: [user('Start a chat with Person2.'), me('psst')],
			times: undefined,
		},
	])('nobody asked where it is $name', ({messages, times}) => {
		const [one] = exchangesOf([example(messages, times)], false);
		expect(one).toMatchObject({
			asked: '',
			reply: 'psst',
			at: times ? 't' : null,
		});
	});

	test('what somebody really wrote is no nudge', () => {
		const said = 'Start a chat with Ben.';
		const [one] = exchangesOf(
			[example([user(said), me('no')], ['2024-01-01T10:00:00', 'y'])],
			false,
		);
		expect(one?.asked).toBe(said);
	});

	test('an exchange keeps its key when names are replaced in it', () => {
		const at = '2024-01-01T10:00:00';
		const common = {chat: 'Ben', at, people: ['Ben'], heldOut: false};
		expect(exchangeKey({...common, asked: 'hi Mia', reply: 'hi Ben'})).toBe(
			exchangeKey({...common, asked: 'hi Person1', reply: 'hi Person2'}),
		);
	});

	test('in a group, only who asked is who it was with', () => {
		const group = {
			asked: 'Ben: hi',
			reply: 'hi',
			chat: 'Group',
			at: null,
			people: ['Ben', 'Ada'],
			heldOut: false,
		};
		expect([isWith(group, 'Ben'), isWith(group, 'Ada')]).toEqual([true, false]);
		expect(isWith(group, null)).toBe(false);
	});
});

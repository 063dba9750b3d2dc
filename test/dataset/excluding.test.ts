import {describe, expect, test} from 'vitest';
import type {Chat, Message} from '../../source/chats/message.ts';
import {
	type Exclusion,
	withoutExcluded,
} from '../../source/dataset/excluding.ts';

const message = (time: string, sender: string, text: string): Message => ({
	timestamp: `2024-01-01T${time}`,
	sender,
	text,
	kind: 'text',
});

const chat = {
	title: 'Ada',
	messages: [
		message('10:00:00', 'Ada', 'soup?'),
		message('10:01:00', 'Mika', 'no'),
		message('10:01:00', 'Mika', 'my pin is 1234'),
		message('10:05:00', 'Ada', 'ok'),
		message('10:05:00', 'Ada', 'bread?'),
		message('10:06:00', 'Mika', 'yes\nplease'),
	],
} as unknown as Chat;

const exclusion = (part: Partial<Exclusion>): Exclusion => ({
	chat: 'Ada',
	at: '2024-01-01T10:00:00',
	until: '2024-01-01T10:05:00',
	asked: 'soup?',
	reply: 'no\nmy pin is 1234',
	...part,
});

const left = (...exclusions: Exclusion[]) =>
	Array.from(withoutExcluded(chat, exclusions).messages, ({kind, text}) =>
		kind === 'text' ? text : null,
	).filter(text => text !== null);

describe('what was excluded is left out of a chat', () => {
	test.each([
		['an exchange, up to the next one', {}, ['ok', 'bread?', 'yes\nplease']],
		[
			'the last one, by its words',
			{
				at: '2024-01-01T10:05:00',
				until: null,
				asked: 'ok\nbread?',
				reply: 'yes\nplease',
			},
			['soup?', 'no', 'my pin is 1234'],
		],
		[
			'in the same minute as the next one: by its words',
			{
				at: '2024-01-01T10:05:00',
				until: '2024-01-01T10:05:00',
				asked: 'ok',
				reply: 'x',
			},
			['soup?', 'no', 'my pin is 1234', 'bread?', 'yes\nplease'],
		],
		[
			'without a time: by longer words alone',
			{chat: null, at: null, until: null, asked: 'soup?', reply: 'no'},
			['soup?', 'no', 'my pin is 1234', 'ok', 'bread?', 'yes\nplease'],
		],
	])('%s', (_, part, expected) => {
		expect(left(exclusion(part))).toEqual(expected);
	});

	test('another chat is the same as before', () => {
		expect(withoutExcluded(chat, [exclusion({chat: 'Ben'})])).toBe(chat);
		expect(withoutExcluded(chat, [])).toBe(chat);
	});
});

import fc from 'fast-check';
import {expect, test} from 'vitest';
import {buffersOf, pack, unpack} from '../../../source/chats/files/pack.ts';
import type {Chat} from '../../../source/chats/message.ts';

const message = fc.record({
	timestamp: fc.constantFrom('2024-03-05T15:07:09', '2024-12-31T00:00:00'),
	sender: fc.oneof(fc.constant(null), fc.string(), fc.constant('Ana')),
	text: fc.oneof(
		fc.string(),
		fc.string({unit: 'grapheme'}),
		fc.string({unit: fc.constantFrom('ü', '\u2028', '\uFEFF', 'م')}),
	),
	kind: fc.constantFrom(
		'text' as const,
		'media' as const,
		'system' as const,
		'deleted' as const,
	),
});

test('a chat is the same behind a thread', () => {
	fc.assert(
		fc.property(fc.array(message), messages => {
			const chat: Chat = {
				file: 'a.txt',
				title: 'Ana',
				platform: 'ios',
				form: '[0/0/00, 0:00:00]',
				messages,
				dateOrder: 'mdy',
				dateOrderCertain: false,
				lines: {total: 3, headers: 1, continuations: 1, unread: [1]},
				warnings: ['Something.'],
			};
			const packed = pack(chat);
			const sent = structuredClone(packed, {transfer: buffersOf(packed)});
			const {messages: list, ...rest} = unpack(sent);
			expect([...list]).toEqual(messages);
			expect({...rest, messages}).toEqual(chat);
		}),
	);
});

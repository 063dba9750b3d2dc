import {expect, test} from 'vitest';
import {
	fieldsOf,
	senderAt,
	sendersOf,
	textAt,
} from '../../source/chats/fields.ts';
import {listOf} from '../../source/chats/from-messages.ts';
import type {Message} from '../../source/chats/message.ts';

const messages: Message[] = [
	{
		timestamp: '2024-02-29T23:59:58',
		sender: null,
		text: 'Encrypted',
		kind: 'system',
	},
	{timestamp: '2024-03-01T00:00:00', sender: 'Zoë', text: 'á😀', kind: 'text'},
	{timestamp: '2024-03-01T00:00:01', sender: 'Al', text: '', kind: 'media'},
	{timestamp: '2024-03-01T00:00:02', sender: 'Zoë', text: 'b', kind: 'deleted'},
];

test('an array and a list of the same messages have the same fields', () => {
	const list = listOf(messages);
	const {length, time, sender, names, kind} = list.columns;
	expect(fieldsOf(list)).toBe(list);
	expect(fieldsOf(messages).columns).toEqual({
		length,
		time,
		sender,
		names,
		kind,
	});
	for (const each of [messages, list]) {
		expect([...sendersOf(each)]).toEqual(['Zoë', 'Al']);
		for (const [at, {sender, text}] of messages.entries()) {
			expect(senderAt(each, at)).toBe(sender);
			expect(textAt(each, at)).toBe(text);
			expect(fieldsOf(each).textAt(at)).toBe(text);
			expect(fieldsOf(each).hasInkAt(at)).toBe(/^[!-~]/.test(text));
		}
	}
});

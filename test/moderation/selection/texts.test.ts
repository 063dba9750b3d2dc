import {expect, test} from 'vitest';
import type {Chat, MessageKind} from '../../../source/chats/message.ts';
import {dropper} from '../../../source/moderation/selection/dropper.ts';
import {
	distinctTexts,
	textKey,
} from '../../../source/moderation/selection/texts.ts';
import {categories} from '../../../source/moderation/types.ts';
import {buildTable} from '../../helpers/scored.ts';

const chatOf = (...messages: [text: string, kind?: MessageKind][]): Chat => ({
	file: 'chat.txt',
	title: 'Mary',
	platform: 'ios',
	messages: messages.map(([text, kind = 'text']) => ({
		timestamp: '2024-01-01T12:00:00',
		sender: 'Mary',
		text,
		kind,
	})),
	dateOrder: 'dmy',
	dateOrderCertain: true,
	lines: {total: 0, headers: 0, continuations: 0, unread: []},
	warnings: [],
});

test('counts equal texts of all chats once, in order', () => {
	const chats = [
		chatOf(['ok'], ['hello'], [' ok '], ['ok\n']),
		chatOf(['caf\u00e9'], ['ok'], ['cafe\u0301']),
	];
	expect([...distinctTexts(chats)]).toEqual([
		['ok', 4],
		['hello', 1],
		['caf\u00e9', 2],
	]);
});

test('leaves out what is not in play', () => {
	const chat = chatOf(
		['image omitted', 'media'],
		['Mary left', 'system'],
		['This message was deleted', 'deleted'],
		['  \u200a\n'],
	);
	expect(distinctTexts([chat]).size).toBe(0);
});

test('drops by key, whatever the text looks like around it', () => {
	const scores = new Map([[textKey('café'), categories.map(() => 0.7)]]);
	const table = buildTable(new Map([[textKey('café'), 1]]), scores);
	const drops = dropper(table, 0.6);
	expect([' cafe\u0301 ', 'café', 'tea', ' ', ''].map(drops)).toEqual([
		true,
		true,
		true,
		false,
		false,
	]);
	expect(dropper(table, 0.7)('café')).toBe(false);
});

import {describe, expect, test} from 'vitest';
import {parseExport} from '../../source/chats/parse.ts';
import {messagesOf} from '../helpers/messages.ts';

const L = '\u200E';

function read(...bodies: string[]) {
	const text = bodies.map(body => `05.03.24, 15:07 - ${body}\n`).join('');
	const chat = parseExport(text, {path: 'x', name: 'x'});
	return messagesOf(chat)?.map(({sender, text: body}) => [sender, body]);
}

function readIos(...bodies: string[]) {
	const text = bodies.map(body => `[05.03.24, 15:07:09] ${body}\r\n`).join('');
	const chat = parseExport(text, {path: 'x', name: 'x'});
	return messagesOf(chat)?.map(({sender, kind}) => [sender, kind]);
}

describe('names with ": " in them', () => {
	test('are read whole where each of their messages goes on like that', () => {
		expect(
			read(
				'Team: Ana: a',
				'Ben: b: c',
				'Team: Ana: <Media omitted>',
				'Team: Ana: e: f',
			),
		).toEqual([
			['Team: Ana', 'a'],
			['Ben', 'b: c'],
			['Team: Ana', '<Media omitted>'],
			['Team: Ana', 'e: f'],
		]);
	});

	test('need more of them where all could be typed', () => {
		const notes = (count: number) =>
			read(...Array.from({length: count}, (_, n) => `Ana: Note: ${n}`))?.[0];
		expect(notes(9)).toEqual(['Ana', 'Note: 0']);
		expect(notes(10)).toEqual(['Ana: Note', '0']);
	});

	test('are not made of what somebody quotes twice', () => {
		expect(read('Ben: Ana: a', 'Ben: Ana: b', 'Ben: c')?.[0]).toEqual([
			'Ben',
			'Ana: a',
		]);
		expect(read('Ben: PS: a', 'Ben: PS: b')?.[0]).toEqual(['Ben', 'PS: a']);
	});

	test('with ": " behind a number', () => {
		expect(read('1: a', '1: b', '1: c')?.map(([name]) => name)).toEqual([
			'1',
			'1',
			'1',
		]);
	});
});

describe('notices and people', () => {
	test('what somebody of the chat does is a notice in any words', () => {
		expect(
			read('Ana: hi', 'Ana gave the group a new motto: x', 'Ben: hi')?.[1],
		).toEqual([null, 'Ana gave the group a new motto: x']);
	});

	test('names that begin with another name are people', () => {
		for (const name of ['Ana Maria', 'Ana Maria da Silva', 'Ana from work'])
			expect(read('Ana: hi', `${name}: ho`)?.[1]).toEqual([name, 'ho']);
	});

	test('who writes twice is a person', () => {
		const name = 'Ana of the old flat';
		expect(read('Ana: hi', `${name}: a`, `${name}: b`)?.[1]?.[0]).toBe(name);
	});
});

describe('senders of iPhones', () => {
	test('marks are no part of a name', () => {
		expect(
			readIos(
				`${L}You: hi`,
				'\u202A+49\u00A0170\u00A01234567\u202C: hi',
				'~\u202FRui: hi',
				'Meta AI: hi',
				`Trip: ${L}Ana added you`,
				`${L}Ana created group “A: b”`,
			),
		).toEqual([
			['You', 'text'],
			['+49\u00A0170\u00A01234567', 'text'],
			['~\u202FRui', 'text'],
			['Meta AI', 'text'],
			[null, 'system'],
			[null, 'system'],
		]);
	});
});

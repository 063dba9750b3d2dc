import {describe, expect, test} from 'vitest';
import type {Chat} from '../../source/chats/message.ts';
import {parseExport} from '../../source/chats/parse.ts';
import {participants, summarise} from '../../source/chats/summary.ts';
import {likelyAliases, rankNames} from '../../source/chats/who.ts';

let files = 0;

/** A chat with a title and these lines: `Name: text`, or a notice. */
function chat(title: string, ...lines: string[]): Chat {
	const text = lines.map(line => `05.03.24, 15:07 - ${line}\n`).join('');
	const name = `WhatsApp Chat with ${title}.txt`;
	const read = parseExport(text, {path: `${files++}-${name}`, name});
	if (!read) throw new Error('no export');
	return read;
}

const order = (...chats: Chat[]) => rankNames(chats).map(({name}) => name);

describe('rankNames', () => {
	test('the name in most chats comes first', () => {
		const chats = [
			chat('a', 'Ben: x', 'Ben: x', 'Mika: x'),
			chat('b', 'Cara: x', 'Mika: x'),
			chat('c', 'Dora: x', 'Dora: x', 'Dora: x', 'Mika: x'),
		];
		expect(rankNames(chats)).toEqual([
			{name: 'Mika', chats: 3, messages: 3},
			{name: 'Dora', chats: 1, messages: 3},
			{name: 'Ben', chats: 1, messages: 2},
			{name: 'Cara', chats: 1, messages: 1},
		]);
	});

	test('a 1:1 chat is called after the other person', () => {
		expect(order(chat('Ben', 'Ben: x', 'Ben: x', 'Mika: x'))).toEqual([
			'Mika',
			'Ben',
		]);
	});

	test('a group may be called after anybody', () => {
		const group = chat('Ben', 'Ben: x', 'Ben: x', 'Mika: x', 'Cara: x');
		expect(order(group)[0]).toBe('Ben');
	});

	test('a notice that names somebody speaks of another person', () => {
		const group = chat(
			'Trip',
			'Ben added Cara',
			'Ben: x',
			'Ben: x',
			'Mika: x',
			'Cara: x',
		);
		expect(order(group)).toEqual(['Mika', 'Cara', 'Ben']);
	});

	test('no chats, no names', () => {
		expect(rankNames([])).toEqual([]);
	});
});

describe('likelyAliases', () => {
	const names = (chats: Chat[], name: string) =>
		likelyAliases(chats, name).map(each => each.name);

	test('the same first name in another chat', () => {
		const chats = [
			chat('Ben', 'Ben: x', 'Mika Sommer: x'),
			chat('Cara', 'Cara: x', 'Mika: x'),
		];
		expect(likelyAliases(chats, 'Mika Sommer')).toEqual([
			{
				name: 'Mika',
				chats: 1,
				messages: 1,
				reason: 'begins with the same first name',
			},
		]);
	});

	test('never a name that writes beside the chosen one', () => {
		const chats = [
			chat('Trip', 'Ben: x', 'Mika Sommer: x', 'Mika: x'),
			chat('Cara', 'Cara: x', 'Mika: x'),
		];
		expect(names(chats, 'Mika Sommer')).toEqual([]);
	});

	test.each(['You', 'Du', 'Tú', 'Você', 'Vous'])(
		'what phones call their owner: %s',
		word => {
			const chats = [
				chat('Ben', 'Ben: x', 'Mika: x'),
				chat('Cara', 'Cara: x', `${word}: x`),
			];
			expect(likelyAliases(chats, 'Mika')).toEqual([
				{
					name: word,
					chats: 1,
					messages: 1,
					reason: 'what some phones call their owner',
				},
			]);
		},
	);

	test('a number where the name does not write', () => {
		const chats = [
			chat('Ben', 'Ben: x', 'Mika: x'),
			chat('Cara', 'Cara: x', '+49 170 1234567: x'),
		];
		expect(names(chats, 'Mika')).toEqual(['+49 170 1234567']);
		expect(names(chats, '+49 170 1234567')).toEqual(['Mika']);
	});

	test('not the number that a 1:1 chat is called after', () => {
		const chats = [
			chat('Ben', 'Ben: x', 'Mika: x'),
			chat('+49 170 1234567', '+49 170 1234567: x', 'Mika S.: x'),
		];
		expect(names(chats, 'Mika')).toEqual(['Mika S.']);
	});

	test('strangers are none', () => {
		const chats = [
			chat('Ben', 'Ben: x', 'Mika: x'),
			chat('Cara', 'Cara: x', 'Dora: x'),
		];
		expect(names(chats, 'Mika')).toEqual([]);
	});
});

describe('summaries', () => {
	test('participants: most messages first, then by appearance', () => {
		const read = chat(
			'Trip',
			'Ben added Cara',
			'Cara: x',
			'Ben: x',
			'Dora: x',
			'Ben: x',
		);
		expect(participants(read)).toEqual([
			{name: 'Ben', messages: 2},
			{name: 'Cara', messages: 1},
			{name: 'Dora', messages: 1},
		]);
	});

	test('a summary has the keys of the interface, in its order', () => {
		expect(Object.keys(summarise(chat('Trip', 'Ben: x')))).toEqual([
			'file',
			'title',
			'platform',
			'form',
			'messages',
			'byKind',
			'participants',
			'first',
			'last',
			'dateOrder',
			'dateOrderCertain',
			'lines',
			'receipt',
			'warnings',
		]);
	});
});

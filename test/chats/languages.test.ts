import {describe, expect, test} from 'vitest';
import type {MessageKind} from '../../source/chats/message.ts';
import {parseExport} from '../../source/chats/parse.ts';
import {LANGUAGES} from '../../source/chats/phrases/languages.ts';
import {type PhraseKey, unmark} from '../../source/chats/phrases/types.ts';
import {messagesOf} from '../helpers/messages.ts';

const L = '\u200E';
const filled = (phrase: string) => phrase.replaceAll('…', 'Xy 12');

type Row = ['attested' | 'assumed', string, PhraseKey, string];

/** Every phrase of every language, with its marking. */
const rows = Object.entries(LANGUAGES).flatMap(([language, phrases]) =>
	Object.entries(phrases).flatMap(([key, written]) =>
		written.map((each): Row => {
			const {phrase, assumed} = unmark(each);
			return [
				assumed ? 'assumed' : 'attested',
				language,
				key as PhraseKey,
				phrase,
			];
		}),
	),
);
const of = (...keys: PhraseKey[]) => rows.filter(row => keys.includes(row[2]));

/** The phrases of these kinds by language: there are too many for a test each. */
const byLanguage = (...keys: PhraseKey[]) =>
	Object.keys(LANGUAGES).map((language): [string, Row[]] => [
		language,
		of(...keys).filter(row => row[1] === language),
	]);

function read(line: string) {
	const chat = parseExport(`${line}\n`, {path: 'x', name: 'x'});
	expect(messagesOf(chat)).toHaveLength(1);
	return chat?.messages.at(0);
}
const ios = (body: string, mark = '') =>
	read(`${mark}[05.03.24, 15:07:09] Ana: ${body}`);
const android = (body: string) => read(`05.03.24, 15:07 - Ana: ${body}`);

const KINDS: Partial<Record<PhraseKey, MessageKind>> = {
	media: 'media',
	omitted: 'media',
	deleted: 'deleted',
	system: 'system',
	marked: 'system',
};

describe('phrases', () => {
	test('there are as many as promised', () => {
		expect(Object.keys(LANGUAGES).length).toBeGreaterThanOrEqual(45);
		expect(
			of('media', 'omitted', 'deleted', 'system', 'marked').length,
		).toBeGreaterThanOrEqual(1000);
		expect(
			rows.filter(([marking]) => marking === 'attested').length,
		).toBeGreaterThanOrEqual(1500);
	});

	test('no text means two things', () => {
		const kinds = new Map<string, string>();
		for (const [, language, key, phrase] of of('media', 'deleted', 'system')) {
			const known = kinds.get(phrase);
			expect(known ?? key, `${language}: ${phrase}`).toBe(key);
			kinds.set(phrase, key);
		}
	});

	test('none is so wide that it takes typed text', () => {
		for (const [, language, key, phrase] of of('media', 'deleted', 'system')) {
			const [beginning = ''] = phrase.split('…');
			expect(beginning.length, `${language} ${key}: ${phrase}`).toBeGreaterThan(
				2,
			);
		}
	});
});

describe('texts of WhatsApp behind a name', () => {
	test.each(byLanguage('media', 'deleted', 'system'))('%s', (_, own) => {
		for (const [, , key, phrase] of own) {
			const body = filled(phrase);
			const kind = KINDS[key];
			expect(android(body)).toMatchObject({kind, text: body});
			expect(ios(body)).toMatchObject({kind, text: body});
			expect(ios(`${L}${body}`, L)).toMatchObject({kind, text: body});
		}
	});

	test.each(byLanguage('omitted', 'marked'))(
		'%s, only with the mark of the phone',
		(_, own) => {
			for (const [, , key, phrase] of own) {
				const text = filled(phrase);
				expect(ios(L + text, L)).toMatchObject({kind: KINDS[key], text});
				const typed = {kind: 'text', sender: 'Ana', text};
				expect(ios(text)).toMatchObject(typed);
				expect(android(text)).toMatchObject(typed);
			}
		},
	);

	test.each(of('attached'))('%s: %s: %s: %s', (_m, _l, _key, word) => {
		expect(android(`My plan.pdf (${word})`)?.kind).toBe('media');
		expect(android(`${L}My plan.pdf (${word})\nsee page 2`)?.kind).toBe(
			'media',
		);
		expect(ios(`${L}<${word}: 00000012-plan.pdf>`, L)?.kind).toBe('media');
		expect(ios(`look ${L}<${word}: plan>`)?.kind).toBe('media');
		expect(android(word)?.kind).toBe('text');
		expect(android(`it is (${word})`)?.kind).toBe('text');
	});

	test.each(of('files'))('%s: %s: %s: %s', (_m, _l, _key, phrase) => {
		expect(android(phrase.replace('…', 'IMG-20240305-WA0001.jpg'))?.kind).toBe(
			'media',
		);
		expect(android(phrase.replace('…', 'that'))?.kind).toBe('text');
	});

	test.each(of('edited'))('%s: %s: %s: %s', (_m, _l, _key, note) => {
		expect(android(`so <3 it <${note}>`)).toMatchObject({
			text: 'so <3 it',
			kind: 'text',
		});
		expect(ios(`a\nb ${L}<${note.replace(/[.。۔]$/, '')}.>`)).toMatchObject({
			text: 'a\nb',
		});
		expect(android(`${note} is what it says`)?.kind).toBe('text');
	});

	test.each(of('location'))('%s: %s: %s: %s', (_m, _l, _key, word) => {
		const link = 'https://maps.google.com/?q=52.5,-13.4';
		expect(android(`${word}: ${link}`)?.kind).toBe('media');
		expect(ios(`${L}${word}: ${link}`, L)?.kind).toBe('media');
		expect(android(`${word}: here`)?.kind).toBe('text');
	});

	test.each(
		Object.entries(LANGUAGES).flatMap(([language, {poll = [], option = []}]) =>
			poll.flatMap(head =>
				option.map(each => [
					language,
					unmark(head).phrase,
					unmark(each).phrase,
				]),
			),
		),
	)('%s: %s: with %s', (_language, head, option) => {
		const poll = `${head}:\nPizza?\n${option}: 1 (2)\n${option}: 2 (0)`;
		expect(android(poll)?.kind).toBe('media');
		expect(ios(`${L}${head}:\nPizza?\n${L}${option}: 1 (${L}2)`, L)?.kind).toBe(
			'media',
		);
		expect(android(`${head}: who?`)?.kind).toBe('text');
	});
});

describe('notices that contain ": "', () => {
	test.each(of('heads'))('%s: %s: %s: %s', (_m, _l, _key, head) => {
		const notice = `${filled(head)}: b`;
		for (const line of [
			`05.03.24, 15:07 - ${notice}`,
			`[05.03.24, 15:07:09] ${L}${notice}`,
		])
			expect(read(line)).toMatchObject({
				sender: null,
				kind: 'system',
				text: notice,
			});
	});
});

describe('names of files', () => {
	test.each(of('titles'))('%s: %s: %s: %s', (_m, _l, _key, title) => {
		const name = `${title.replace('…', 'Zoë & Co')}.txt`;
		const text = '05.03.24, 15:07 - Ana: x\n';
		expect(parseExport(text, {path: name, name})?.title).toBe('Zoë & Co');
	});
});

import {describe, expect, test} from 'vitest';
import {
	type Exchange,
	exchangesOf,
} from '../../../source/local/engine/exchanges.ts';
import {indexExchanges} from '../../../source/local/engine/inverted-index.ts';
import {nearest} from '../../../source/local/engine/retrieval.ts';
import {termsOf, wordsOf} from '../../../source/local/engine/words.ts';

const nowhere = {chat: null, people: [], at: null};

const exchange = (said: string, reply: string): Exchange => ({
	said,
	reply,
	opens: false,
	first: true,
	...nowhere,
});

const index = indexExchanges([
	exchange('Do you like cats?', 'yes, cats'),
	exchange('Wann fährt der Zug nach München?', 'um acht'),
	exchange('Do you like dogs?', 'no dogs'),
	exchange('Gehen wir spazieren?', 'ja'),
	exchange('Do you like cats?', 'YES cats!!'),
	exchange('今日は何を食べましたか', 'ramen'),
	exchange('🥳🥳', 'party'),
	exchange('Do you like cats?', 'still yes'),
]);

const repliesTo = (said: string) =>
	nearest(index, said, '', 5).map(
		({exchange: at}) => index.exchanges[at]?.reply,
	);

describe('retrieval', () => {
	test.each([
		['xylophon', []],
		['Fährt ein Zug?', ['um acht']],
		['zug nach muenchen', ['um acht']],
		['spaziergang?', ['ja']],
		['何を食べましたか', ['ramen']],
		['🥳', ['party']],
		['', []],
	])('finds for "%s" first %j', (said, replies) => {
		expect(repliesTo(said).slice(0, 1)).toEqual(replies);
	});

	test('prefers the newest and leaves near-duplicates out', () => {
		expect(repliesTo('Do you like cats?').slice(0, 3)).toEqual([
			'still yes',
			'YES cats!!',
			'no dogs',
		]);
	});

	test('scores the very same words near 1, little in common low', () => {
		const [same] = nearest(index, 'Gehen wir spazieren?', '', 1);
		const [other] = nearest(index, 'Gehen die Uhren nach? Sicher nicht', '', 1);
		expect(same?.score).toBeCloseTo(1, 6);
		expect(other?.score).toBeLessThan(0.5);
	});

	test('has no exchanges, and finds none', () => {
		expect(nearest(indexExchanges([]), 'hello', '', 5)).toEqual([]);
	});

	test('reads words without case, accents and stretched letters', () => {
		expect(wordsOf('Heyyyy Élodie, 2x 😂!')).toEqual([
			'hey',
			'elodie',
			'2x',
			'😂',
		]);
		expect(termsOf('walk').size).toBe(1 + 4);
		expect(termsOf('').size).toBe(0);
	});
});

describe('exchanges of an example', () => {
	test('pair what was said with the reply', () => {
		expect(
			exchangesOf({
				messages: [
					{role: 'system', content: 'Be Mika.'},
					{role: 'user', content: 'Start a chat with Person1.'},
					{role: 'assistant', content: 'heyyy'},
					{role: 'assistant', content: 'you there?'},
					{role: 'user', content: 'Yes'},
					{role: 'user', content: 'What is it?'},
					{role: 'assistant', content: ' nothing '},
				],
			}),
		).toEqual([
			{
				said: 'Start a chat with Person1.',
				reply: 'heyyy',
				opens: true,
				first: true,
				...nowhere,
			},
			{
				said: 'heyyy',
				reply: 'you there?',
				opens: false,
				first: false,
				...nowhere,
			},
			{
				said: 'Yes\nWhat is it?',
				reply: 'nothing',
				opens: false,
				first: false,
				...nowhere,
			},
		]);
	});

	test('keep the end of a long text', () => {
		const [kept] = exchangesOf({
			messages: [
				{role: 'user', content: `${'😂'.repeat(400)}?`},
				{role: 'assistant', content: 'what'},
			],
		});
		expect(kept?.said.length).toBeLessThanOrEqual(600);
		expect(kept?.said).toMatch(/^(😂)+\?$/u);
	});

	test('know where they are from, as far as the example does', () => {
		const [kept] = exchangesOf({
			messages: [
				{role: 'user', content: 'Hm?'},
				{role: 'assistant', content: 'what'},
			],
			source: {
				chat: 'Anna',
				people: ['Person1'],
				times: [null, '2026-01-02T03:04:05'],
			},
		});
		expect(kept).toMatchObject({
			chat: 'Anna',
			people: ['Person1'],
			at: '2026-01-02T03:04:05',
		});
	});
});

describe('who is talked to', () => {
	const to = (person: string, reply: string): Exchange => ({
		...exchange('Do you like cats?', reply),
		chat: `Chat with ${person}`,
		people: [person],
	});
	const index = indexExchanges([
		to('Person1', 'cats yes'),
		to('Person2', 'never'),
		to('Person1', 'still yes'),
		exchange('Wann fährt der Zug?', 'um acht'),
	]);

	test.each([
		['Person2', 'never'],
		['Chat with Person2', 'never'],
		['Person1', 'still yes'],
		[null, 'still yes'],
		['nobody', 'still yes'],
	])('%s: what was said to them comes first', (partner, reply) => {
		const [first] = nearest(index, 'Do you like cats?', '', 3, partner);
		expect(index.exchanges[first?.exchange ?? -1]?.reply).toBe(reply);
	});
});

import {describe, expect, test} from 'vitest';
import type {Exchange} from '../../../source/twin/past/exchanges.ts';
import {styleOf} from '../../../source/twin/prompt/style.ts';
import {describeStyle} from '../../../source/twin/prompt/style-card.ts';

const exchange = (asked: string, reply: string, chat = 'Ben'): Exchange => ({
	asked,
	reply,
	chat,
	at: null,
	people: [chat],
	heldOut: false,
});

describe('the style card', () => {
	test('counts length, casing, bursts, endings and emoji', () => {
		const card = styleOf([
			exchange('a', 'yes of course\nsee you 😂'),
			exchange('b', 'No!'),
			exchange('c', 'why?'),
			exchange('d', 'ok 😂😂'),
		]);
		expect(card).toMatchObject({
			replies: 4,
			messages: 5,
			words: {median: 1, most: 3},
			burst: {mean: 1.25, single: 0.75},
			lowerCase: 0.8,
			emoji: {share: 0.4, favourites: ['😂']},
		});
		expect(card.endings.question).toBeCloseTo(0.2);
		expect(card.endings.exclamation).toBeCloseTo(0.2);
		expect(card.endings.bare).toBeCloseTo(0.6);
	});

	test('openers are first words of what the owner began, and no names', () => {
		const card = styleOf(
			[
				exchange('', 'yo what is up'),
				exchange('', 'yo Ben'),
				exchange('', 'Ben! call me'),
				exchange('', 'Ben?'),
				exchange('', 'Mia here'),
				exchange('', 'Mia again'),
				exchange('', 'once only'),
				exchange('yo yo', 'nope'),
			],
			['Mia Meyer'],
		);
		expect(card.openers).toEqual(['yo']);
	});

	test('languages by their share of the text', () => {
		const german =
			'ich komme heute etwas später nach hause, weil ich noch einkaufen muss und der zug schon wieder nicht fährt, aber wir können danach gern zusammen kochen oder einen film sehen';
		const english =
			'i think we should go to the lake on sunday because the weather will be lovely and everybody has time, although my sister would rather stay at home and watch something with us';
		const card = styleOf([
			...Array.from({length: 30}, () => exchange('x', german, 'Ben')),
			...Array.from({length: 10}, () => exchange('x', english, 'Ada')),
		]);
		expect(card.languages.map(({code}) => code)).toEqual(['deu', 'eng']);
		expect(describeStyle(card)).toContain('Language: German, also English (2');
	});

	test('a few words over and over are no language', () => {
		const card = styleOf(
			Array.from({length: 90}, (_, at) =>
				exchange('x', `answer ${at}, more soup please`),
			),
		);
		expect(card.languages).toEqual([]);
	});

	test('in words, with nobody’s name', () => {
		const words = describeStyle(
			styleOf([exchange('hey Ben', 'hi Ben'), exchange('', 'Ben?')], ['Mia']),
		);
		expect(words).toContain('Messages in a row: one.');
		expect(words).not.toContain('Ben');
	});

	test('of nothing is nothing', () => {
		expect(describeStyle(styleOf([]))).toBe('');
	});
});

import {expect, test} from 'vitest';
import {occurring} from '../../../source/dataset/anonymize/occurring.ts';

const said = (...contents: string[]) => [
	{
		messages: [
			{role: 'system' as const, content: 'You are Art.'},
			...contents.map(content => ({role: 'user' as const, content})),
		],
	},
];

test.each<[string[], string[], string[]]>([
	[
		['Will', 'Rose', 'Oma'],
		['ich will', 'Omas Haus'],
		['Will', 'Oma'],
	],
	[['Will'], ['willing, goodwill, will_i'], ['Will']],
	[['Will'], ['willing, goodwill'], []],
	[['Art'], ['no name here'], []],
	[
		['Bär', 'Groß'],
		['BÄR!', 'gross'],
		['Bär', 'Groß'],
	],
	[['Joy', 'Max'], ['Max, Joy, max'], ['Joy', 'Max']],
	[['Al'], ['al\nso'], ['Al']],
	[[], ['Al'], []],
])('of %j in %j: %j', (names, contents, expected) => {
	expect(occurring(names, said(...contents))).toEqual(expected);
});

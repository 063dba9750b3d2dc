import {expect, test} from 'vitest';
import {fitFacts} from '../../source/screens/ready-facts.ts';

const long = 'one two three four five six seven eight';
const facts = [
	{name: 'First', text: long},
	{name: 'Second', text: long},
	{name: 'Third', text: 'short'},
];
const shown = (rows: number) =>
	fitFacts(facts, 30, rows).map(({lines}) => lines);

test('facts stand in full where rows are free', () => {
	expect(shown(9).map(lines => lines.join(' '))).toEqual([long, long, 'short']);
});

test('the first ones in full, the others cut, where they are not', () => {
	const [first, second, third] = shown(4);
	expect(first?.join(' ')).toBe(long);
	expect(second).toEqual([expect.stringMatching(/^one two .*…$/)]);
	expect(third).toEqual(['short']);
	expect(shown(1).flat()).toHaveLength(3);
});

import {expect, test} from 'vitest';
import {fitChecks, fitFacts} from '../../source/screens/ready-facts.ts';

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

test('what comes first stands in full before the others', () => {
	const [first, second] = fitFacts(
		[
			facts[0] as (typeof facts)[0],
			{name: 'Leaves', text: long, isFirst: true},
		],
		30,
		3,
	);
	expect(first?.lines).toEqual([expect.stringMatching(/…$/)]);
	expect(second?.lines.join(' ')).toBe(long);
});

test('checks: worst first; all that is well in one row where rows are scarce', () => {
	const checks = [
		{name: 'allowed', level: 'good', text: 'It may train.'},
		{name: 'model', level: 'warning', text: 'The model ends soon.'},
		{name: 'space', level: 'good', text: 'There is room.'},
		{name: 'format', level: 'bad', text: 'A line is no example.'},
	] as const;
	const texts = (rows: number) => fitChecks(checks, rows).map(({text}) => text);
	const bad = ['A line is no example.', 'The model ends soon.'];
	expect(texts(4)).toEqual([...bad, 'It may train.', 'There is room.']);
	expect(texts(3)).toEqual([...bad, 'All well: permission, disk.']);
	expect(fitChecks(checks.slice(0, 2), 1).map(({text}) => text)).toEqual([
		'The model ends soon.',
		'It may train.',
	]);
});

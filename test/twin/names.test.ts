import {describe, expect, test} from 'vitest';
import {withLabels, withNames} from '../../source/twin/names.ts';

const names = {
	Person1: 'Ada Lang',
	Person2: 'Will',
	Person12: 'Jörg (Arbeit)',
};

test.each([
	[
		'hi Person1, Person12 and Person3',
		'hi Ada Lang, Jörg (Arbeit) and Person3',
	],
	['Persons and person1', 'Persons and person1'],
])('%j is shown as %j', (text, shown) => {
	expect(withNames(text, names)).toBe(shown);
});

describe('what is said to the twin has labels', () => {
	test.each([
		['hi ada lang', 'hi Person1'],
		['Ada? ADA LANG!', 'Person1? Person1!'],
		['Adam and Prada', 'Adam and Prada'],
		['Will will come', 'Person2 will come'],
		['ask Jörg (Arbeit)', 'ask Person12'],
	])('%j: %j', (text, sent) => {
		expect(withLabels(text, names)).toBe(sent);
	});

	test('without names nothing changes', () => {
		expect(withLabels('hi Ada', {})).toBe('hi Ada');
	});
});

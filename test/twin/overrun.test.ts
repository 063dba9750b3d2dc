import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {overrun} from '../../source/twin/overrun.ts';

describe('is cut', () => {
	test.each([
		['a line three times in a row', 'hey\nno\nno\nno\n', 'hey\nno', 'repeats'],
		['a line four times', 'ok\nso\nok\nwell\nok\nhm\nok\n', 'ok', 'repeats'],
		[
			'a phrase that goes round',
			`well ${'I love you so much '.repeat(4)}`,
			'well I love you so much',
			'repeats',
		],
		['one sign without end', `no${'!'.repeat(60)}`, 'no!', 'repeats'],
		['more lines than the owner writes', 'a\nb\nc\nd', 'a\nb\nc', 'long'],
		[
			'more than the owner writes',
			'one two three four five six',
			'one two three four five',
			'long',
		],
	] as const)('%s', (_, text, kept, cut) => {
		const longest = cut === 'long' ? {lines: 3, characters: 24} : undefined;
		expect(overrun(text, longest)).toEqual({text: kept, cut});
	});
});

test.each([
	'hahahahahahahahaha',
	'nooooooooooo!!!!!!',
	'😂😂😂😂😂😂',
	'ok\nok\nwhat?\n',
	'no no no no',
	'................',
])('%j is how people write', text => {
	expect(overrun(text)).toBe(null);
});

test('what is kept is how the reply began', () => {
	const pieces = fc.array(fc.constantFrom('ha', 'no ', '\n', 'well ', '😂'), {
		maxLength: 80,
	});
	fc.assert(
		fc.property(pieces, pieces => {
			const text = pieces.join('');
			const cut = overrun(text, {lines: 5, characters: 100});
			expect(text.startsWith(cut?.text ?? '')).toBe(true);
		}),
	);
});

import {describe, expect, test} from 'vitest';
import {bindings, type Context} from '../source/keys.ts';
import {strokes} from '../source/strokes.ts';
import {key} from './state/samples.ts';

const contexts = Object.keys(bindings) as Context[];

describe.each(contexts)('%s', context => {
	test('binds no key twice', () => {
		const keys = bindings[context].flatMap(binding => binding.keys);
		expect(keys).toEqual([...new Set(keys)]);
	});

	test('binds no key that would end the program by surprise', () => {
		expect(bindings[context].flatMap(binding => binding.keys)).not.toContain(
			'ctrl+c',
		);
	});

	test('names its keys in a footer of 80 columns', () => {
		const shown = bindings[context].filter(({show, rare}) => show && !rare);
		const width = shown.reduce(
			(sum, {show = '', does = ''}) => sum + show.length + does.length + 4,
			-3,
		);
		expect(width).toBeLessThanOrEqual(78);
		expect(shown.length).toBeGreaterThan(0);
	});
});

test('what is typed is text: no letter is bound where one writes', () => {
	for (const context of [
		'chat',
		'chats filter',
		'chat system prompt',
	] as const) {
		for (const {keys} of bindings[context])
			expect(keys.every(name => [...name].length > 1)).toBe(true);
	}
});

describe('strokes', () => {
	const names = (input: string) => {
		const {input: typed, key: flags} = key(input);
		return strokes(typed, flags).map(({name}) => name);
	};

	test.each([
		['a', ['a']],
		[' ', ['space']],
		['\n', ['ctrl+j']],
		['jj\r', ['j', 'j', 'enter']],
		['n\t', ['n', 'tab']],
		['👨‍👩‍👧', ['👨‍👩‍👧']],
		['a👍🏽\r', ['a', '👍🏽', 'enter']],
		['ab\u0015c', ['a', 'b', 'ctrl+u', 'c']],
		['\u0017\u007Fx', ['ctrl+w', 'backspace', 'x']],
		['ctrl+a', ['ctrl+a']],
		['up', ['up']],
		['esc', ['esc']],
	])('%j', (input, expected) => {
		expect(names(input)).toEqual(expected);
	});
});

import {expect, test} from 'vitest';
import {tuiOptions} from '../../source/commands/tui-options.ts';

const served = [
	'--chat',
	'Nora',
	'--provider',
	'custom',
	'--base-url',
	'http://127.0.0.1:8080/v1',
	'--model',
	'twin',
];

test('a model on a server of one’s own', () => {
	expect(tuiOptions([...served, '--system', 'Be Nora.'])).toEqual({
		paths: [],
		demo: false,
		chat: 'Nora',
		provider: 'custom',
		served: {
			name: 'Nora',
			baseURL: 'http://127.0.0.1:8080/v1',
			model: 'twin',
			systemPrompt: 'Be Nora.',
		},
	});
});

test('none where none is named', () => {
	expect(tuiOptions(['--chat', 'Nora'])).toMatchObject({
		chat: 'Nora',
		served: null,
	});
});

test.each<[string, string[], RegExp]>([
	['no chat', served.slice(2), /takes all of: --chat NAME/],
	['no name', ['--chat', ...served.slice(2)], /takes all of/],
	['no model', served.slice(0, -2), /takes all of/],
	['no address', ['--chat', 'Nora', '--model', 'twin'], /takes all of/],
	['another provider', served.with(3, 'openai'), /takes all of/],
	['no address at all', served.with(5, '8080'), /"8080" is no base URL/],
	['another protocol', served.with(5, 'file:///v1'), /is no base URL/],
])('%s', (_, args, sentence) => {
	expect(tuiOptions(args)).toMatch(sentence);
});

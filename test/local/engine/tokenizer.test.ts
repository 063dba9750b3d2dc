import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {learnVocabulary} from '../../../source/local/engine/merges.ts';
import {
	makeTokenizer,
	type Tokenizer,
} from '../../../source/local/engine/tokenizer.ts';
import {special} from '../../../source/local/engine/vocabulary.ts';

const texts = [
	'hello there, how are you?\nhello hello 😂😂😂',
	'Person1 says: call Person12 at [phone], not [me]',
	'नमस्ते दोस्त, क्या हाल है? नमस्ते नमस्ते',
	'👩‍👩‍👧 family 👍🏽 thumbs, hello hello there there 😂 😂 😂',
];

let tokenizer: Tokenizer;
beforeAll(async () => {
	tokenizer = makeTokenizer(await learnVocabulary(texts));
});

describe('tokenizer', () => {
	test('gives any text back', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string({unit: 'binary', maxLength: 40}),
					fc.string({unit: 'grapheme', maxLength: 40}),
					fc.constantFrom(...texts, '\ufeffmark', 'a\r\n\r\nb', ''),
				),
				text => {
					expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
				},
			),
			{numRuns: 200},
		);
	});

	test('makes a lone surrogate the replacement character, as UTF-8 does', () => {
		expect(tokenizer.decode(tokenizer.encode('a\ud83db'))).toBe('a\ufffdb');
	});

	test.each(['Person1', 'Person12', '[phone]', '[me]'])(
		'keeps %s whole',
		atom => {
			expect(tokenizer.encode(atom)).toHaveLength(1);
			expect(tokenizer.encode(`hi ${atom}!`)).toContain(
				tokenizer.encode(atom)[0],
			);
		},
	);

	test('spells a label that was never seen', () => {
		expect(tokenizer.encode('Person99').length).toBeGreaterThan(1);
	});

	test('gives a line break a token of its own', () => {
		expect(tokenizer.encode('\n')).toEqual([special.ownLine]);
	});

	test('learns what is frequent', () => {
		expect(tokenizer.encode(' hello')).toHaveLength(1);
		expect(tokenizer.encode('😂')).toHaveLength(1);
		expect(tokenizer.encode(' zebra').length).toBeGreaterThan(3);
	});

	test('learns the same from the same texts', async () => {
		const again = await learnVocabulary(texts);
		expect(again).toEqual(await learnVocabulary(texts));
	});

	test('learns at most about 2,000 merges', async () => {
		const words = Array.from({length: 1500}, (_, at) =>
			`${String.fromCharCode(97 + (at % 26), 97 + ((at >> 3) % 26))}${at.toString(36)} `.repeat(
				4,
			),
		);
		const {merges} = await learnVocabulary(words);
		expect(merges.length / 2).toBeLessThanOrEqual(2000);
		expect(merges.length / 2).toBeGreaterThan(300);
	});

	test('stops when it is told to', async () => {
		await expect(
			learnVocabulary(
				Array.from({length: 5000}, () => 'hello there'),
				AbortSignal.abort(new Error('enough')),
			),
		).rejects.toThrow('enough');
	});
});

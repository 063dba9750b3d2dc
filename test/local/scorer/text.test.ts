import fc from 'fast-check';
import {expect, test} from 'vitest';
import {combine} from '../../../source/local/scorer/combine.ts';
import {findAges} from '../../../source/local/scorer/evidence.ts';
import {findHits} from '../../../source/local/scorer/hits.ts';
import {fold, tokenize} from '../../../source/local/scorer/text.ts';
import {
	createVocabulary,
	mayScore,
} from '../../../source/local/scorer/vocabulary.ts';
import {demoTexts, mixtures} from './texts.ts';

/** What folding means, said at length. */
const folded = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFKC')
		.replaceAll('ß', 'ss')
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('’', "'")
		.normalize('NFD')
		.replaceAll(/\p{M}+/gu, '');

/** What a word is, said in one expression. */
const token =
	/[\p{L}\p{N}@$](?:[\p{L}\p{N}\p{M}@$!*'’|]*[\p{L}\p{N}\p{M}$]|\*{2,})?|[.!?;\n]+|\p{Extended_Pictographic}/gu;

function cut(text: string) {
	const words: string[] = [];
	const sentences: number[] = [];
	let sentence = 0;
	for (const [found] of folded(text).matchAll(token)) {
		if (/^[.!?;\n]/.test(found)) sentence++;
		else {
			words.push(found);
			sentences.push(sentence);
		}
	}
	return {words, sentences};
}

const anyText = fc.oneof(
	fc.string({unit: 'grapheme'}),
	fc.string({unit: 'binary'}),
	fc.string({unit: 'binary-ascii'}),
	fc.stringMatching(/^[a-c*$@!?|' .;ßüÄé👍’]*$/u),
);

test('folds any text, character by character or whole', () => {
	fc.assert(fc.property(anyText, text => fold(text) === folded(text)));
	for (const text of mixtures(500)) expect(fold(text)).toBe(folded(text));
});

test('cuts any text into the words of the expression', () => {
	fc.assert(
		fc.property(anyText, text => {
			expect(tokenize(text)).toEqual(cut(text));
		}),
	);
	for (const text of mixtures(500)) expect(tokenize(text)).toEqual(cut(text));
});

test('passes over no message that has a score', () => {
	const {entryOf} = createVocabulary();
	let passed = 0;
	for (const text of [...demoTexts(), ...mixtures(2000)]) {
		const tokens = tokenize(text);
		const words = tokens.words.map(entryOf);
		if (mayScore(words)) continue;
		passed++;
		const hits = [...findHits(words, tokens.sentences), ...findAges(tokens)];
		const scores = combine({hits, length: words.length, ...tokens});
		expect(Math.max(...Object.values(scores))).toBe(0);
	}
	expect(passed).toBeGreaterThan(1000);
});

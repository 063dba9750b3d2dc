import {hashText} from './random.ts';

/** Terms are kept as numbers below this; two that share one do little harm. */
export const termCount = 1 << 18;

/** Terms of a text and their weights. */
export type Terms = Map<number, number>;

const words = /[\p{L}\p{M}\p{N}]+|\p{Extended_Pictographic}/gu;
/** A part of a word says less than the word. */
const partWeight = 0.3;
const longestWord = 24;

/** The words of a text without case, accents and stretched letters ("Heyyy" is "hey"). */
export function wordsOf(text: string): string[] {
	const plain = text
		.normalize('NFKD')
		.replace(/\p{Mn}+/gu, '')
		.toLowerCase()
		.replace(/(\p{L})\1{2,}/gu, '$1');
	return plain.match(words) ?? [];
}

/**
 * The terms that a text is found by: words, and character trigrams of longer words,
 * so that other endings, typing errors and languages that write without spaces are found too.
 */
export function termsOf(text: string, withParts = true): Terms {
	const terms: Terms = new Map();
	const add = (term: string, weight: number) => {
		const id = hashText(term) % termCount;
		terms.set(id, (terms.get(id) ?? 0) + weight);
	};

	for (const word of wordsOf(text)) {
		add(word, 1);
		if (!withParts || word.length < 4) continue;
		const edged = `<${word.slice(0, longestWord)}>`;
		for (let at = 0; at + 3 <= edged.length; at++) {
			add(`#${edged.slice(at, at + 3)}`, partWeight);
		}
	}

	return terms;
}

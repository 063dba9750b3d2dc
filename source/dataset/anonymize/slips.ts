import {isFrequentNoun} from './nouns.ts';
import {isCommonWord} from './words.ts';

/** Shorter names are a slip away from too many words. */
const shortestForSlip = 8;
const shortestForCase = 5;
/** Slips happen behind the letters that one begins with. */
const firstSlip = 3;

/**
How else a name of one word (folded) may stand in a text: with a letter left out, doubled or changed over, where the name is
long enough that the result is no other word, and in the cases of Slavic languages whose endings no other one has.
*/
export function slips(folded: string): string[] {
	if (!/^\p{L}+$/u.test(folded) || isCommonWord(folded)) return [];
	return [...new Set([...mistypings(folded), ...cases(folded)])].filter(
		other => other !== folded && !isCommonWord(other) && !isFrequentNoun(other),
	);
}

function mistypings(name: string): string[] {
	if (name.length < shortestForSlip) return [];
	return Array.from({length: name.length - firstSlip}, (_, nth) => {
		const at = firstSlip + nth;
		const before = name.slice(0, at);
		const letter = name.charAt(at);
		const after = name.slice(at + 1);
		// An ending left out makes other names and words: Valentina, Christiane.
		const without = after === '' ? [] : [before + after];
		const doubled = before + letter + letter + after;
		const over = before + after.charAt(0) + letter + after.slice(1);
		return [...without, doubled, over];
	}).flat();
}

/** Katharinou, Katharinę; Jonasovi, Jonasowi. */
function cases(name: string): string[] {
	if (name.length < shortestForCase || !/^[a-zäöüß]+$/.test(name)) return [];
	return name.endsWith('a')
		? ['ou', 'ę', 'ą', 'ě'].map(ending => name.slice(0, -1) + ending)
		: ['ovi', 'owi'].map(ending => name + ending);
}

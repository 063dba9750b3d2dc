import type {Signal} from './language.ts';
import type {Node, Term} from './lexicon.ts';
import type {Entry} from './vocabulary.ts';

/** Something found in a message. */
export type Hit = {
	signal: Signal;
	/** 0 to 1. */
	strength: number;
	/** Index of its first word, and of the word after its last. */
	start: number;
	end: number;
	sentence: number;
};

/** Signals that set the scene: they count even inside a phrase that means something else ("you" in "fuck you"). */
const scene = new Set<Signal>(['you', 'me', 'negation', 'softener']);

/** Everything listed that is in a message, in order; of overlapping phrases the longest. */
export function findHits(
	words: readonly Entry[],
	sentences: readonly number[],
): Hit[] {
	const language = guessLanguage(words);
	const hits: Hit[] = [];
	let free = 0;
	for (let start = 0; start < words.length; start++) {
		const {node, parts} = words[start] as Entry;
		if (!node && parts.length === 0) continue;
		const place = {start, end: start + 1, sentence: sentences[start] ?? 0};
		if (node) add(hits, node.terms, place, language, true);
		if (start < free) continue;
		const longest = node && longestPhrase(node, words, start, language);
		if (longest) {
			place.end = longest.end;
			free = longest.end;
		}
		add(hits, longest?.terms ?? parts, place, language, false);
	}
	return hits;
}

type Place = Pick<Hit, 'start' | 'end' | 'sentence'>;

/** Adds the terms that fit and are of the scene, or are not. */
function add(
	hits: Hit[],
	terms: readonly Term[],
	{start, end, sentence}: Place,
	language: string | null,
	inScene: boolean,
): void {
	for (const term of terms) {
		const {signal, strength} = term;
		if (scene.has(signal) !== inScene || !fits(term, language)) continue;
		// Both own languages may have a word: it is one sign, not two.
		const same = hitAt(hits, start, signal);
		if (same) same.strength = Math.max(same.strength, strength);
		else hits.push({signal, strength, start, end, sentence});
	}
}

/** The hit with this signal that begins at this word, the last one that has any. */
function hitAt(
	hits: readonly Hit[],
	start: number,
	signal: Signal,
): Hit | undefined {
	for (let index = hits.length - 1; index >= 0; index--) {
		const hit = hits[index] as Hit;
		if (hit.start !== start) return undefined;
		if (hit.signal === signal) return hit;
	}
	return undefined;
}

/** The longest phrase from this word on that fits the language. */
function longestPhrase(
	first: Node,
	words: readonly Entry[],
	start: number,
	language: string | null,
): {terms: Term[]; end: number} | null {
	let best: {terms: Term[]; end: number} | null = null;
	let node: Node | undefined = first;
	for (let end = start + 1; node; end++) {
		if (node.terms.some(term => fits(term, language)))
			best = {terms: node.terms, end};
		node = node.next.get(words[end]?.word ?? '');
	}
	return best;
}

/** The own languages mix in chats; words of the other lists count unless the message is in another language. */
function fits({language, strict}: Term, guessed: string | null): boolean {
	if (language === guessed) return true;
	if (strict) return false;
	return guessed === null || language === 'en' || language === 'de';
}

/** The language with most function words in the message; null where none leads. */
function guessLanguage(words: readonly Entry[]): string | null {
	const counts = new Map<string, number>();
	let best: string | null = null;
	let most = 0;
	for (const {language} of words) {
		if (!language) continue;
		const count = (counts.get(language) ?? 0) + 1;
		counts.set(language, count);
		if (count > most) {
			most = count;
			best = language;
		} else if (count === most) best = null;
	}
	return best;
}

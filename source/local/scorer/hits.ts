import type {Signal} from './language.ts';
import {type Lexicon, type Node, partKey, type Term} from './lexicon.ts';
import {isUnusual, readings, type Tokens} from './text.ts';

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
const shortestCompound = 6;
/** What a compound has besides its listed part, at least. */
const shortestRest = 2;

/** Everything of the lexicon that is in a message, in order; of overlapping phrases the longest. */
export function findHits(tokens: Tokens, lexicon: Lexicon): Hit[] {
	const {sentences} = tokens;
	const words = tokens.words.map(word => readDisguised(word, lexicon));
	const language = guessLanguage(words, lexicon);
	const hits: Hit[] = [];
	let free = 0;
	for (let start = 0; start < words.length; start++) {
		const word = words[start] ?? '';
		const place = {start, sentence: sentences[start] ?? 0, language};
		const node = lexicon.root.get(word);
		if (node) add(hits, node.terms, {...place, end: start + 1}, true);
		if (start < free) continue;
		const longest = node && longestPhrase(node, words, start, language);
		if (longest) {
			add(hits, longest.terms, {...place, end: longest.end}, false);
			free = longest.end;
		} else if (!node) {
			const terms = partsOf(word, lexicon);
			if (terms.length > 0) add(hits, terms, {...place, end: start + 1}, false);
		}
	}
	return hits;
}

type Place = Pick<Hit, 'start' | 'end' | 'sentence'> & {
	language: string | null;
};

/** Adds the terms that fit and are of the scene, or are not. */
function add(
	hits: Hit[],
	terms: readonly Term[],
	{start, end, sentence, language}: Place,
	inScene: boolean,
): void {
	for (const term of terms) {
		const {signal, strength} = term;
		if (scene.has(signal) !== inScene || !fits(term, language)) continue;
		// Both own languages may have a word: it is one sign, not two.
		const same = hits.find(hit => hit.start === start && hit.signal === signal);
		if (same) same.strength = Math.max(same.strength, strength);
		else hits.push({signal, strength, start, end, sentence});
	}
}

/** The longest phrase from this word on that fits the language. */
function longestPhrase(
	first: Node,
	words: readonly string[],
	start: number,
	language: string | null,
): {terms: Term[]; end: number} | null {
	let best: {terms: Term[]; end: number} | null = null;
	let node: Node | undefined = first;
	for (let end = start + 1; node; end++) {
		if (node.terms.some(term => fits(term, language)))
			best = {terms: node.terms, end};
		node = node.next.get(words[end] ?? '');
	}
	return best;
}

/** The listed word that is meant, or the word as it stands. */
function readDisguised(word: string, {root, masked}: Lexicon): string {
	if (root.has(word) || !isUnusual(word)) return word;
	for (const reading of readings(word)) {
		if (root.has(reading)) return reading;
		const hidden = masked.get(reading);
		if (hidden) return hidden;
	}
	return word;
}

/** What a compound is made with: "Scheißwetter", "Vollidiot". */
function partsOf(word: string, {prefixes, suffixes}: Lexicon): Term[] {
	if (word.length < shortestCompound) return [];
	const longest = word.length - shortestRest;
	for (const {part, terms} of prefixes.get(word.slice(0, partKey)) ?? [])
		if (part.length <= longest && word.startsWith(part)) return terms;
	for (const {part, terms} of suffixes.get(word.slice(-partKey)) ?? [])
		if (part.length <= longest && word.endsWith(part)) return terms;
	return [];
}

/** The own languages mix in chats; words of the other lists count unless the message is in another language. */
function fits({language, strict}: Term, guessed: string | null): boolean {
	if (language === guessed) return true;
	if (strict) return false;
	return guessed === null || language === 'en' || language === 'de';
}

/** The language with most function words in the message; null where none leads. */
function guessLanguage(
	words: readonly string[],
	{functionWords}: Lexicon,
): string | null {
	const counts = new Map<string, number>();
	let best: string | null = null;
	let most = 0;
	for (const word of words) {
		const language = functionWords.get(word);
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

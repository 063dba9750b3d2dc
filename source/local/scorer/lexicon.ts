import {english} from './english.ts';
import {englishTopics} from './english-topics.ts';
import {german} from './german.ts';
import {germanTopics} from './german-topics.ts';
import type {Language, Signal, Words} from './language.ts';
import {lists} from './lists.ts';
import {fold, masks, tokenize} from './text.ts';

/** What a word or phrase is a sign of. */
export type Term = {
	signal: Signal;
	strength: number;
	/** Language of the list, and whether the message must look like it. */
	language: string;
	strict: boolean;
};

/** A place in the tree of phrases: what ends here, and which words go on. */
export type Node = {terms: Term[]; next: Map<string, Node>};

/** A part of compounds. */
export type Part = {part: string; terms: Term[]};

/** Letters of the shortest part: one look-up tells whether a word can have any. */
export const partKey = 4;

export type Lexicon = {
	root: Map<string, Node>;
	/** Words by how they are written with their middle hidden. */
	masked: Map<string, string>;
	/** Languages by function word. */
	functionWords: Map<string, string>;
	/** How longer words begin and end, by the first and last letters (`partKey`). */
	prefixes: Map<string, Part[]>;
	suffixes: Map<string, Part[]>;
};

const own: {language: Language; topics: Words}[] = [
	{language: english, topics: englishTopics},
	{language: german, topics: germanTopics},
];

/** What the coarse lists of others count for: no more than a hint of what is meant. */
const fromLists = {
	own: {sex: 0.5, profanity: 0.25},
	other: {sex: 0.3, profanity: 0.5},
} as const;
/** Shorter words of the other lists are words of many languages. */
const shortestUnsure = 4;

/** Builds the tree of all words; some 15 ms, so once. */
export function buildLexicon(): Lexicon {
	const lexicon: Lexicon = {
		root: new Map(),
		masked: new Map(),
		functionWords: new Map(),
		prefixes: new Map(),
		suffixes: new Map(),
	};
	for (const {language, topics} of own) {
		addFunctionWords(lexicon, language.name, language.functionWords);
		addWords(lexicon, language, language.words);
		addWords(lexicon, language, topics);
	}
	for (const list of lists) {
		addFunctionWords(lexicon, list.name, list.functionWords);
		const ordinary = new Set(split(list.ordinary).map(fold));
		const isOwn = own.some(({language}) => language.name === list.name);
		const strengths = Object.entries(fromLists[isOwn ? 'own' : 'other']);
		for (const term of list.terms) {
			const path = tokenize(term).words;
			if (ordinary.has(fold(term)) || find(lexicon.root, path)) continue;
			const strict = !isOwn && fold(term).length < shortestUnsure;
			for (const [signal, strength] of strengths)
				insert(lexicon.root, path, {
					signal: signal as Signal,
					strength,
					language: list.name,
					strict,
				});
		}
	}
	return lexicon;
}

function addWords(
	lexicon: Lexicon,
	{name: language, endings}: Language,
	words: Words,
): void {
	for (const [signal, tiers] of Object.entries(words)) {
		for (const [tier, terms] of Object.entries(tiers)) {
			for (const written of split(terms)) {
				const term: Term = {
					signal: signal as Signal,
					strength: Number(tier),
					language,
					strict: written.endsWith('~'),
				};
				addTerm(lexicon, written.replace('~', ''), term, endings.split(' '));
			}
		}
	}
}

function addTerm(
	{root, masked, prefixes, suffixes}: Lexicon,
	written: string,
	term: Term,
	endings: readonly string[],
): void {
	const bare = fold(written.replaceAll(/^-|[-*]$/g, ''));
	if (written.endsWith('-'))
		insertPart(prefixes, bare, bare.slice(0, partKey), term);
	else if (written.startsWith('-'))
		insertPart(suffixes, bare, bare.slice(-partKey), term);
	else {
		const path = tokenize(bare).words;
		insert(root, path, term);
		if (written.endsWith('*'))
			for (const ending of endings) insert(root, [bare + ending], term);
		const rude = ['profanity', 'insult', 'slur'].includes(term.signal);
		const [word = ''] = path;
		if (rude && path.length === 1 && word.length > 3 && term.strength > 0.4)
			for (const mask of masks(word))
				if (mask !== word && !masked.has(mask)) masked.set(mask, word);
	}
}

function insert(
	root: Map<string, Node>,
	path: readonly string[],
	term: Term,
): void {
	let next = root;
	let node: Node | undefined;
	for (const word of path) {
		node = next.get(word);
		if (!node) {
			node = {terms: [], next: new Map()};
			next.set(word, node);
		}
		next = node.next;
	}
	node?.terms.push(term);
}

function insertPart(
	parts: Map<string, Part[]>,
	part: string,
	key: string,
	term: Term,
): void {
	const same = parts.get(key)?.find(each => each.part === part);
	if (same) same.terms.push(term);
	else parts.set(key, [...(parts.get(key) ?? []), {part, terms: [term]}]);
}

function find(root: Map<string, Node>, path: readonly string[]): boolean {
	let next: Map<string, Node> | undefined = root;
	let node: Node | undefined;
	for (const word of path) {
		node = next?.get(word);
		next = node?.next;
	}
	return (node?.terms.length ?? 0) > 0;
}

function addFunctionWords(
	{functionWords}: Lexicon,
	language: string,
	words: string,
): void {
	for (const word of words.split(/\s+/)) {
		const folded = fold(word);
		// The own languages come first: what is a word of theirs tells of no other.
		if (folded && !functionWords.has(folded))
			functionWords.set(folded, language);
	}
}

const split = (terms: string): string[] =>
	terms.split(',').map(term => term.trim().replaceAll(/\s+/g, ' '));

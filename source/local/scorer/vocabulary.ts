import {isAfterAge} from './evidence.ts';
import type {Signal} from './language.ts';
import {
	buildLexicon,
	type Lexicon,
	type Node,
	partKey,
	type Term,
} from './lexicon.ts';
import {isUnusual, readings} from './text.ts';

/** What the scorer knows of a word, in whichever message it is. */
export type Entry = {
	/** The listed word that is meant, or the word as it stands. */
	word: string;
	/** Its place in the tree of phrases. */
	node: Node | undefined;
	/** What a compound is made with. */
	parts: readonly Term[];
	/** The language that it is a function word of. */
	language: string | undefined;
	/** Whether it gives a score by itself, and whether it begins phrases that do. */
	isLoud: boolean;
	isBeginning: boolean;
};

/** Looks words up; what was found is kept, as people write the same few thousand again and again. */
export type Vocabulary = {entryOf(word: string): Entry};

/** Signals that give no score by themselves, only beside others; see `combine.ts`. */
const quiet = new Set<Signal>([
	'you',
	'me',
	'negation',
	'softener',
	'harmless',
	'derogation',
	'instructions',
]);

/** Whether a message may have a score; most have no word and no beginning of a phrase for one. */
export function mayScore(words: readonly Entry[]): boolean {
	for (let index = 0; index < words.length; index++) {
		const {isLoud, isBeginning, node} = words[index] as Entry;
		if (isLoud) return true;
		const next = isBeginning && words[index + 1];
		if (next && node?.next.has(next.word)) return true;
	}
	return false;
}

/** Words that are kept, at most: some megabytes. */
const mostKept = 20_000;
const shortestCompound = 6;
/** What a compound has besides its listed part, at least. */
const shortestRest = 2;

export function createVocabulary(): Vocabulary {
	const lexicon = buildLexicon();
	const entries = new Map<string, Entry>();
	return {
		entryOf(written) {
			const known = entries.get(written);
			if (known) return known;
			const entry = lookUp(written, lexicon);
			// Hardly a number comes back.
			if (written.charCodeAt(0) <= nine) return entry;
			if (entries.size >= mostKept) entries.clear();
			entries.set(written, entry);
			return entry;
		},
	};
}

const nine = 0x39;

function lookUp(written: string, lexicon: Lexicon): Entry {
	const word = readDisguised(written, lexicon);
	const node = lexicon.root.get(word);
	const parts = node ? [] : partsOf(word, lexicon);
	return {
		word,
		node,
		parts,
		language: lexicon.functionWords.get(word),
		isLoud:
			parts.length > 0 ||
			isAfterAge(written) ||
			(node ? endsLoud(node) : false),
		isBeginning: node ? [...node.next.values()].some(leadsToLoud) : false,
	};
}

const endsLoud = ({terms}: Node): boolean =>
	terms.some(({signal}) => !quiet.has(signal));

const leadsToLoud = (node: Node): boolean =>
	endsLoud(node) || [...node.next.values()].some(leadsToLoud);

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

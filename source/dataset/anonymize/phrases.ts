import {isBoundary} from './boundaries.ts';

/** A name as it is looked for: folded, with what stands for it. */
export type Phrase = {
	folded: string;
	label: string;
	/** Whether an -s without apostrophe may follow (Annas Auto). */
	genitive: boolean;
};

/** Phrases by their first two code units, longest first. */
export type Phrases = {
	firsts: Uint8Array;
	byStart: Map<number, Phrase[]>;
};

/** Of two phrases of the same letters the first wins. */
export function indexPhrases(phrases: readonly Phrase[]): Phrases {
	const index: Phrases = {
		firsts: new Uint8Array(0x1_00_00),
		byStart: new Map(),
	};
	const known = new Set<string>();
	for (const phrase of phrases) {
		if (known.has(phrase.folded)) continue;
		known.add(phrase.folded);
		index.firsts[phrase.folded.charCodeAt(0)] = 1;
		const start = startOf(phrase.folded, 0);
		const same = index.byStart.get(start);
		if (same) same.push(phrase);
		else index.byStart.set(start, [phrase]);
	}
	for (const same of index.byStart.values())
		same.sort((a, b) => b.folded.length - a.folded.length);
	return index;
}

/** A name of one sign is found by that sign and any next one, so it is looked up by itself. */
const startOf = (text: string, at: number): number =>
	text.length > at + 1
		? text.charCodeAt(at) * 0x1_00_00 + text.charCodeAt(at + 1)
		: text.charCodeAt(at);

/** The longest phrase that stands at `at` of a folded text, as whole words. */
export function findPhrase(
	{firsts, byStart}: Phrases,
	folded: string,
	at: number,
): Phrase | null {
	if (!firsts[folded.charCodeAt(at)]) return null;
	const candidates = byStart.get(startOf(folded, at));
	for (const phrase of candidates ?? [])
		if (folded.startsWith(phrase.folded, at) && ends(phrase, folded, at))
			return phrase;
	return (
		byStart
			.get(folded.charCodeAt(at))
			?.find(phrase => ends(phrase, folded, at)) ?? null
	);
}

function ends({folded: name, genitive}: Phrase, text: string, at: number) {
	const end = at + name.length;
	return (
		isBoundary(text, end) ||
		(genitive && text.charCodeAt(end) === 0x73 && isBoundary(text, end + 1))
	);
}

/** Letters that are enough to tell most texts without a name from those with one. */
const telling = 3;

/**
Finds where a text (not folded) may hold the first of these phrases or an @. Grouped by first letter, since a regular
expression tries alternatives one by one.
*/
export function perhapsPattern(phrases: readonly Phrase[]): RegExp {
	const byFirst = new Map<string, Set<string>>();
	for (const {folded} of phrases) {
		// A space stands for hyphens too.
		const start = folded.slice(0, telling).replace(/ .*$/, '');
		const rest = byFirst.get(start.charAt(0)) ?? new Set();
		byFirst.set(start.charAt(0), rest.add(start.slice(1)));
	}
	const groups = [...byFirst].map(
		([first, rest]) =>
			`${literal(first)}(?:${[...rest].map(literal).join('|')})`,
	);
	return new RegExp(['@', ...groups].join('|'), 'i');
}

const literal = (text: string): string =>
	text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

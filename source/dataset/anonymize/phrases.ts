import {isBoundary} from './boundaries.ts';
import {isCommonWord} from './words.ts';

/** A name as it is looked for: folded, with what stands for it. */
export type Phrase = {
	folded: string;
	label: string;
	/** Whether endings may follow: Annas, Annaaa, anna94, katharinahaft. */
	inflects: boolean;
	/** Whether it must begin with a capital, for names that are also words. */
	capital: boolean;
};

/** A phrase that was found: `end` is behind all that its label stands for. */
export type Found = {label: string; end: number};

/** Phrases by their first two code units, longest first. */
export type Phrases = ReadonlyMap<number, readonly Phrase[]>;

/** Of two phrases of the same letters the first wins. */
export function indexPhrases(phrases: readonly Phrase[]): Phrases {
	const index = new Map<number, Phrase[]>();
	const known = new Set<string>();
	for (const phrase of phrases) {
		if (known.has(phrase.folded)) continue;
		known.add(phrase.folded);
		const start = startOf(phrase.folded, 0);
		const same = index.get(start);
		if (same) same.push(phrase);
		else index.set(start, [phrase]);
	}
	for (const same of index.values())
		same.sort((a, b) => b.folded.length - a.folded.length);
	return index;
}

/** A name of one sign is found by that sign and any next one, so it is looked up by itself. */
const startOf = (text: string, at: number): number =>
	text.length > at + 1
		? text.charCodeAt(at) * 0x1_00_00 + text.charCodeAt(at + 1)
		: text.charCodeAt(at);

/** The longest phrase that stands at `at` of a text, as whole words. */
export function findPhrase(
	phrases: Phrases,
	text: string,
	folded: string,
	at: number,
): Found | null {
	return (
		firstOf(phrases.get(startOf(folded, at)), text, folded, at) ??
		firstOf(phrases.get(folded.charCodeAt(at)), text, folded, at)
	);
}

function firstOf(
	phrases: readonly Phrase[] | undefined,
	text: string,
	folded: string,
	at: number,
): Found | null {
	if (phrases === undefined) return null;
	for (const phrase of phrases) {
		if (!folded.startsWith(phrase.folded, at)) continue;
		if (phrase.capital && text.charCodeAt(at) === folded.charCodeAt(at))
			continue;
		const end = endOf(phrase, folded, at + phrase.folded.length);
		if (end > 0) return {label: phrase.label, end};
	}
	return null;
}

/** Where what the label stands for ends; 0 where the word goes on as another one. A genitive's s stays. */
function endOf(
	{inflects, folded: {length}}: Phrase,
	folded: string,
	end: number,
): number {
	if (isBoundary(folded, end)) return end;
	if (!inflects) return 0;
	const last = folded.charCodeAt(end - 1);
	if (folded.charCodeAt(end) === 0x73 && last !== 0x73)
		if (isBoundary(folded, end + 1)) return end;
	if (
		folded.startsWith('ens', end) &&
		isHiss(last) &&
		isBoundary(folded, end + 3)
	)
		return end;
	asIn.lastIndex = end;
	if (length >= shortestForWord && asIn.test(folded)) return end;
	let stop = end;
	while (folded.charCodeAt(stop) === last) stop++;
	if (stop < end + 2) {
		stop = end;
		while (isDigit(folded.charCodeAt(stop))) stop++;
	}
	return stop > end && isBoundary(folded, stop) ? stop : 0;
}

/** Words that are made of names: schröderesk, jonashaft, Lena-mäßig without the hyphen. */
const asIn =
	/(?:(?:esk|haft|mäßig|maessig|mässig)(?:e[mnrs]?)?|like|esque)(?![\p{L}\p{M}\p{N}])/uy;
/** Shorter names begin too many words that end like this. */
const shortestForWord = 5;

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

const isHiss = (unit: number): boolean =>
	'sxzß'.includes(String.fromCharCode(unit));

/** Whether a name takes endings: in Latin letters, three and more, and with an s behind it is no other word. */
export const takesEndings = (folded: string): boolean =>
	/^.{2,}[\p{Script=Latin}\p{M}]$/u.test(folded) && !isCommonWord(`${folded}s`);

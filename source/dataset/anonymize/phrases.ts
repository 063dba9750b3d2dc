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

/** Phrases that begin alike, longest first. */
type Alike = {
	/** Where there are many: those of four code units and more, by these four. */
	byFour: ReadonlyMap<number, readonly Phrase[]> | null;
	others: readonly Phrase[];
};

/** Phrases by their first two code units. */
export type Phrases = ReadonlyMap<number, Alike>;

/** So many that begin alike are gone through one by one. */
const few = 8;

/** Of two phrases of the same letters the first wins. */
export function indexPhrases(phrases: readonly Phrase[]): Phrases {
	const known = new Set<string>();
	const distinct = phrases.filter(({folded}) => {
		const isNew = !known.has(folded);
		known.add(folded);
		return isNew;
	});
	const longestFirst = distinct.sort(
		(a, b) => b.folded.length - a.folded.length,
	);
	const alike = grouped(longestFirst, ({folded}) => startOf(folded, 0));
	return new Map(
		[...alike].map(([start, same]): [number, Alike] => {
			if (same.length <= few) return [start, {byFour: null, others: same}];
			const long = same.filter(({folded}) => folded.length >= 4);
			const byFour = grouped(long, ({folded}) => fourOf(folded, 0));
			return [start, {byFour, others: same.slice(long.length)}];
		}),
	);
}

/** In the order that they have. */
function grouped(
	phrases: readonly Phrase[],
	keyOf: (phrase: Phrase) => number,
): Map<number, Phrase[]> {
	const groups = new Map<number, Phrase[]>();
	for (const phrase of phrases) {
		const key = keyOf(phrase);
		const group = groups.get(key);
		if (group) group.push(phrase);
		else groups.set(key, [phrase]);
	}
	return groups;
}

/** A name of one sign is found by that sign and any next one, so it is looked up by itself. */
const startOf = (text: string, at: number): number =>
	text.length > at + 1
		? text.charCodeAt(at) * 0x1_00_00 + text.charCodeAt(at + 1)
		: text.charCodeAt(at);

/** The third and fourth code unit, behind a start; the end of a text is like no code unit. */
const fourOf = (text: string, at: number): number =>
	text.charCodeAt(at + 2) * 0x1_00_00 + text.charCodeAt(at + 3);

/** The longest phrase that stands at `at` of a text, as whole words. */
export function findPhrase(
	phrases: Phrases,
	text: string,
	folded: string,
	at: number,
): Found | null {
	return (
		firstAlike(phrases.get(startOf(folded, at)), text, folded, at) ??
		firstAlike(phrases.get(folded.charCodeAt(at)), text, folded, at)
	);
}

function firstAlike(
	alike: Alike | undefined,
	text: string,
	folded: string,
	at: number,
): Found | null {
	if (alike === undefined) return null;
	const {byFour, others} = alike;
	return (
		firstOf(byFour?.get(fourOf(folded, at)), text, folded, at) ??
		firstOf(others, text, folded, at)
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

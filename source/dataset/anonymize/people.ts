import type {Decisions} from './decisions.ts';
import {ownerLabel, placeholder} from './hits.ts';
import {type NameForms, nameForms} from './names.ts';
import type {Phone} from './phones.ts';
import {
	indexPhrases,
	type Phrase,
	type Phrases,
	takesEndings,
} from './phrases.ts';
import {derivedNames} from './short-forms.ts';
import {slips} from './slips.ts';
import {fold, spellings} from './spellings.ts';
import {isCommonWord} from './words.ts';

/** Somebody whose names are looked for, and what stands for them. */
export type Person = {label: string; forms: NameForms};

export function peopleOf(
	labels: ReadonlyMap<string, string>,
	me: readonly string[],
): {others: Person[]; owner: Person[]} {
	return {
		others: [...labels].map(([name, label]) => ({
			label,
			forms: nameForms(name),
		})),
		owner: me.map(name => ({label: ownerLabel, forms: nameForms(name)})),
	};
}

export const phonesOf = (people: readonly Person[]): Phone[] =>
	people.flatMap(({label, forms: {digits}}) =>
		digits === null ? [] : [{digits, label}],
	);

/** What these people may be called, in texts and after an @. Names come before what is derived from others'. */
export function indexPeople(
	people: readonly Person[],
	{replaceNames, keepNames}: Decisions,
): {words: Phrases; mentions: Phrases; starts: string[]} {
	const kept = foldedSet(keepNames);
	const wanted = new Map(
		replaceNames.flatMap(name =>
			spellings(name).map(folded => [folded, isCapital(name)] as const),
		),
	);
	const phrases = (name: string, label: string): Phrase[] =>
		spellings(name).map(folded => ({
			folded,
			label,
			inflects: takesEndings(folded),
			capital: wanted.get(folded) ?? false,
		}));
	const each = (namesOf: (forms: NameForms) => string[]) =>
		people.flatMap(({label, forms}) =>
			namesOf(forms).flatMap(name => phrases(name, label)),
		);
	// André without its accent is "andre", a word; so each spelling is asked.
	const isClear = ({folded}: Phrase) =>
		!isCommonWord(folded) || wanted.has(folded);
	const full = each(forms => forms.full);
	const parts = each(forms => forms.parts);
	const derived = each(forms => forms.parts.flatMap(derivedNames));
	const clear = parts.filter(isClear);
	const mistyped = clear.flatMap(({folded, label}) =>
		slips(folded).map(slip => ({
			folded: slip,
			label,
			inflects: true,
			capital: false,
		})),
	);
	const words = [...full, ...clear, ...derived, ...mistyped]
		.concat(replaceNames.flatMap(name => phrases(name, placeholder.name)))
		.filter(({folded}) => !kept.has(folded));
	const mentions = [
		...each(forms => [forms.written]),
		...full,
		...parts,
		...derived,
	].map(phrase => ({...phrase, capital: false}));
	return {
		words: indexPhrases(words),
		mentions: indexPhrases(mentions),
		starts: words.map(({folded}) => folded),
	};
}

/** Names of one word that are common words too, and that nothing was decided about. */
export function undecidedNames(
	people: readonly Person[],
	{replaceNames, keepNames}: Decisions,
): string[] {
	const decided = foldedSet([...replaceNames, ...keepNames]);
	const names = people
		.flatMap(({forms}) => forms.parts)
		.filter(name => isCommonWord(fold(name)) && !decided.has(fold(name)));
	return [...new Map(names.map(name => [fold(name), name])).values()];
}

const foldedSet = (names: readonly string[]): Set<string> =>
	new Set(names.flatMap(spellings));

const isCapital = (name: string): boolean => name !== name.toLowerCase();

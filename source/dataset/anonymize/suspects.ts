import {type Hit, isTaken, placeholder} from './hits.ts';
import {isFrequentNoun} from './nouns.ts';
import {sampleOf} from './sample.ts';
import {fold} from './spellings.ts';
import {isCommonWord} from './words.ts';

/** A word that was not replaced and looks like a name. */
export type Suspect = {
	name: string;
	count: number;
	/** Whether it stood behind an @, where it was replaced. */
	isMention: boolean;
	sample: string;
};

type Word = {
	name: string;
	/** In the middle of sentences, with a capital. */
	count: number;
	/** Of these, right behind a word that seldom stands before a name, and behind one that never does, or a figure. */
	ledIn: number;
	asNoun: number;
	mentions: number;
	/** Anywhere with a capital, and without one. */
	capital: number;
	small: number;
	sample: string;
	/** Of a common word: where it first stands with a capital, and where without. */
	first: string;
	firstSmall: string;
};

const words = /\p{L}[\p{L}\p{M}'’-]*/gu;
/** What stands between the end of a sentence and the next. */
const sentenceEnd =
	/(?:^|[.!?…:;\n"„“”(*_~\p{Extended_Pictographic}])(?:[\s\p{P}\u200d]|\p{M})*$/u;
/** Articles, possessives, quantities and the like, English and German: a noun follows them far oftener than a name. */
const leadIns = new Set(
	(
		'the a an my your his its our their this that these those some any no every each ' +
		'der die das den dem des ein eine einen einem einer eines mein meine meinen meinem meiner dein deine deinen deinem deiner ' +
		'sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren euer eure kein keine keinen keinem keiner ' +
		'diese dieser diesen diesem dieses jede jeder jeden jedes alle viel viele wenig mehr zum zur im am beim vom ins ans aufs ' +
		'gute guten guter gutes schöne schönen schönes neue neuen neues ganze ganzen nächste nächsten letzte letzten erste ersten'
	).split(' '),
);
/** Words that no name follows, and many a noun: one of them is enough. Not “mein Max”, “zur Anna”, “die Lena”. */
const nounLeadIns = new Set(
	(
		'a an some any every each ein eine einen einem eines ne nen kein keine keinen keinem keiner das im am ins ans aufs ' +
		'etwas nichts viele wenig alle zwei drei vier fünf sechs sieben acht neun zehn paar'
	).split(' '),
);
/** Endings of German nouns that no name has. */
const nounEnding =
	/(?:ung|ungen|heit|keit|schaft|tion|tionen|tät|ismus|chen|zeit|tag|abend|woche|stunde|haus|teil|arzt|zeug)$/;
const mostSuspects = 100;

/** Counts words that look like names: with a capital in the middle of a sentence, and not also a word of the chats. */
export function suspectCounter() {
	const found = new Map<string, Word>();
	const wordOf = (name: string): Word => {
		const key = fold(name);
		const known = found.get(key);
		if (known) return known;
		const fresh: Word = {
			name,
			count: 0,
			ledIn: 0,
			asNoun: 0,
			mentions: 0,
			capital: 0,
			small: 0,
			sample: '',
			first: '',
			firstSmall: '',
		};
		found.set(key, fresh);
		return fresh;
	};
	return {
		add(text: string, hits: readonly Hit[]): void {
			let before = '';
			for (const match of text.matchAll(words)) {
				const [written] = match;
				const start = match.index;
				const end = start + written.length;
				const previous = before;
				before = written.toLowerCase();
				if (isTaken(hits, start, end)) {
					if (!isUnknownMention(hits, start)) continue;
					const word = wordOf(written);
					word.mentions++;
					word.sample ||= sampleOf(text, {start, end});
					continue;
				}
				const word = wordOf(written.replace(/['’]s?$/, ''));
				if (!/^\p{Lu}/u.test(written)) {
					if (word.small++ === 0 && isCommonWord(stemOf(word.name)))
						word.firstSmall = sampleOf(text, {start, end});
					continue;
				}
				if (word.capital++ === 0 && isCommonWord(stemOf(word.name)))
					word.first = sampleOf(text, {start, end});
				// A text in capitals says nothing.
				if (/^\p{Lu}{2}/u.test(written)) continue;
				if (sentenceEnd.test(text.slice(Math.max(0, start - 8), start)))
					continue;
				word.count++;
				word.name = written.replace(/['’]s?$/, '');
				if (leadIns.has(previous)) word.ledIn++;
				const isCounted = /\d\s$/.test(
					text.slice(Math.max(0, start - 2), start),
				);
				if (nounLeadIns.has(previous) || isCounted) word.asNoun++;
				word.sample ||= sampleOf(text, {start, end});
			}
		},
		/** How often a name that is a common word stands with a capital, and where first; if it never does, where without. */
		capital(name: string): {count: number; sample: string} {
			const forms = [fold(name), `${fold(name)}s`].flatMap(
				form => found.get(form) ?? [],
			);
			const first = forms.find(({capital}) => capital > 0)?.first;
			return {
				count: forms.reduce((sum, {capital}) => sum + capital, 0),
				sample: first ?? forms[0]?.firstSmall ?? '',
			};
		},
		/** Most frequent first; but not these. */
		list: (others: readonly string[]): Suspect[] => {
			const known = new Set(others.map(fold));
			return [...found]
				.filter(([key, word]) => !known.has(key) && looksLikeName(key, word))
				.map(([, {name, count, mentions, sample}]) => ({
					name,
					count: count + mentions,
					isMention: mentions > 0,
					sample,
				}))
				.sort((a, b) => b.count - a.count)
				.slice(0, mostSuspects);
		},
	};
}

/** A common word in the genitive is that word. */
const stemOf = (name: string): string => {
	const folded = fold(name);
	return isCommonWord(folded) ? folded : folded.replace(/s$/, '');
};

const isUnknownMention = (hits: readonly Hit[], start: number): boolean =>
	hits.some(
		hit =>
			hit.label === `@${placeholder.name}` &&
			hit.start < start &&
			start < hit.end,
	);

function looksLikeName(
	key: string,
	{count, ledIn, asNoun, mentions, small}: Word,
): boolean {
	if (mentions > 0) return true;
	return (
		count > 0 &&
		key.length > 2 &&
		small * 4 <= count &&
		ledIn * 4 <= count &&
		asNoun === 0 &&
		!/^i['’]/.test(key) &&
		!isCommonWord(key) &&
		!isFrequentNoun(key) &&
		!nounEnding.test(key)
	);
}

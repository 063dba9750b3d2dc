import {isBoundary} from './boundaries.ts';
import {findPhrase, type Phrase, type Phrases} from './phrases.ts';
import {fold} from './spellings.ts';

/** What is looked for in the texts of one chat: its own people come before those of all chats. */
export type Lookup = {
	/** Whether a text may hold any of it: cheap, and most texts hold nothing. */
	perhaps: RegExp;
	/** Replaced wherever they stand as words. */
	words: readonly [own: Phrases, all: Phrases];
	/** Replaced after an @. */
	mentions: readonly [own: Phrases, all: Phrases];
};

/** Direction marks around a mentioned name, and the ~ of a name that is not in the contacts. */
const aroundName = /[\u200e\u200f\u202a-\u202e\u2066-\u2069~\s]/;
const isolate = '\u2068';
const isolateEnd = '\u2069';
/** WhatsApp's names are far shorter; a stray mark must not swallow a text. */
const longestMention = 100;

/** Replaces names in one pass: what was put in is never looked at again. */
export function replaceNames(text: string, lookup: Lookup): string {
	const first = text.search(lookup.perhaps);
	if (first < 0) return text;
	const folded = fold(text);
	const {firsts} = lookup.words[1];
	let result = '';
	let done = 0;
	for (let at = first; at < folded.length; ) {
		const unit = folded.charCodeAt(at);
		const found =
			unit === 0x40
				? findMention(text, folded, at, lookup)
				: firsts[unit] === 1 && isBoundary(folded, at)
					? findWord(folded, at, lookup)
					: null;
		if (found) {
			result += text.slice(done, at) + found.label;
			done = found.end;
			at = found.end;
		} else at++;
	}
	return done === 0 ? text : result + text.slice(done);
}

type Found = {label: string; end: number};

function findWord(folded: string, at: number, lookup: Lookup): Found | null {
	const phrase = longest(lookup.words, folded, at);
	return phrase && {label: phrase.label, end: at + phrase.folded.length};
}

/** `@Name`, `@⁨Name⁩`, `@~Name`; a name between marks that nobody here has is still somebody's. */
function findMention(
	text: string,
	folded: string,
	at: number,
	lookup: Lookup,
): Found | null {
	let start = at + 1;
	while (start < at + 5 && aroundName.test(folded.charAt(start))) start++;
	const isMarked = text.slice(at, start).includes(isolate);
	// A space after a bare @ is no mention.
	if (start > at + 1 && !isMarked && folded.charAt(at + 1) === ' ') return null;
	const close = isMarked ? text.indexOf(isolateEnd, start) : -1;
	const phrase = longest(lookup.mentions, folded, start);
	if (phrase) {
		const end = start + phrase.folded.length;
		return {
			label: `@${phrase.label}`,
			end: close >= end && close - at < longestMention ? close + 1 : end,
		};
	}
	return close > start && close - at < longestMention
		? {label: '@[name]', end: close + 1}
		: null;
}

function longest(
	[own, all]: readonly [Phrases, Phrases],
	folded: string,
	at: number,
): Phrase | null {
	const here = findPhrase(own, folded, at);
	const anywhere = findPhrase(all, folded, at);
	if (!here || !anywhere) return here ?? anywhere;
	return anywhere.folded.length > here.folded.length ? anywhere : here;
}

import {isBoundary} from './boundaries.ts';
import {type Hit, placeholder} from './hits.ts';
import {type Found, findPhrase, type Phrases} from './phrases.ts';
import {mayBegin, type Sieve} from './sieve.ts';
import {fold} from './spellings.ts';

/** What is looked for in the texts of one chat: its own people come before those of all chats. */
export type Lookup = {
	sieve: Sieve;
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
/** What follows an @ and mentions nobody. */
const nobody =
	/^(?:all|alle|everyone|everybody|here|channel|home|work|meta ai|meta|gmail|gmx|web)$/;
const unknownName = /[\p{L}][\p{L}\p{M}\p{N}_.-]{0,40}(?<![.-])/uy;

/** Names and @-mentions in a text. */
export function findNames(text: string, lookup: Lookup): Hit[] {
	const folded = fold(text);
	const hits: Hit[] = [];
	for (let at = 0; at < text.length; at++) {
		const found =
			text.charCodeAt(at) === 0x40
				? findMention(text, folded, at, lookup)
				: mayBegin(text, at, lookup.sieve)
					? longest(lookup.words, text, folded, at)
					: null;
		if (!found) continue;
		hits.push({start: at, end: found.end, kind: 'name', label: found.label});
		at = found.end - 1;
	}
	return hits;
}

/** `@Name`, `@⁨Name⁩`, `@~Name`; a name that nobody here has is still somebody's. */
function findMention(
	text: string,
	folded: string,
	at: number,
	lookup: Lookup,
): Found | null {
	if (!isBoundary(text, at)) return null;
	let start = at + 1;
	while (start < at + 5 && aroundName.test(folded.charAt(start))) start++;
	const isMarked = text.slice(at, start).includes(isolate);
	// A space after a bare @ is no mention.
	if (start > at + 1 && !isMarked && folded.charAt(at + 1) === ' ') return null;
	const close = isMarked ? text.indexOf(isolateEnd, start) : -1;
	const isClosed = close > start && close - at < longestMention;
	const known = longest(lookup.mentions, text, folded, start);
	if (known)
		return {
			label: `@${known.label}`,
			end: isClosed && close >= known.end ? close + 1 : known.end,
		};
	if (isClosed) return {label: `@${placeholder.name}`, end: close + 1};
	unknownName.lastIndex = start;
	const [name] = isMarked ? [] : (unknownName.exec(text) ?? []);
	return name && !nobody.test(name.toLowerCase())
		? {label: `@${placeholder.name}`, end: start + name.length}
		: null;
}

function longest(
	[own, all]: readonly [Phrases, Phrases],
	text: string,
	folded: string,
	at: number,
): Found | null {
	const here = findPhrase(own, text, folded, at);
	const anywhere = findPhrase(all, text, folded, at);
	if (!here || !anywhere) return here ?? anywhere;
	return anywhere.end > here.end ? anywhere : here;
}

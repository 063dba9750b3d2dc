import type {MessageKind} from '../message.ts';
import {LANGUAGES} from './languages.ts';
import {Sieve} from './sieve.ts';
import {match, type Template, template} from './template.ts';
import {type PhraseKey, unmark} from './types.ts';

const all = (key: PhraseKey) =>
	Object.values(LANGUAGES).flatMap(each =>
		(each[key] ?? []).map(written => unmark(written).phrase),
	);

/** Full stops: of Latin, of Chinese and Japanese, of Hindi and Bengali, of Urdu. */
const STOPS = new Set([0x2e, 0x3002, 0x964, 0x6d4]);

/** Phones differ in spaces, apostrophes and the full stop at the end; people do not notice. */
function fold(text: string): string {
	// What is not in NFC has a combining sign, or what was made of one.
	const same = /[^\0-\u02FF]/.test(text) ? text.normalize('NFC') : text;
	const plain = /[\u00A0\u202F’]/.test(same)
		? same.replace(/[\u00A0\u202F]/g, ' ').replace(/’/g, "'")
		: same;
	return STOPS.has(plain.charCodeAt(plain.length - 1))
		? plain.slice(0, -1)
		: plain;
}

/** A template; `beginning` is the part of it that folding leaves as it is, so that most texts need no folding. */
type Candidate = {pieces: Template; kind: MessageKind; beginning: string};

/** What folding does not change: up to a blank, an apostrophe, or letters of India, which have two Unicode forms. */
const UNFOLDED = /^[^\s'’\u0900-\u0DFF]*/;

/** Whole texts and templates of one strength. */
type Table = {
	whole: Map<string, MessageKind>;
	/** By their first two characters, so that typed text is compared with few of them. */
	templates: Map<number, Candidate[]>;
};

/** Two characters in one number. */
const pair = (one: number, other: number) => one * 0x10000 + other;

function table(groups: [MessageKind, readonly string[]][]): Table {
	const whole: Table['whole'] = new Map();
	const templates: Table['templates'] = new Map();
	for (const [kind, phrases] of groups)
		for (const phrase of phrases) {
			const folded = fold(phrase);
			if (!folded.includes('…')) {
				whole.set(folded, kind);
				continue;
			}
			const code = pair(folded.charCodeAt(0), folded.charCodeAt(1));
			const same = templates.get(code) ?? [];
			const pieces = template(folded);
			const [beginning = ''] = UNFOLDED.exec(pieces[0] ?? '') ?? [];
			same.push({pieces, kind, beginning});
			templates.set(code, same);
		}
	return {whole, templates};
}

const written = table([
	['media', all('media')],
	['deleted', all('deleted')],
	['system', all('system')],
]);
const marked = table([
	['media', all('omitted')],
	['system', all('marked')],
]);

/** No phrase is longer, wildcards aside; longer texts are only compared with templates. */
const LONGEST = Math.max(
	...[...written.whole.keys()].map(({length}) => length),
);

/** Which texts, as bytes, may be phrases: all others need not be asked for (`kindOfPhrase`). */
export const phraseSieve = new Sieve(
	written.whole.keys(),
	[...written.templates.values()].flat().map(({pieces: [first = '']}) => first),
);

function lookUp({whole, templates}: Table, text: string): MessageKind | null {
	if (text.length <= LONGEST + 1) {
		const kind = whole.get(fold(text));
		if (kind) return kind;
	}
	const candidates = templates.get(
		pair(text.charCodeAt(0), text.charCodeAt(1)),
	);
	if (!candidates) return null;
	let folded: string | undefined;
	for (const {pieces, kind, beginning} of candidates) {
		if (!text.startsWith(beginning)) continue;
		folded ??= fold(text);
		if (match(pieces, folded) !== null) return kind;
	}
	return null;
}

/** The kind of a text that is a phrase of WhatsApp's; null where it is not. */
export function kindOfPhrase(text: string): MessageKind | null {
	return lookUp(written, text);
}

/** The same for a text with the phone's mark in front, which may be one that people type too. */
export function kindOfMarkedPhrase(text: string): MessageKind | null {
	return lookUp(written, text) ?? lookUp(marked, text);
}

const edited = new Set(all('edited').map(fold));
const attached = new Set(all('attached'));
const locations = new Set(all('location'));
const polls = new Set(all('poll'));
const options = all('option');
const starts = all('starts').map(fold);
const heads = all('heads').map(phrase => template(fold(phrase)));
const you = new Set(all('you'));
const titles = all('titles').map(template);
const files = all('files').map(template);

/** Whether this is what stands in `<…>` behind an edited message. */
export function isEdited(text: string): boolean {
	return edited.has(fold(text));
}

/** Whether this word stands beside the name of an attached file. */
export function isAttached(word: string): boolean {
	return attached.has(word);
}

/** The name of the file where a line says without brackets that one is attached; null where it does not. */
export function attachedFile(line: string): string | null {
	for (const pieces of files) {
		const name = match(pieces, line);
		if (name) return name;
	}
	return null;
}

/** Whether this word stands in front of a shared location. */
export function isLocation(word: string): boolean {
	return locations.has(word);
}

/** Whether this word heads a poll or an event. */
export function isPoll(word: string): boolean {
	return polls.has(word);
}

/** Whether a line is an option of a poll. */
export function isOption(line: string): boolean {
	return options.some(
		word =>
			line.startsWith(word) &&
			/^\s?: /.test(line.slice(word.length, word.length + 3)),
	);
}

/** Whether a line tells when an event begins. */
export function isEventStart(line: string): boolean {
	const folded = fold(line);
	return starts.some(
		words =>
			folded.startsWith(words) &&
			/^\s?:/.test(folded.slice(words.length, words.length + 2)),
	);
}

/** Whether the text before ': ' begins a notice, such as `Ana changed the subject to "Trip`. */
export function isNoticeHead(head: string): boolean {
	const folded = fold(head);
	return heads.some(pieces => match(pieces, folded) !== null);
}

/** Whether some phones call their owner by this word. */
export function isYou(name: string): boolean {
	return you.has(name);
}

/** The chat's name in the name of an exported file; null where the file has another name. */
export function titleIn(name: string): string | null {
	for (const pieces of titles) {
		const title = match(pieces, name);
		if (title) return title;
	}
	return null;
}

/**
One message as the scorer reads it. Words are folded: lower case, without
accents, ß as ss, ä ö ü as ae oe ue, so that the lists need each only once.
*/
export type Tokens = {
	words: string[];
	/** Number of the sentence that each word is in. */
	sentences: number[];
};

/** What a character is to the scorer; a word may begin with the first two, and go on with or end in more. */
const other = 0;
const letter = 1;
/** "@" and "$", with which people begin words to get past lists. */
const sign = 2;
/** Inside a word, not at its end: "sh!t", "f**k", "can't". */
const inner = 3;
const endOfSentence = 4;
const emoji = 5;

const classOf = (character: string): number => {
	if (/[\p{L}\p{N}]/u.test(character)) return letter;
	if (/[@$]/.test(character)) return sign;
	if (/[.!?;\n]/.test(character)) return endOfSentence;
	if (/[*'’|]/.test(character)) return inner;
	return /\p{Extended_Pictographic}/u.test(character) ? emoji : other;
};

const ascii = 0x80;
const asciiClasses = Uint8Array.from({length: ascii}, (_, code) =>
	classOf(String.fromCharCode(code)),
);
/** Of the characters beyond ASCII that were met. */
const otherClasses = new Map<number, number>();

function classAt(text: string, index: number): number {
	const unit = text.charCodeAt(index);
	if (unit < ascii) return asciiClasses[unit] as number;
	const code = text.codePointAt(index) as number;
	const known = otherClasses.get(code);
	if (known !== undefined) return known;
	const found = classOf(String.fromCodePoint(code));
	otherClasses.set(code, found);
	return found;
}

const beyond = 0xff_ff;
const widthAt = (text: string, index: number): number =>
	(text.codePointAt(index) as number) > beyond ? 2 : 1;

/**
Cuts a text into folded words: each with what people put inside to get past lists ("@ss", "sh!t", "f**k"), an emoji
as a word of its own. One pass over the characters; a regular expression takes five times as long.
*/
export function tokenize(text: string): Tokens {
	const folded = fold(text);
	const words: string[] = [];
	const sentences: number[] = [];
	let sentence = 0;
	let wasEnd = false;
	for (let at = 0; at < folded.length; ) {
		const kind = classAt(folded, at);
		const isEnd = kind === endOfSentence;
		if (isEnd && !wasEnd) sentence++;
		wasEnd = isEnd;
		const width = widthAt(folded, at);
		let end = at + width;
		if (kind === letter || kind === sign) end = endOfWord(folded, end);
		if (kind === letter || kind === sign || kind === emoji) {
			words.push(folded.slice(at, end));
			sentences.push(sentence);
		}
		at = end;
	}
	return {words, sentences};
}

/** Where the word ends whose first character ends here; stars behind that one hide the rest of it: "f***". */
function endOfWord(text: string, start: number): number {
	let end = start;
	for (let at = start; at < text.length; ) {
		const code = text.charCodeAt(at);
		const kind = classAt(text, at);
		const isInside = kind === letter || kind === sign || kind === inner;
		if (!isInside && code !== exclamation) break;
		const width = widthAt(text, at);
		if (kind === letter || code === dollar) end = at + width;
		at += width;
	}
	if (end > start) return end;
	let stars = start;
	while (text.charCodeAt(stars) === star) stars++;
	return stars - start >= 2 ? stars : start;
}

const exclamation = 0x21;
const dollar = 0x24;
const star = 0x2a;

/** In lower case, without accents; see `Tokens`. */
export function fold(text: string): string {
	const lower = text.toLowerCase();
	if (!notAscii.test(lower)) return lower;
	let isApart = true;
	const folded = lower.replaceAll(eachNotAscii, character => {
		let own = foldedAlone.get(character);
		if (own === undefined) {
			own = isFoldedAlone(character) ? foldWhole(character) : null;
			foldedAlone.set(character, own);
		}
		if (own === null) isApart = false;
		return own ?? '';
	});
	return isApart ? folded : foldWhole(lower);
}

const notAscii = /[^\0-\x7f]/;
const eachNotAscii = /[^\0-\x7f]/gu;
const accents = /\p{M}+/gu;

/** By character; null for one that cannot be folded without those around it. */
const foldedAlone = new Map<string, string | null>();

/** Latin, Greek, Cyrillic, punctuation, symbols, Han, emoji and their selector: nothing of it joins with what stands before. */
const apart =
	/^[\u{80}-\u{24F}\u{370}-\u{52F}\u{2000}-\u{2BFF}\u{4E00}-\u{9FFF}\u{1F000}-\u{1FAFF}]$/u;
const emojiSelector = '\uFE0F';

const isFoldedAlone = (character: string): boolean =>
	character === emojiSelector ||
	(apart.test(character) && !/\p{M}/u.test(character));

const foldWhole = (lower: string): string =>
	lower
		.normalize('NFKC')
		.replaceAll('ß', 'ss')
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('’', "'")
		.normalize('NFD')
		.replaceAll(accents, '');

const leet: Record<string, string> = {
	'0': 'o',
	'1': 'i',
	'3': 'e',
	'4': 'a',
	'5': 's',
	'7': 't',
	'8': 'b',
	'@': 'a',
	$: 's',
	'!': 'i',
	'|': 'i',
};
const disguised = /(?=.*\p{L})[\d@$!|]/u;
const stretched = /(.)\1{2,}/g;
const stretchedOnce = /(.)\1{2,}/;
const doubled = /(.)\1+/g;
const possessive = /'s$/;

/** Whether a word may have other readings: it has signs or digits among its letters, or three of one in a row. */
export function isUnusual(word: string): boolean {
	let hasLetter = false;
	let hasSign = false;
	for (let index = 0; index < word.length; index++) {
		const code = word.charCodeAt(index);
		if (code === star || code === apostrophe) return true;
		if (
			code === word.charCodeAt(index + 1) &&
			code === word.charCodeAt(index + 2)
		)
			return true;
		if (code < firstLetter || code === bar) hasSign = true;
		else hasLetter = true;
	}
	return hasSign && hasLetter;
}

const apostrophe = 0x27;
const firstLetter = 0x61;
const bar = 0x7c;

/** Other readings of a word that is in no list as it stands, likeliest first: "sh1t", "fuuuck", "idiot's". */
export function* readings(word: string): Generator<string> {
	if (possessive.test(word)) yield word.slice(0, -2);
	let read = word;
	if (disguised.test(word)) {
		read = word.replaceAll(/[\d@$!|]/g, sign => leet[sign] ?? sign);
		yield read;
	}
	if (stretchedOnce.test(read)) {
		yield read.replaceAll(stretched, '$1$1');
		yield read.replaceAll(doubled, '$1');
	}
	if (read.includes('*')) yield read.replaceAll(/\*+/g, '*');
}

/** How a word is written with its middle hidden: "f*ck", "f**k", "f***", each run of stars as one. */
export function masks(word: string): string[] {
	const [first = '', last = ''] = [word[0], word.at(-1)];
	return [
		first + word.slice(1).replaceAll(/[aeiou]+/g, '*'),
		`${first}*${last}`,
		`${first}*`,
	];
}

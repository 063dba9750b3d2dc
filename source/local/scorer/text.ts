/**
One message as the scorer reads it. Words are folded: lower case, without
accents, ß as ss, ä ö ü as ae oe ue, so that the lists need each only once.
*/
export type Tokens = {
	words: string[];
	/** Number of the sentence that each word is in. */
	sentences: number[];
};

/** A word with what people put inside to get past lists ("@ss", "sh!t", "f**k"), an end of a sentence, or an emoji. */
const token =
	/[\p{L}\p{N}@$](?:[\p{L}\p{N}\p{M}@$!*'’|]*[\p{L}\p{N}\p{M}$]|\*{2,})?|[.!?;\n]+|\p{Extended_Pictographic}/gu;
const endOfSentence = /^[.!?;\n]/;
const accents = /\p{M}+/gu;
const plain = /^[\n -~]*$/;

/** Cuts a text into folded words. */
export function tokenize(text: string): Tokens {
	const words: string[] = [];
	const sentences: number[] = [];
	let sentence = 0;
	for (const [found] of fold(text).matchAll(token)) {
		if (endOfSentence.test(found)) sentence++;
		else {
			words.push(found);
			sentences.push(sentence);
		}
	}
	return {words, sentences};
}

export function fold(text: string): string {
	const lower = text.toLowerCase();
	if (plain.test(lower)) return lower;
	return lower
		.normalize('NFKC')
		.replaceAll('ß', 'ss')
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('’', "'")
		.normalize('NFD')
		.replaceAll(accents, '');
}

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

/** Whether a word may have other readings: it has more than letters, or three of one in a row. */
export function isUnusual(word: string): boolean {
	for (let index = 0; index < word.length; index++) {
		const code = word.charCodeAt(index);
		if (code < 97) return true;
		if (
			code === word.charCodeAt(index + 1) &&
			code === word.charCodeAt(index + 2)
		)
			return true;
	}
	return word.includes('|');
}

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

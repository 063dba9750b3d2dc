const words =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+|[\p{L}\p{M}\p{N}]+|\p{Extended_Pictographic}/gu;
const unspaced =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
What a message is found by: its words without case, accents and stretched letters ("Heyyy" is "hey"), its emoji, and pairs
of characters in scripts that put no spaces between words.
*/
export function termsOf(text: string): string[] {
	const plain = text
		.normalize('NFKD')
		.replaceAll(/\p{Mn}+/gu, '')
		.normalize('NFC')
		.toLowerCase()
		.replaceAll(/(\p{L})\1{2,}/gu, '$1');
	return (plain.match(words) ?? []).flatMap(word =>
		unspaced.test(word) ? pairsOf(word) : [word],
	);
}

function pairsOf(word: string): string[] {
	const characters = [...word];
	if (characters.length === 1) return characters;
	return characters
		.slice(1)
		.map((character, index) => `${characters[index]}${character}`);
}

/** Top-level domains that are seldom a word after a full stop without a space. */
const plainDomains =
	'com|org|net|edu|gov|info|eu|de|ch|fr|nl|pl|ru|jp|cn|co\\.uk|com\\.br';
/** Those that are taken for a link only with a path behind. */
const pathDomains =
	'[a-z]{2}|app|page|link|shop|dev|xyz|online|site|store|blog|cloud|live|news|social|party|zoom|chat|team|events';

/** A link with its scheme, `www.`, or a bare domain; not the punctuation behind it. */
const link = `(?:(?:https?|ftp):\\/\\/|www\\.)[^\\s<>"]+(?<![.,;:!?)\\]'’»*_~])|(?<![\\p{L}\\p{N}.@-])(?:[a-z0-9-]{1,63}\\.){1,4}(?:(?:${plainDomains})(?![\\p{L}\\p{N}-])(?:\\/[^\\s<>"]*(?<![.,;:!?)\\]'’»*_~]))?|(?:${pathDomains})\\/[^\\s<>"]+(?<![.,;:!?)\\]'’»*_~]))`;
const email =
	'[\\p{L}\\p{N}._%+-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,5}\\p{L}{2,24}';

/** Lengths are bounded, so that a text made to be slow is not. */
const typed = new RegExp(`(?<email>${email})|(?<link>${link})`, 'giu');

/** Every address has a dot with no space behind it, or a scheme; most messages have neither. */
const perhaps = /\.[^\s.]|:\/\//;

/** Puts `[email]` and `[link]` for addresses, and what `between` makes of it for all other text. */
export function replaceAddresses(
	text: string,
	between: (text: string) => string,
): string {
	if (!perhaps.test(text)) return between(text);
	return replaceMatches(text, typed, between, match =>
		match.groups?.email ? '[email]' : '[link]',
	);
}

/** Replaces the matches of a global pattern by `placeholder` (null keeps one as other text). */
export function replaceMatches(
	text: string,
	pattern: RegExp,
	between: (text: string) => string,
	placeholder: (match: RegExpExecArray) => string | null,
): string {
	let result = '';
	let done = 0;
	for (const match of text.matchAll(pattern)) {
		const label = placeholder(match);
		if (label === null) continue;
		result += between(text.slice(done, match.index)) + label;
		done = match.index + match[0].length;
	}
	return result + between(text.slice(done));
}

import {eachMatch, type Hit, mask, placeholder} from './hits.ts';

/** Top-level domains that are seldom a word after a full stop without a space. */
const plainDomains =
	'com|org|net|edu|gov|info|eu|de|ch|fr|nl|pl|ru|jp|cn|co\\.uk|com\\.br';
/** Those that are taken for a link only with a path behind. */
const pathDomains =
	'[a-z]{2}|app|page|link|shop|dev|xyz|online|site|store|blog|cloud|live|news|social|party|zoom|chat|team|events';

/** A link with its scheme, `www.`, or a bare domain; not the punctuation behind it. */
const link = `(?:(?:https?|ftp):\\/\\/|www\\.)[^\\s<>"]+(?<![.,;:!?)\\]'’»*_~])|(?<![\\p{L}\\p{N}.@-])(?:[\\p{L}\\p{N}-]{1,63}\\.){1,4}(?:(?:${plainDomains})(?![\\p{L}\\p{N}-])(?:\\/[^\\s<>"]*(?<![.,;:!?)\\]'’»*_~]))?|(?:${pathDomains})\\/[^\\s<>"]+(?<![.,;:!?)\\]'’»*_~]))`;
const email =
	'[\\p{L}\\p{N}._%+-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,5}\\p{L}{2,24}';

/** Lengths are bounded, so that a text made to be slow is not. */
const emails = new RegExp(email, 'gu');
const links = new RegExp(link, 'giu');

/** E-mail addresses and links. */
export function findAddresses(text: string): Hit[] {
	const hits = text.includes('@') ? findKind(text, emails, 'email') : [];
	return [...hits, ...findKind(mask(text, hits), links, 'link')];
}

function findKind(
	text: string,
	pattern: RegExp,
	kind: 'email' | 'link',
): Hit[] {
	const hits: Hit[] = [];
	const label = placeholder[kind];
	for (const {index: start, 0: found} of eachMatch(text, pattern))
		hits.push({start, end: start + found.length, kind, label});
	return hits;
}

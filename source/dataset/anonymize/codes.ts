import {eachMatch, type Hit, isTaken, placeholder} from './hits.ts';

const word =
	'(?<![\\p{L}\\[])(?:\\p{L}*(?:code|passwor[dt]|kennwort)|(?:sms-?|push-?|m|e)?tan|pin|otp|puk|pw)(?!\\p{L})';
/** Four to eight digits by themselves, also in two threes and behind letters (G-123456); no part of a time, date or amount. */
const digits =
	'(?<![\\p{L}\\p{N}]|\\p{N}[.,:/-])(?:\\p{Lu}{1,3}-)?(?:\\d{3}[ -]\\d{3}|\\d{4,8})(?![\\p{L}\\p{N}]|[.,:/-]\\d|\\s?[€$£%])';
const between = "(?:[^\\p{N}\\n<]{0,3}[\\p{L}'’]+){0,4}[^\\p{L}\\p{N}<]{1,4}";
/** What says that the next token is it, whatever it looks like. */
const says = '(?:\\s*[:=]\\s*|\\s+(?:is|ist|lautet)\\s*:?\\s*)';

const direct = new RegExp(
	`${word}${says}(?<code>(?=[^\\s\\d]*\\d)[\\p{L}\\p{N}!#$%&*+_?-]{4,40})(?![.,:/-]\\d)`,
	'giu',
);
const after = new RegExp(`${word}${between}(?<code>${digits})`, 'giu');
const before = new RegExp(`(?<code>${digits})${between}${word}`, 'giu');
const perhaps = /code|passwor|kennwort|tan|pin|otp|puk|pw/i;
const year = /^(?:19|20)\d\d$/;

/** One-time codes, PINs and passwords: only with such a word beside them. */
export function findCodes(text: string): Hit[] {
	if (!perhaps.test(text)) return [];
	const hits: Hit[] = [];
	for (const pattern of [direct, after, before])
		for (const match of eachMatch(text, pattern)) {
			const code = match.groups?.code ?? '';
			if (
				pattern === direct ? !/\p{L}|(?:\d\D?){4}/u.test(code) : year.test(code)
			)
				continue;
			const start = match.index + match[0].lastIndexOf(code);
			const end = start + code.length;
			if (!isTaken(hits, start, end))
				hits.push({start, end, kind: 'code', label: placeholder.code});
		}
	return hits;
}

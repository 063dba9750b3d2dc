import {ibanLength, isCard} from './checksums.ts';
import {eachMatch, type Hit, placeholder} from './hits.ts';
import type {TellPhone} from './phones.ts';

const startsWord = '(?<![\\p{L}\\p{N}])';
const iban = `${startsWord}[a-z]{2}\\d{2}(?:[ -]?[a-z0-9]){11,30}`;

/** What is read before anything is taken for a phone: dates, times, amounts, coordinates (reference, local-engine, section 6). */
const harmless = [
	'\\d{4}(?<a>[-/.])\\d{1,2}\\k<a>\\d{1,2}(?![-/.]?\\d)',
	'\\d{1,2}(?<b>[-/.])\\d{1,2}\\k<b>(?:\\d{4}|\\d{2})(?![-/.]?\\d)',
	'\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?![.:]?\\d)',
	"[1-9]\\d{0,2}(?:[.,']\\d{3})+(?:[.,]\\d{1,2})?(?![.,]?\\d)",
	'(?:0|[1-9]\\d{0,5})[.,]\\d+(?![.,/-]?\\d)',
	'\\d+\\s?(?:[€$£¥%]|(?:eur|euros?|usd|chf|gbp|dollars?)(?!\\p{L}))',
].join('|');

const separator = '[ \\u00a0\\u202f().\\-/\\u2010-\\u2015]';
const grouped = `(?<![\\p{N}+]|\\p{L}(?!\\+))\\(?\\+?\\d(?:${separator}{0,3}\\d){5,27}(?!\\d)`;

const numbers = new RegExp(
	`(?<iban>${iban})|(?<harmless>${startsWord}(?:${harmless}))|(?<grouped>${grouped})`,
	'giu',
);

/** Digits of other scripts as 0 to 9, length kept. */
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g;
export const plainDigits = (text: string): string =>
	text.replace(otherDigits, digit => {
		const unit = digit.charCodeAt(0);
		return String(
			(unit >= 0xff00
				? unit - 0xff10
				: unit - (unit >= 0x966 ? 0x966 : 0x660)) & 0xf,
		);
	});

/** IBANs, cards and phone numbers in a text with plain digits. */
export function findNumbers(text: string, tellPhone: TellPhone): Hit[] {
	const hits: Hit[] = [];
	for (const match of eachMatch(text, numbers)) {
		const {index} = match;
		if (match.groups?.iban) {
			const length = ibanLength(text.slice(index, index + 60));
			if (length > 0)
				hits.push({
					start: index,
					end: index + length,
					kind: 'iban',
					label: placeholder.iban,
				});
			numbers.lastIndex = index + (length || 2);
		} else if (match.groups?.grouped)
			for (const hit of findInGroups(
				match[0],
				text.slice(Math.max(0, index - 40), index),
				tellPhone,
			))
				hits.push({...hit, start: index + hit.start, end: index + hit.end});
	}
	return hits;
}

/** A run of groups of digits may hold more than a number: "Gleis 12 0170 1234567". The longest that is one, from the left. */
function findInGroups(
	run: string,
	before: string,
	tellPhone: TellPhone,
): Hit[] {
	const groups = [...run.matchAll(/\(?\+?\d+/g)];
	const hits: Hit[] = [];
	for (let first = 0; first < groups.length; first++) {
		const start = groups[first]?.index ?? 0;
		for (let last = groups.length - 1; last >= first; last--) {
			const group = groups[last];
			const end = (group?.index ?? 0) + (group?.[0].length ?? 0);
			const number = run.slice(start, end);
			const digits = number.replaceAll(/\D/g, '').length;
			if (digits < 6 || digits > 19) continue;
			const hit = tell(number, before + run.slice(0, start), tellPhone);
			if (!hit) continue;
			hits.push({start, end, ...hit});
			first = last;
			break;
		}
	}
	return hits;
}

function tell(
	number: string,
	before: string,
	tellPhone: TellPhone,
): Pick<Hit, 'kind' | 'label'> | null {
	if (isCard(number.replaceAll(/[ \u00a0.-]/g, ' ')))
		return {kind: 'card', label: placeholder.card};
	const label = tellPhone({number, before});
	return label === null ? null : {kind: 'phone', label};
}

import {replaceMatches} from './patterns.ts';

/** A participant who is known by a phone number only: all digits, country code first. */
export type Phone = {digits: string; label: string};

const separators = '[\\s().\\-/\\u2010-\\u2015]{0,3}';
const manyDigits = /\d(?:\D{0,3}\d){5}/;

/** Puts a participant's label for their number, with or without the country code, however it is grouped. */
export function phoneReplacer(
	phones: readonly Phone[],
): (text: string, between: (text: string) => string) => string {
	if (phones.length === 0) return (text, between) => between(text);
	const spaced = (digits: string) => [...digits].join(separators);
	const numbers = phones.flatMap(({digits}) => [
		`(?:\\+|00)?${spaced(digits)}`,
		// Country codes have one to three digits; within the country a 0 goes in front, in America nothing.
		...[1, 2, 3]
			.filter(code => digits.length - code >= 7)
			.map(
				code =>
					`\\(?${code === 1 ? '0?' : '0'}${separators}${spaced(digits.slice(code))}`,
			),
	]);
	const pattern = new RegExp(`(?<!\\d)(?:${numbers.join('|')})(?!\\d)`, 'g');
	return (text, between) => {
		if (!manyDigits.test(text)) return between(text);
		return replaceMatches(text, pattern, between, ([match]) => {
			const digits = match.replaceAll(/\D/g, '').replace(/^0+/, '');
			return phones.find(phone => phone.digits.endsWith(digits))?.label ?? null;
		});
	};
}

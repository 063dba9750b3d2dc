import {
	type CountryCode,
	getCountryCallingCode,
	isSupportedCountry,
	parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import {placeholder} from './hits.ts';

/** A participant who is known by a phone number only: all digits, country code first. */
export type Phone = {digits: string; label: string};

/** What is asked about a number: as written, with what stands right before it. */
export type Written = {number: string; before: string};

/** Behind one of these nearly every number of six digits and more is a phone's. */
const phoneWord =
	/(?<!\p{L})(?:tel|telefon|telefonnummer|handy|handynummer|mobil|mobile|phone|cell|fax|whatsapp|ruf|nummer|number|call|anrufen|ring)(?:\s+(?:me|mich|ist|is|an|on|at|no|nr|unter|us|uns|ihn|sie|him|her)){0,2}[\s.:]{0,3}$/iu;

/** Whose number it is, or the placeholder; null for a number that is no phone's. */
export type TellPhone = (written: Written) => string | null;

/**
Tells phone numbers from others: those of participants, international ones, and those of the countries that the
participants' numbers are from or that `regions` names. A number without + or 00 needs what dates, scores and amounts do
not have: the 0 in front, the length and grouping of its country, or a word such as "Tel." before it.
*/
export function phoneTeller(
	participants: readonly Phone[],
	regions: readonly string[],
): TellPhone {
	const seen = participants.flatMap(
		({digits}) => parsePhoneNumberFromString(`+${digits}`)?.country ?? [],
	);
	const countries = [...new Set([...seen, ...regions])].filter(country =>
		isSupportedCountry(country),
	);
	const own = (digits: string): string | null =>
		participants.find(
			phone =>
				phone.digits.endsWith(digits) &&
				phone.digits.length - digits.length <= 3,
		)?.label ?? null;
	return ({number, before}) => {
		const digits = number.replaceAll(/\D/g, '');
		if (digits.length < 6) return null;
		const significant = digits.replace(/^0+/, '');
		const isInternational =
			/^\(?\+/.test(number) || /^00/.test(digits) || before.endsWith('@');
		if (significant.length >= 7) {
			const whole = participants.find(phone => phone.digits === significant);
			if (whole) return whole.label;
			// Within the country a 0 goes in front, in America nothing.
			const isNational = digits.startsWith('0') || digits.length >= 10;
			if (!isInternational && isNational && own(significant))
				return own(significant);
		}
		const isPhone = isInternational
			? isInternationalPhone(significant)
			: phoneWord.test(before) ||
				countries.some(country => isNationalPhone(number, digits, country));
		return isPhone ? placeholder.phone : null;
	};
}

function isInternationalPhone(digits: string): boolean {
	const phone = parsePhoneNumberFromString(`+${digits}`);
	// The ranges of the library may be older than a number: with this many digits a possible one is enough.
	return (
		phone !== undefined &&
		(phone.isValid() || (digits.length >= 9 && phone.isPossible()))
	);
}

function isNationalPhone(
	number: string,
	digits: string,
	country: CountryCode,
): boolean {
	if (digits.length < 8) return false;
	if (digits.startsWith('0'))
		// "0-1 2-3 0-0 1-2" are scores: the 0 is part of a longer group.
		return /^\(?0\d/.test(number) && isValid(digits, country);
	const shape = number.replaceAll(/\d/g, '0').replaceAll(/\D+/g, ' ').trim();
	if (getCountryCallingCode(country) === '1')
		return (
			/^(?:0 )?(?:000 000 0000|000 0{7}|0{10})$/.test(shape) &&
			isValid(digits, country)
		);
	if (digits.length < 9 || /^0{1,2} /.test(shape)) return false;
	const phone = parsePhoneNumberFromString(digits, country);
	if (!phone?.isValid()) return false;
	// Where people put a 0 in front, a number without it is something else; what the library cannot group, too.
	const national = phone.formatNational();
	return !/^\(?0/.test(national) && national !== digits;
}

const isValid = (digits: string, country: CountryCode): boolean =>
	parsePhoneNumberFromString(digits, country)?.isValid() === true;

/** How long an IBAN is, by country (SWIFT's IBAN registry). */
const lengths = new Map(
	(
		'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28' +
		'HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25' +
		'QA29RO24RS22SA24SC31SD18SE24SI19SK24SM27ST25SV28TL23TN24TR26UA29VA22VG24XK20'
	)
		.match(/.{4}/g)
		?.map(entry => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/**
How many code units of a text that begins like an IBAN are one, by its country's length and its checksum (ISO 13616);
0 where it is none. Spaces and hyphens do not count.
*/
export function ibanLength(text: string): number {
	const wanted = lengths.get(text.slice(0, 2).toUpperCase());
	if (wanted === undefined) return 0;
	let compact = '';
	let end = 0;
	for (; end < text.length && compact.length < wanted; end++)
		if (/[a-z0-9]/i.test(text.charAt(end))) compact += text.charAt(end);
	if (compact.length < wanted || /[\p{L}\p{N}]/u.test(text.charAt(end)))
		return 0;
	let rest = 0;
	for (const sign of compact.slice(4) + compact.slice(0, 4))
		for (const digit of String(Number.parseInt(sign, 36)))
			rest = (rest * 10 + Number(digit)) % 97;
	return rest === 1 ? end : 0;
}

/** How the numbers of cards are grouped; the first digits of those that are in use. */
const groupings =
	/^(?:\d{13,19}|(?:\d{4} ){3}\d{1,4}(?: \d{3})?|\d{4} \d{6} \d{4,5})$/;
const issuers = /^(?:[3-6]|2[2-7])/;

/** Whether groups of digits, a space between them, are the number of a card, by its check digit (ISO/IEC 7812, Luhn). */
export function isCard(groups: string): boolean {
	if (!groupings.test(groups) || !issuers.test(groups)) return false;
	const digits = groups.replaceAll(' ', '');
	if (digits.length < 13) return false;
	let sum = 0;
	for (let at = 0; at < digits.length; at++) {
		const digit = Number(digits.charAt(digits.length - 1 - at));
		const doubled = at % 2 === 1 ? digit * 2 : digit;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}

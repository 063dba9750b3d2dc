/** Japanese eras since 1989 and the Republic of China's (of Taiwan), by what stands in front of their years; the first year is the one after the number. */
const ERAS: readonly (readonly [string, number])[] = [
	['R', 2018],
	['令和', 2018],
	['H', 1988],
	['平成', 1988],
	['民國', 1911],
	['民国', 1911],
];

/** The same in other languages, where they stand behind the year: '3/5/6 R', '3/5/113 Minguo'. */
const ERAS_BEHIND: readonly (readonly [string, number])[] = [
	[' Minguo', 1911],
	[' R', 2018],
	[' H', 1988],
];

/** The year before an era, and where its number begins; null where no era stands at this place. */
export function eraAt(
	text: string,
	at: number,
): {before: number; end: number} | null {
	for (const [sign, before] of ERAS)
		if (text.startsWith(sign, at)) return {before, end: at + sign.length};
	return null;
}

/** The year before an era whose sign stands at this place, behind the number of a year, and where it ends; null where none does. */
export function eraBehind(
	text: string,
	at: number,
): {before: number; end: number} | null {
	for (const [sign, before] of ERAS_BEHIND) {
		const end = at + sign.length;
		if (text.startsWith(sign, at) && /^[\s,،]/.test(text.charAt(end)))
			return {before, end};
	}
	return null;
}

/**
 * The Gregorian year of a year as written: two digits are 20YY, or Buddhist where that would be before WhatsApp
 * (2009 is 52); four digits from 2400 are Buddhist (reference, section 1.2).
 */
export function gregorianYear(written: number): number {
	if (written < 52) return 2000 + written;
	if (written < 100) return 2500 + written - 543;
	if (written >= 2400) return written - 543;
	return written;
}

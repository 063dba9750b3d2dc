import {LOCALES} from './locales.ts';

/** Names of months without case, dots and accents, so that 'Août', 'aout' and 'AOÛT' are one. */
function fold(word: string): string {
	return word
		.normalize('NFD')
		.replace(/[\p{M}.'’׳॰\u200E\u200F]/gu, '')
		.toLowerCase();
}

const known = new Map<string, number>();

function add(names: readonly string[]): void {
	for (const [at, name] of names.entries()) {
		const folded = fold(name);
		if (folded && !known.has(folded)) known.set(folded, at + 1);
	}
}

add('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '));
/** Short names that phones wrote before ICU changed them. */
add('Jän Feb Mär Apr Mai Juni Juli Aug Sept Okt Nov Dez'.split(' '));
add('ene feb mar abr may jun jul ago set oct nov dic'.split(' '));

let asked = false;

/** Adds the long and short names of every locale from ICU. Takes some milliseconds, so only once a file needs it. */
function askIcu(): void {
	asked = true;
	for (const locale of LOCALES)
		for (const month of ['short', 'long'] as const) {
			const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, {
				day: 'numeric',
				month,
				timeZone: 'UTC',
			});
			// The fifteenth of each month of 2024, in milliseconds since 1970.
			const names = Array.from({length: 12}, (_, at) => {
				const time = 1_705_276_800_000 + Math.round(at * 30.44) * 86_400_000;
				const parts = format.formatToParts(time);
				return parts.find(({type}) => type === 'month')?.value ?? '';
			});
			add(names);
		}
}

/** The month (1 to 12) that a word names in any language; 0 where it names none. */
export function monthOf(word: string): number {
	const folded = fold(word);
	if (!folded) return 0;
	if (!known.has(folded) && !asked) askIcu();
	// Hebrew glues its 'in' to the month.
	return known.get(folded) ?? known.get(folded.replace(/^ב/, '')) ?? 0;
}

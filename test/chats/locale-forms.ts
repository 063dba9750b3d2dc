import {readFileSync} from 'node:fs';

/** The locales of the matrix, in its order: how ICU 78 writes dates there. */
export type MatrixRow = {
	locale: string;
	/** With seconds: the locale's own clock, then 15:07:09 and 9:07:09 on a 12-hour clock. */
	ios: [string, string, string];
	android: string;
};

const url = new URL('header-matrix.tsv', import.meta.url);

/** The 5th of March 2024, 15:07:09, as each locale writes it (reference, header-matrix-cldr.tsv). */
export const matrix: MatrixRow[] = readFileSync(url, 'utf8')
	.split('\n')
	.filter(line => /^[a-z]{2,3}-/.test(line))
	.map(line => {
		const [locale = '', own = '', pm = '', am = '', android = ''] = line
			.replace(/\{([0-9A-F]{4})\}/g, (_, hex: string) =>
				String.fromCharCode(Number.parseInt(hex, 16)),
			)
			.split('\t');
		return {locale, ios: [own, pm, am], android};
	});

/** How a phone of a locale writes wall-clock times; `hour12` forces a clock. */
export function localeWriter(
	locale: string,
	hour12: boolean | undefined,
	seconds: boolean,
): (timestamp: string) => string {
	const format = new Intl.DateTimeFormat(locale, {
		dateStyle: 'short',
		timeStyle: seconds ? 'medium' : 'short',
		timeZone: 'UTC',
		...(hour12 === undefined ? {} : {hour12}),
	});
	return timestamp => format.format(new Date(`${timestamp}Z`));
}

/** Month first is written in the United States and the Philippines alone. */
export const isMonthFirst = (locale: string) => /^(en-US|fil-PH)$/.test(locale);

/** The countries (ISO 3166) in which the languages of a system (BCP 47) are likely spoken: de-AT gives AT, de gives DE. */
export const regionsOf = (locales: readonly string[]): string[] => [
	...new Set(
		locales.flatMap(locale => new Intl.Locale(locale).maximize().region ?? []),
	),
];

const umlauts: Readonly<Record<string, string>> = {
	ä: 'ae',
	ö: 'oe',
	ü: 'ue',
	ß: 'ss',
};

/** Lower case, and hyphens and spaces alike, length kept: what names and texts are compared in. */
export function fold(text: string): string {
	const lower = text.toLowerCase();
	const same =
		lower.length === text.length
			? lower
			: Array.from({length: text.length}, (_, at) => {
					const unit = text.charAt(at);
					const small = unit.toLowerCase();
					return small.length === 1 ? small : unit;
				}).join('');
	return same.replaceAll(/[-\u00a0\u2010\u2011\u202f]/g, ' ');
}

/** How one name may be typed, folded: composed or not, without its accents, with ae for ä. */
export function spellings(name: string): string[] {
	const composed = name.normalize('NFC');
	const decomposed = name.normalize('NFD');
	return [
		...new Set(
			[
				composed,
				decomposed,
				decomposed.replaceAll(/\p{M}/gu, ''),
				composed
					.toLowerCase()
					.replaceAll(/[äöüß]/g, letter => umlauts[letter] ?? letter),
			].map(fold),
		),
	];
}

const umlauts: Readonly<Record<string, string>> = {
	ä: 'ae',
	ö: 'oe',
	ü: 'ue',
	ß: 'ss',
};

let table: Uint16Array | undefined;

/** Each code unit as names and texts are compared: lower case, hyphens and spaces alike. Made when first asked for. */
export const foldedUnits = (): Uint16Array =>
	(table ??= Uint16Array.from({length: 0x1_00_00}, (_, unit) => {
		const character = String.fromCharCode(unit);
		if (/[-\u00a0\u2010\u2011\u202f]/.test(character)) return 0x20;
		const small = character.toLowerCase();
		return small.length === 1 ? small.charCodeAt(0) : unit;
	}));

/** Lower case, and hyphens and spaces alike, length kept: what names and texts are compared in. */
export function fold(text: string): string {
	const lower = text.toLowerCase();
	const same =
		lower.length === text.length
			? lower
			: Array.from(text, character =>
					character.length > 1
						? character
						: String.fromCharCode(foldedUnits()[character.charCodeAt(0)] ?? 0),
				).join('');
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

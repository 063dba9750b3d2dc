import type {Phrases} from './types.ts';

/** Bosnian. */
export const bs: Phrases = {
	media: [
		'?<Mediji izostavljeni>',
		'?slika izostavljena',
		'?videozapis izostavljen',
		'?zvuk izostavljen',
		'?naljepnica izostavljena',
	],
	attached: ['?datoteka u prilogu', '?priloženo'],
	deleted: ['?Ova poruka je izbrisana', '?Izbrisali ste ovu poruku'],
	edited: ['?Ova poruka je uređena'],
	system: [
		'?Poruke i pozivi su šifrirani s kraja na kraj. …',
		'?Propušteni glasovni poziv',
		'?Propušteni videopoziv',
	],
	heads: ['?… je promijenio/la temu …', '?… je kreirao/la grupu …'],
};

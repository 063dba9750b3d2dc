import type {Phrases} from './types.ts';

/** Slovenian. */
export const sl: Phrases = {
	media: [
		'<Medij izpuščen>',
		'lokacija v živo je bila deljena',
		'?slika izpuščena',
		'?video izpuščen',
		'?zvok izpuščen',
		'?GIF izpuščen',
		'?nalepka izpuščena',
		'?dokument izpuščen',
	],
	attached: ['priložena datoteka', '?priloženo'],
	location: ['?lokacija', '?Lokacija'],
	deleted: ['To sporočilo je bilo izbrisano', 'To sporočilo ste izbrisali'],
	edited: ['?To sporočilo je bilo urejeno'],
	system: [
		'?Sporočila in klici so šifrirani od začetka do konca. …',
		'Sporočila in klici v tem klepetu so sedaj zavarovani s šifriranjem od konca do konca. …',
		'Sporočila v tej skupini so sedaj zavarovana s šifriranjem od konca do konca. …',
		'Zgrešeni klic ob …',
		'Neodgovorjen video klic',
		'Varnostna koda osebe … se je spremenila. …',
	],
	marked: ['Zgrešen klic'],
	heads: ['?… je spremenil/a temo …', '?… je ustvaril/a skupino …'],
	you: ['Vi'],
	titles: ['WhatsApp klepet z …'],
};

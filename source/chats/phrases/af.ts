import type {Phrases} from './types.ts';

/** Afrikaans. */
export const af: Phrases = {
	media: [
		'<Media weggelaat>',
		'regstreekse ligging gedeel',
		'?beeld weggelaat',
	],
	attached: ['lêer aangeheg'],
	deleted: [
		'Hierdie boodskap was uitgevee',
		'Jy het boodskap uitgevee',
		'?Hierdie boodskap is uitgevee',
	],
	edited: ['?Hierdie boodskap is gewysig'],
	system: [
		'Boodskappe aan hierdie gesprek en oproepe word nou beveilig met end-tot-end enkripsie. …',
		'Boodskappe aan hierdie groep word nou beveilig met end-tot-end enkripsie. …',
		'Stemoproep gemis',
		'Video-oproep gemis',
	],
	heads: ['?… het die onderwerp …', '?… het die groep …'],
	you: ['Jy'],
	titles: ['WhatsApp Gesprek met …'],
};

import type {Phrases} from './types.ts';

/** Swahili. */
export const sw: Phrases = {
	media: ['<Media imerukwa>', 'mahali mubashara pameshirikishwa'],
	attached: ['faili limeambatanishwa'],
	deleted: ['Ujumbe huu ulifutwa', 'Umefuta ujumbe huu'],
	edited: ['?Ujumbe huu ulihaririwa'],
	system: [
		'Jumbe kwenye soga hii na simu unazopiga sasa zipo salama kwa ufumbaji wa mwisho-kwa-mwisho. …',
		'Jumbe kwenye kikundi hiki sasa zipo salama kwa ufumbaji wa mwisho-kwa-mwisho. …',
		'Simu ya sauti uliyoikosa',
		'Simu ya video uliyoikosa',
		'Simu ya sauti uliyoikosa saa …',
		'Msimbo wa usalama wa … umebadilika. …',
	],
	heads: ['?… alibadilisha mada …', '?… aliunda kikundi …'],
	you: ['Wewe'],
	titles: ['Soga za WhatsApp na …'],
};

import type {Phrases} from './types.ts';

/** Albanian. */
export const sq: Phrases = {
	media: ['<Pa media>', 'vendnodhja aktuale u shpërnda'],
	attached: ['skedë e ngjitur'],
	deleted: ['?Ky mesazh u fshi', '?E fshive këtë mesazh'],
	edited: ['?Ky mesazh u redaktua'],
	system: [
		'Mesazhet dhe thirrjet që i shkëmbeni në këtë bisedë janë tani të koduara fund-e-krye. …',
		'Mesazhet që i shkëmbeni në këtë grup janë tani të koduara fund-e-krye. …',
		'Videothirrje e shmangur',
		'Kodi i sigurisë nga … ka pësuar ndryshim. …',
	],
	marked: ['Thirrje e shmangur'],
	you: ['Ju'],
	titles: ['Biseda me … në WhatsApp'],
};

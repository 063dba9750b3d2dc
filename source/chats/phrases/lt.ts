import type {Phrases} from './types.ts';

/** Lithuanian. */
export const lt: Phrases = {
	media: ['<Praleistas medijos turinys>', 'tiesioginė vieta bendrinama'],
	attached: ['byla prisegta'],
	deleted: ['Ši žinutė buvo ištrinta', 'Jūs ištrynėte šią žinutę'],
	edited: ['?Ši žinutė buvo pakeista', '?Ši žinutė buvo redaguota'],
	system: [
		'Žinutės į šį pokalbį ir skambučiai dabar yra apsaugoti ištisiniu šifravimu. …',
		'Žinutės į šią grupę dabar yra apsaugotos ištisiniu šifravimu. …',
		'?Žinutės ir skambučiai yra visapusiškai užšifruoti. …',
		'Praleistas balso skambutis',
		'Praleistas video skambutis',
	],
	heads: ['?… pakeitė temą …', '?… sukūrė grupę …'],
	you: ['Jūs'],
	titles: ['WhatsApp pokalbis su …'],
};

import type {Phrases} from './types.ts';

/** Estonian. */
export const et: Phrases = {
	media: [
		'<Meedia ära jäetud>',
		'hetke asukoht jagatud',
		'?pilt välja jäetud',
		'?video välja jäetud',
	],
	attached: ['fail lisatud'],
	deleted: [
		'See sõnum on kustutatud',
		'Kustutasid selle sõnumi',
		'?See sõnum kustutati',
	],
	edited: ['?Seda sõnumit muudeti'],
	system: [
		'Selle vestluse sõnumid ja kõned on nüüd kaitstud otsast otsani krüpteerimisega. …',
		'Selle grupi sõnumid on nüüd kaitstud otsast otsani krüpteerimisega. …',
		'?Sõnumid ja kõned on täielikult krüpteeritud. …',
		'Vastamata häälkõne',
		'Vastamata videokõne',
		'Vastamata häälkõne kell …',
		'Kontakti … turvakood muutus. …',
	],
	heads: ['?… muutis teemat …', '?… lõi grupi …'],
	you: ['Sina'],
	titles: ["WhatsApp'i vestlus kontaktiga …"],
};

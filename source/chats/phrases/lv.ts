import type {Phrases} from './types.ts';

/** Latvian. */
export const lv: Phrases = {
	media: ['<Bez multivides>', 'reāllaika atrašanās vieta'],
	attached: ['pievienots fails'],
	deleted: ['Šī ziņa tika izdzēsta', 'Jūs izdzēsāt šo ziņu'],
	edited: ['?Šī ziņa tika rediģēta'],
	system: [
		'Ziņas un zvani šajā sarakstē tagad ir aizsargāti ar pilnīgu šifrēšanu. …',
		'Ziņas šajā grupā tagad ir aizsargātas ar pilnīgu šifrēšanu. …',
		'?Ziņas un zvani ir pilnībā šifrēti. …',
		'Neatbildēts balss zvans',
		'Neatbildēts video zvans',
	],
	heads: ['?… nomainīja tematu …', '?… izveidoja grupu …'],
	you: ['Jūs'],
	titles: ['WhatsApp sarakste ar …'],
};

import type {Phrases} from './types.ts';

/** Norwegian. */
export const nb: Phrases = {
	media: [
		'<Uten vedlegg>',
		'?<media utelatt>',
		'bilde ikke inkludert',
		'video utelatt',
		'GIF utelatt',
		'klistremerke utelatt',
		'utelatt dokument',
		'Kontaktkort sløyfet',
		'posisjon i sanntid delt',
	],
	omitted: ['lyd utelatt'],
	attached: ['vedlagt', '?vedlagt fil'],
	location: ['?posisjon', '?Posisjon'],
	poll: ['?AVSTEMNING'],
	option: ['?ALTERNATIV'],
	deleted: [
		'Denne meldingen ble slettet',
		'Du slettet denne meldingen',
		'Denne meldingen ble slettet av administrator …',
		'Du slettet denne meldingen som administrator',
	],
	edited: ['?Denne meldingen ble redigert'],
	system: [
		'Meldinger og samtaler er ende-til-ende-krypterte. …',
		'?Meldinger til denne samtalen og anrop er nå sikret med ende-til-ende-kryptering. …',
		'Tapt taleanrop',
		'Tapt videoanrop',
		'?Tapt taleanrop. …',
		'?Tapt videoanrop. …',
		'Venter på denne meldingen. …',
		'?Sikkerhetskoden med … ble endret. …',
	],
	marked: [
		'Taleanrop',
		'?Videoanrop',
		'?Taleanrop. …',
		'?Videoanrop. …',
		'Du er nå en administrator',
	],
	heads: [
		'… endret emnet …',
		'Du endret emnet …',
		'… opprettet gruppen …',
		'Du opprettet gruppen …',
	],
	you: ['Du'],
	titles: ['?WhatsApp-chat med …'],
};

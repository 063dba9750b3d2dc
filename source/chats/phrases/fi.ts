import type {Phrases} from './types.ts';

/** Finnish. */
export const fi: Phrases = {
	media: [
		'<Media jätetty pois>',
		'GIF-animaatio jätetty pois',
		'tarraa ei sisällytetty',
		'Yhteystietokortti jätettiin pois',
		'live-sijainti jaettu',
	],
	omitted: [
		'ei kuvaa',
		'videota ei sisällytetä',
		'äänitiedostoa ei sisällytetä',
		'dokumenttia ei sisällytetä',
	],
	attached: ['liite', 'liitetiedosto'],
	location: ['?sijainti', '?Sijainti'],
	poll: ['?KYSELY'],
	option: ['?VAIHTOEHTO'],
	deleted: [
		'Tämä viesti poistettiin',
		'Poistit tämän viestin',
		'Ylläpitäjä, …, poisti tämän viestin',
		'Poistit tämän viestin ylläpitäjänä',
	],
	edited: ['?Tätä viestiä muokattiin', '?Tätä viestiä on muokattu'],
	system: [
		'Viestit ja puhelut salataan täysin. …',
		'?Viestit ja puhelut ovat täysin salattuja. …',
		'Viestit tähän keskusteluun ja puhelut salataan nyt täysin. …',
		'Viestit tähän ryhmään salataan nyt täysin. …',
		'Vastaamaton äänipuhelu',
		'Vastaamaton videopuhelu',
		'Vastaamaton äänipuhelu klo …',
		'?Vastaamaton äänipuhelu. …',
		'?Vastaamaton videopuhelu. …',
		'Odotetaan tätä viestiä. …',
		'Henkilön … turvanumero muuttui. …',
		'?Turvanumerosi muuttui henkilön … kanssa. …',
	],
	marked: [
		'Äänipuhelu',
		'?Videopuhelu',
		'?Äänipuhelu. …',
		'?Videopuhelu. …',
		'Olet nyt ylläpitäjä',
	],
	heads: [
		'… vaihtoi aiheeksi …',
		'Muutit aiheeksi …',
		'… loi ryhmän …',
		'Loit ryhmän …',
	],
	you: ['Sinä'],
	titles: ['WhatsApp-keskustelu henkilön … kanssa'],
};

import de from 'naughty-words/de.json' with {type: 'json'};
import en from 'naughty-words/en.json' with {type: 'json'};
import es from 'naughty-words/es.json' with {type: 'json'};
import fr from 'naughty-words/fr.json' with {type: 'json'};
import it from 'naughty-words/it.json' with {type: 'json'};
import nl from 'naughty-words/nl.json' with {type: 'json'};
import pt from 'naughty-words/pt.json' with {type: 'json'};

/** A list of LDNOOBW ("List of Dirty, Naughty, Obscene, and Otherwise Bad Words", CC BY 4.0), with what tells its language. */
export type List = {
	name: string;
	terms: readonly string[];
	functionWords: string;
	/** Terms that are ordinary words more often than not: not looked for. */
	ordinary: string;
};

export const lists: readonly List[] = [
	{
		name: 'en',
		terms: en,
		functionWords: '',
		ordinary: `big black, brunette action, blonde action, tight white, girl on,
			taste my, make me come, playboy, tainted love, twinkie, twink, octopussy,
			bareback, hardcore, hard core, domination, snatch, scat, escort,
			snowballing, strip club, hot chick, cialis, viagra, spunk, swinger,
			hooker, dp action, how to kill, how to murder, bondage, coon, mr hands,
			pleasure chest, jelly donut, rosy palm, birdlock, huge fat, xx, tushy,
			undressing, one guy one jar, poof, skeet, eunuch, ecchi, neonazi,
			swastika, dingleberry, dingleberries, mong, spastic, tongue in a, suck,
			tied up, knobbing, busty, humping, santorum, sadism, fecal, rectum, poon,
			beaver lips, alaskan pipeline, barenaked, quim, guro, bung hole, negro,
			grope, smut, jiggerboo, suicide girls, voyeur, white power, anal, figging`,
	},
	{
		name: 'de',
		terms: de,
		functionWords: '',
		ordinary: `bonze, ische, kimme, lümmel, möpse, popel, poppen, rosette,
			schabracke, vögeln, pinkeln, bratze, mufti, reudig, schiesser, dödel`,
	},
	{
		name: 'es',
		terms: es,
		functionWords: `el los las una y pero por para con está estoy eres qué
			muy mañana hoy tengo tienes vamos bueno gracias hola te eso
			esta este ya cuando donde porque también sí soy tú`,
		ordinary: `asesinato, asno, bollera, caca, concha, drogas, fiesta de
			salchichas, heroína, idiota, infierno, maciza, martillo, orina,
			pedo, pezón, pinche, racista, semen, trio, verga, pis, haciendo el
			amor, chupada, sádico, nazi`,
	},
	{
		name: 'fr',
		terms: fr,
		functionWords: `je tu les et est une pas pour dans avec sur c'est j'ai suis
			mais nous vous ça oui demain bonjour merci très toi moi t'es quoi`,
		ordinary: `baiser, bander, bigornette, bite, bitte, bourré, bourrée, caca,
			chatte, con, folle, gerbe, gerber, gueule, jouir, malpt, ménage à
			trois, meuf, pédale, péter, pipi, ramoner, tanche, trique, zizi,
			bordel, chiottes, déconne, déconner, negro, cul, turlute, suce`,
	},
	{
		name: 'it',
		terms: it,
		functionWords: `il gli che è sono della ma grazie
			domani oggi sei ho hai cosa anche questo questa perché bene nel`,
		ordinary: `balle, battere, biga, boiata, bordello, brinca, cadavere, casci,
			cozza, cornuto, fava, femminuccia, finocchio, ingoio, lecchino,
			loffa, mannaggia, monta, montare, mussa, nave scuola, palle,
			palloso, patacca, pecorina, pesce, pippa, pipì, pirla, pompa,
			porco, quaglia, regina, rizzarsi, sbattere, sbattersi, sega,
			spagnola, tirare, topa, vacca, vangare, zio cantante, mona, anale,
			cesso, bagnarsi, chiappa, potta`,
	},
	{
		name: 'nl',
		terms: nl,
		functionWords: `het een ik niet dat op te zijn maar ook voor
			heb hebt wij jij deze dit morgen vandaag goed nog wel bij naar`,
		ordinary: `achter het raam zitten, anita, asbak, aso, balen, bedonderen,
			bekken, belazeren, beurt, da's kloten van de bok, de ballen, de
			hond uitlaten, de koffer induiken, del, de pijp uitgaan, dombo,
			draaikont, driehoog achter wonen, een beurt geven, engerd,
			flikken, gadverdamme, gat, gras maaien, griet, hol, johny, kanen,
			kloten, klooien, knor, lummel, mafketel, matje, mof, muts, naakt,
			nicht, opzouten, paal, palen, pijpen, pik, poot, pot, potverdorie,
			raaskallen, reet, remsporen, schatje, shit, spuiten, standje,
			stront, sufferd, toeter, triootjeg, vergallen, voor zijn, watje,
			wippen, wijf, zaadje, zeiken, zuigen, poep, poepen, penoze, drol,
			boemelen, slempen, naaien, beurt, een wip maken, kont, muts,
			schoft`,
	},
	{
		name: 'pt',
		terms: pt,
		functionWords: `uma não você mas eu está estou muito hoje
			amanhã obrigado obrigada bom sim tá vou isso essa meu minha tem`,
		ordinary: `aborto, amador, aranha, ariano, balalao, bicha, bissexual, boob,
			burro, bumbum, cacete, camisinha, cerveja, chupar, cocaína, coito,
			comer, consolo, corno, dum raio, fecal, frango assado, heroína,
			heterosexual, homem gay, homoerótico, homosexual, inferno,
			lésbica, lolita, mama, pau, peidar, pinto, saco, torneira, veado,
			cu, clitoris, queca, gozar, pênis, cona`,
	},
];

import {fold} from './spellings.ts';

/**
Words that are also names (first names, surnames, what people call family and colleagues) in the languages that exports come in
most. A name of one such word is not replaced wherever it stands: the owner is asked. Written for this project.
*/
const words = `
will mark rose joy may max kai art bill chip chuck dale dawn dean drew eve
faith fern frank gene grace grant guy hazel holly hope hunter june april
august summer autumn winter spring lance lily mercy miles olive opal pat
patience patty peg penny pearl pepper poppy precious prudence ray red reed
rich rob rocky rusty sandy scarlet skip sky sonny stew sue zen angel ambrose
amity basil bishop blaze carol charity chance chase clay cliff colt daisy
destiny diamond duke ember felicity ginger glen happy heaven honey honor jet
journey justice kid king kit lark laurel liberty love major melody mo nova
ocean princess queen rain rainbow raven river royal saint sailor shepherd sol
star stone storm sunny sunshine temple tiger true van wren young baker banks
bell best bird black blue bond brown bush butler carter case church clark cook
cooper cross day field fields fisher flowers ford forest fox freeman french
gardener gold good goodman green grey gray hall hand hill house hood johns
knight lake lamb lane law little long low marsh mills moon noble page park
parks pope price rice ridge rivers rush sharp short silver singer small smart
smith snow strong sweet swift tailor turner walker wall waters weaver west
white wise wood woods wright english cash rock dick work home office school
uni gym team boss club family friends mobile phone new old neighbour neighbor
doctor teacher coach group mum mom mama mommy mummy dad daddy papa mami papi
pa ma gran granny grandma grandpa nan nana aunt auntie uncle sis bro brother
sister baby babe darling sweetheart me you us he she they one an am im ist so
da ja nee jo na ne ab auf bei bis mal nun nur oft ob wer wie was wo zu mutti
vati opa oma omi mutter vater mann frau kind bruder schwester tante onkel
schatz schatzi liebling liebe maus mausi hase bär engel süße chef chefin
nachbar kollege kollegin arbeit büro buero schule privat handy neu alt zuhause
arzt trainer verein gruppe familie freunde freund ernst heide rosa linde mai
lang gunst stern sonne sommer herbst müller koch bauer schneider fischer weber
becker richter klein groß gross kurz schwarz weiß weiss braun jung könig
kaiser vogel fuchs hahn berg stein bach wald baum busch horn krug kraft stark
sauer roth rot graf pfeiffer zimmermann schäfer jäger maurer kellner metzger
schuster schmied meister lehrer ritter keller sänger fink löwe hirsch töpfer
gärtner förster herr nett hell klug reich arm frei fröhlich ehrlich gut lustig
tag nacht montag freitag pilz kern blum blume sand see nagel hammer zahn bart
haar kopf fuß nase morgen abend engels bader brand krause luz mar paz cruz
esperanza alma alba flor flora rocío estrella victoria socorro amparo remedios
milagros ángeles ángel santos jesús rey reyes león leon blanca blanco clara
claro linda bella dulce perla rubio moreno bueno bravo delgado guerra iglesia
iglesias campo campos fuentes ríos río mora prado calle casas castillo herrero
pastor nieves nieve ya yo tu él ella si no papá mamá abuela abuelo tío tía
hermano hermana primo prima amor vida cielo trabajo casa jefe pai mãe mae vó
vô avó avô tia tio irmão irmã filho filha vitória céu graça pinto costa
carneiro leite ramos rocha serra coelho cordeiro barros branco preto aimé aime
fleur marin prune espérance franc pierre blanche blanc brun petit grand roux
roy roi noir violette ange belle dieu juste père mère papy mamie tonton tata
frère sœur soeur chéri chérie bébé amour travail maison gioia luce vero bianco
märchen kirchen maschen mädchen pärchen bianca rosso fiore fiora grazia pace speranza amore mare sole nonno nonna zio
zia fratello sorella lavoro andre christ lo
`;

const common = new Set(words.trim().split(/\s+/).map(fold));

/** Whether a name of one word (folded) is also a common word; so is every Latin one of two letters (Al, Jo, Ed). */
export const isCommonWord = (folded: string): boolean =>
	common.has(folded) || /^\p{Script=Latin}{1,2}$/u.test(folded);

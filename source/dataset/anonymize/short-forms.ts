import {fold} from './spellings.ts';
import {isCommonWord} from './words.ts';

/** Names that people use for one another, English and German; written for this project. */
const groups = `
alexander alex alexandra sascha sandra xander lexi
andreas andi andy andré
andrew andy drew
anna anni annie anne ann annika änne
anthony tony antonio toni anton
barbara barb babsi bärbel
benjamin ben benni benny benjie
bernhard bernd berni
bettina betti tina
brigitte gitte gitti
catherine katherine kathrin katrin kathi kate katie kathy kat cathy katharina käthe kati
charles charlie chas
charlotte lotte lotti lottie charly
christian chris christoph christopher christof
christina christine christa tina chrissi chrissy kristina
daniel dan danny dani daniela
david dave davey
dominik domi dominic
dorothea dorothee dorle doro thea
edward eddie ted teddy eduard edi
elisabeth elizabeth lisa liz lizzie lizzy beth betty elli lisbeth sissi ella liesel
emanuel manu emanuela manuel manuela
emily emmy emma emmi
florian flo flori
franziska franzi fanny
franz franzl francis
frederick fred freddy friedrich fritz frederik freddie
gabriele gabi gaby gabriel
georg schorsch george georgie
gerhard gerd
gertrud trudi gerti
günther günter
hannelore hanne
heinrich heini heinz henry harry hank hendrik
helene leni lena helena helen nelly
isabella isabel isa bella isabelle isi
jakob jacob jake jockel
james jim jimmy jamie
jennifer jenny jenni jen
jessica jess jessi jessie
joachim jochen achim
johanna hanna jojo hannah
johannes hannes john johnny johann hans hansi
jonathan jon jonny jonas joni
joseph joe josef sepp seppl joey josephine josi
judith judy judi
julia juli jule julchen juliane
katarina kata
kenneth ken kenny
konstantin konsti
lawrence larry laurence laurie
leonard leo lenny leonhard leonie leon
ludwig lutz wiggerl
magdalena lena leni maggie magda
margarete grete gretel gretchen margarethe gitta margaret meg maggie peggy margret greta rita
maria marie mary mia mariechen mimi miri
marianne nanni
martin martl marty martina tina
matthias matze matthew matt matti mats mathias hias
maximilian maxi maxim max
michael mike micha michi mick mickey mikey michaela michel
monika moni
nathaniel nate nathan nat
nicholas nick nicolas nicky niklas klaus nico niko nikolaus nikolas
olivia liv livia
oliver oli olli ollie
patrick paddy patricia trish
penelope pennie
peter pete pit
philipp phil philip
rebecca becky becca rebekka
reinhard reini
richard dick ricky rick richie
robert rob bob bobby robbie robin bert
rüdiger rudi rudolf rudolph
ruth ruthie
samuel sam sammy samantha
sebastian basti seb bastian
siegfried siggi sigrid
simon simi simone
sophia sophie sofie sofia soffi
stefan steffen stephan steve steven stephen steffi stefanie stephanie steph stevie
susanne susi sanne susan susie suzanne suse susanna
theodor theo ted theodore
theresa resi terry tessa therese theresia
thomas tom tommy tommi thommy
timothy tim timmy
tobias tobi toby
ulrich uli ulli ulrike ulla
ursula uschi ulla
valentin vali valentina
veronika vroni
victoria vicky vicki tori viktoria
vincent vince vinzenz vinnie
walter walther walt
wilhelm willi willy william bill billy liam
wolfgang wolle wolfi wolf
zacharias zach zacharie zachary zack
`;

const others = new Map<string, string[]>();
for (const line of groups.trim().split('\n')) {
	const names = line.split(' ').map(fold);
	for (const name of names)
		others.set(name, [
			...(others.get(name) ?? []),
			...names.filter(other => other !== name),
		]);
}

const umlaut: Readonly<Record<string, string>> = {a: 'ä', o: 'ö', u: 'ü'};

/** What else somebody with this name of one word may be called: short and long forms, and made ones (Annchen, Hänschen, Timmy). */
export function derivedNames(name: string): string[] {
	const folded = fold(name);
	return [
		...new Set([
			...(others.get(folded) ?? []),
			...diminutives(folded),
			...pets(folded),
		]),
	].filter(derived => derived !== folded && !isCommonWord(derived));
}

function diminutives(folded: string): string[] {
	const stem = folded.replace(/[aeio]$/, '');
	if (!/^[a-zäöüß]{3,}$/.test(stem) || isCommonWord(folded)) return [];
	// The last vowel, or the first of au: Kläuschen.
	const umlauted = stem.replace(
		/([aou])(?=u?[^aeiouäöü]*$)(?<!a(?=u))|a(?=u[^aeiouäöü]*$)/,
		vowel => umlaut[vowel] ?? vowel,
	);
	return [folded, stem, umlauted].flatMap(base => [
		`${base}chen`,
		`${base}lein`,
	]);
}

/** Tim, Timmy; Ben, Bennie. */
function pets(folded: string): string[] {
	if (!/^[b-df-hj-np-tv-z][aeiou][b-df-gj-np-tv-z]$/.test(folded)) return [];
	const base = folded + folded.slice(-1);
	return [`${base}y`, `${base}ie`, `${base}i`];
}

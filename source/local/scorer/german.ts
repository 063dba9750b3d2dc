// Words that the offline scorer looks for in German chats, to keep them out of training: most are offensive, and meant to be found here.
import type {Language} from './language.ts';

/** "Ich bring dich um acht heim" threatens nobody: the phrases with whatever makes a time or a place of "um". */
const broughtSomewhere = ['bring', 'bringe', 'bringen']
	.flatMap(verb =>
		[
			...Array.from({length: 24}, (_, hour) => String(hour + 1)),
			...'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(
				' ',
			),
			...'halb viertel dreiviertel kurz punkt circa ca etwa die den das'.split(
				' ',
			),
		].flatMap(time => [
			`${verb} dich um ${time}`,
			`ich ${verb} dich um ${time}`,
			`wir ${verb} dich um ${time}`,
		]),
	)
	.join(', ');

export const german: Language = {
	name: 'de',
	endings: 'e en er es em n s ern st t te ten in innen',
	functionWords: `der das und ist ich du nicht ein eine einen einer zu mit auf den
		dem wir ihr aber auch noch wie mal schon doch ja nein hab habe hast sind
		sein von für wenn dann jetzt heute morgen hier mir dir mich dich uns euch
		ihm ihn kann kannst muss musst bei nach nur mehr oder weil dass wird wurde
		werden sich kein keine keinen zum zur ne nen immer gut geht gerade warum
		wer wo bist bis denn halt diese dieser dieses alles mein dein
		meine deine sie als hätte wäre vom über sehr ganz etwas nichts`,
	words: {
		you: {
			0.5: `du, dein, deine, deiner, deinen, deinem, ihr~, eure, eurer, euer,
				bist, biste, haste`,
			1: 'dich, dir, euch',
		},
		me: {1: 'ich, mich, mir~, mein, meine, meiner, wir, uns, bin, selber'},
		negation: {
			1: `nicht, kein, keine, keinen, keiner, nie, niemals, nichts, niemand, net,
				ned, nich, nimmer, ohne`,
		},
		softener: {
			1: `haha, hahaha, hihi, hehe, nur spaß, spaß, scherz, hdl, hab dich lieb,
				lieb dich, hdgdl, ahaha, xd`,
		},
		harmless: {
			1: `${broughtSomewhere}, lach mich tot, lache mich tot, lach mich schlapp, tot gelacht,
				totgelacht, totlachen, halb tot gelacht, ich sterbe vor, sterbe vor
				lachen, sterb vor, bin gestorben vor, sterbenslangweilig, todmüde,
				todlangweilig, todsicher, todernst, hundemüde, umbringen vor, zeit
				totschlagen, bringt mich um, bringst mich um, bringt mich noch um, das
				bringt mich um, macht mich fertig, fix und fertig, schwein gehabt,
				sau rauslassen, keine sau, dicke umarmung, dicker kuss, dicke luft, dick und, zu dick, so
				dick, dick angezogen, dick ein, durch dick und dünn, geil auf essen,
				schlag mich tot, schlagsahne, schlagzeug, schlag vor, schlage vor,
				schlagt vor, vorschlag, schlag ein, schlag zu, schuss vor den bug,
				bombenstimmung, bombenwetter, bombe party, stimmung war bombe, war
				bombe, ist bombe, voll bombe, sexbombe, kopf zerbrochen, killerspiel,
				tatort, krimi, mordshunger, mordsspaß, mords, schwarze katze, messer
				und gabel, bock auf, sau gut, saugut, saukalt, sau
				geil, saugeil, hammer geil, arschbombe, arschbomben, kater, muskelkater,
				vogel, vögel, vögeln zugucken, vögeln im garten, den vögeln, gras
				mähen, ins gras beißen, sterbender schwan, krieg ich, kriege ich, krieg
				das, krieg den, krieg die, krieg kein, krieg keine, krieg es, krieg
				nix, krieg nichts, krieg noch, krieg mich, krieg dich, krieg hin,
				krieg heute, krieg gerade, krieg da, krieg gleich, krieg wieder,
				attacke, schnapp dir, geile sau, blut
				spenden, blutspende, blut abnehmen, blutbild, bluttest, hass auf
				montage, hasse montage, hasse es, hasse das, hasse regen, hasse den
				winter, fressen die katzen, fresse gerade, auf die fresse gefallen,
				kacke aber, alter, digga, schütze, schützen, schießen wir los, schieß
				los, schießt los, na schieß los, jungfrau sternzeichen, schnecke,
				schnecken, dummerweise, schlag dich durch, schlägt
				dich durch, war mörder, voll mörder, ist mörder, mörder geil, mörder gut,
				leck mich am ärmel, fette party, verdammt gut, verdammt lecker, verdammt
				schön, arschkalt, verrückt nach, wie verrückt, verrückt oder`,
		},
		profanity: {
			0.2: `mist, mistkram, kruzifix, zefix, kotzen, zum kotzen, kack-, furz-`,
			0.35: `verdammt, verdammte, verdammter, verdammtes, verdammten, verflucht*,
				verflixt, kacke, kackt, kack, drecks-, zur hölle, leck mich, himmel
				arsch, kotzt mich, kotzt mich an, rotz, arschkalt, geht mir am arsch
				vorbei, am arsch, piss, pisse, pissen, angepisst`,
			0.52: `scheiße, scheisse, scheiß, scheiss, scheissn, scheiß-, schieße~, shice,
				schaisse, kackscheiße, scheißegal, beschissen*, so ein scheiß, verkackt,
				verschissen, bullshit, scheiß drauf, arsch, ärsche, arschgeige, shit,
				verarsche, verarsch-, verarscht, für den arsch`,
			0.64: `fick, ficken, fickt, gefickt, verfickt*, verfickte, fick-, abgefuckt,
				abgefuckte, fuck, fucking, gottverdammt*, verdammte scheiße, fotzig,
				scheiße verdammt, was zum fick, abfuck, fuckt mich ab, abfucken`,
		},
		insult: {
			0.45: `dumm, dumme, dummer, doof, blöd, blöde, blöder, doofe, doofer, feigling*, lügner*,
				memme, zicke, angeber*, streber*, peinlich, lächerlich, weichei, lusche,
				spinnst, spinner*, halt die klappe, klappe halten, halts maul bitte,
				nulpe, heulsuse, schlappschwanz, trottelig, ekelhaft,
				verlogen*, heuchler*, versager*`,
			0.55: `schnauze, hässlich*, widerlich*, gestört*, erbärmlich*, ekelst,
				stinkst, behindert`,
			0.68: `idiot*, idiotisch*, vollidiot*, trottel*, depp*, deppen, dummkopf*,
				blödmann, vollpfosten, honk*, hohlkopf, dämlich*, bescheuert*, spast*,
				hirnlos*, penner*, pisser*, du lappen, kotzbrocken, fettsack,
				fettsau, abschaum, schwachkopf, schwachmat*, bekloppt*,
				psycho, psychopath*, alte hexe, halts maul, halt's maul, halt dein maul, maul halten,
				halt die schnauze, verpiss dich, verpisst euch, zieh leine, hau ab du,
				loser, dumme kuh, blöde kuh, dumme gans, gesindel, volldepp*,
				strohdumm, saudumm, armleuchter, asi,
				assi, asozial*, hackfresse, fratze, dumpfbacke, -idiot, -trottel,
				-depp, dummschwätzer*, vollhorst, schwätzer*, stümper*`,
			0.76: `arschloch*, arschlöcher*, drecksau, drecksack, dreckskerl,
				dreckschwein*, mistkerl*, miststück*, bastard*,
				wichser*, wixer*, wixxer*, bitch*, flachwichser*, missgeburt*,
				scheißkerl*, drecksstück, arschgesicht*, schlampe*, mongo*, spasti*, fresse halten, halt die fresse, halt deine fresse,
				leck mich am arsch, volltrottel, -arschloch, pissnelke*,
				hirntot, ficker*, kackbratze*, arschkriecher*, krüppel*`,
			0.87: `hurensohn*, hurensöhne*, huso, hure*, nutte*, fotze*, fick dich,
				fickt euch, fick deine mutter, ficke deine mutter, motherfucker*,
				hurenkind, hurentochter, fotzen-, -fotze, bring dich um du, verreck*,
				verrecke, krepier*, verrecken, häng dich auf, geh sterben, stirb~,
				spring von der brücke, bring dich doch um, -hure, hundesohn, leck
				meinen, lutsch meinen, lutsch mein`,
		},
		called: {
			0.45: `pfeife, pfeifen, esel, affe, affen, ziege, niete, nieten, opfer,
				irre, irrer, hexe, wurst, flasche, null, monster, tier, lappen, kröte,
				natter`,
			0.6: 'kuh, ratte, ratten, hund, hunde, zecke, zecken, fett, sack, bock',
			0.76: 'sau, schwein, schweine, säue',
		},
		slur: {
			0.7: `zigeuner*, schlitzauge*, tunte*, lesbe~, kampflesbe*, emanze*,
				fidschi*, polacke*, polacken, itaker*, ossi~, spaghettifresser*,
				krüppel*, mongo*, transe*, asylant*, wirtschaftsflüchtling*, musel*,
				gutmensch*, rapefugee*, nazi*, nazis, bimbo*, mufti*,
				linksfaschist*, scheinasylant*, sozialschmarotzer*`,
			0.92: `kanake*, kanacke*, kanaken, neger*, nigger*, nigga*, schwuchtel*,
				judensau, judenschwein*, saujude*, drecksjude*, untermensch*, kameltreiber*,
				kameltreiber, ziegenficker*, kümmeltürke*, neger-, -neger, judenpack,
				scheißtürke*, scheißjude*, scheißausländer*, scheißschwul*, schwuli*,
				sieg heil, heil hitler, ab ins gas, juden ins gas, ausländer raus, ins gas, vergasen,
				volksverräter*, rassenschande, umvolkung, musel-, kopftuchschlampe*,
				dunkelhäuter*, drecksausländer*, zigeunerpack, affenmensch*`,
		},
		group: {
			0.6: `frauen, weiber, männer, ausländer*, flüchtling*, migrant*, asylbewerber*,
				türke*, türken, araber*, afrikaner*, russen, polen~, rumänen, syrer*,
				afghanen, behinderte, feministinnen, ossis, wessis, asiaten, chinesen,
				deutsche, deutschen, amis, einwanderer*, invasoren, grüne, grünen, linke,
				linken`,
			0.85: `jude*, juden, jüdisch*, muslim*, moslem*, moslems, islam, schwule,
				schwulen, schwuler, lesben, transsexuelle*, homosexuelle*, schwarze,
				schwarzen, roma, sinti, christen, dunkelhäutige*, transfrauen, homos`,
		},
		derogation: {
			0.55: `dreckig*, kriminell*, verbrecher*, faul, schmutzig*, tiere, krank,
				minderwertig*, primitiv*, wild*, verblödet, gehören in die küche, gehört
				in die küche, gehören hinter den herd, gehören nicht hierher, raus aus,
				nach hause schicken, abschieben, abgeschoben, sind alle, alle gleich,
				seuche, plage, pest, krankheit, widernatürlich, abartig*, pervers*,
				vergewaltiger*, terroristen, schmarotzen, überrennen, überfremdung,
				invasion, affen, ratten, schweine, hunde, islamisierung, lügen`,
			0.8: `ungeziefer, abschaum, parasit*, parasiten, schmarotzer*, ausrotten,
				ausgerottet, vernichten, vernichtet, vergast, vergasen, gesindel,
				kakerlaken, raus hier, an die wand stellen,
				erschießen, müssen weg, entsorgen, aufhängen, aufknüpfen, dreckspack,
				pack~, brut, weiße rasse, herrenrasse, untermensch*, umvolkung`,
		},
		hate: {
			0.5: `hasse~, hasst, gehasst, verachte, verabscheue, kann nicht leiden, nicht
				ausstehen, hab die schnauze voll von, scheiß auf`,
			0.7: 'ich hasse, wir hassen, hasse dich, hasse euch, ich verachte, hasse alle',
		},
		attack: {
			0.55: 'verprügel*, würge, würgen, verhau*, ohrfeig*, schubs*',
			0.85: `töte, töten, umbringen, ermorde, ermorden, erschieße, erschießen,
				erschieß, abstechen, abknallen, erwürge, erwürgen, erschlage, erschlag,
				erschlagen, totschlagen, totschlage, köpfen, aufschlitzen, vergewaltigen,
				vergiften, zusammenschlagen, zerfetzen, kaltmachen, kalt machen, verbrennen`,
		},
		threat: {
			0.45: `ich mach dich fertig, mache dich fertig, machen dich fertig, ich krieg dich,
				wir kriegen dich, du wirst es bereuen, wirst du bereuen`,
			0.75: `das wirst du büßen, pass bloß auf, pass auf du, ich weiß wo du wohnst, wissen wo du
				wohnst, aufs maul, auf die fresse, eins auf die fresse, in die fresse,
				eins in die fresse, hau dir eine rein, hau dir eins, schlag dir die,
				polier dir, tret dir, zeig es dir noch, mach dich platt, prügel dich,
				du bist dran, wir sehen uns noch, knall dir eine, klatsch dir eine,
				schlag dich, schlage dich, verprügel dich`,
			0.92: `bring dich um, bringe dich um, bringen dich um, bring euch um, bringe
				euch um, bring ihn um, bring sie um, stech dich ab, steche dich ab, knall
				dich ab, knalle dich ab, mach dich kalt, mache dich kalt, schlag dich tot,
				schlage dich tot, du bist tot, bist du tot, bist ein toter mann, töte
				dich, töte euch, dich umbringen, euch umbringen, dich töten, euch töten,
				dich abstechen, dich abknallen, erschieß dich, schneid dir die kehle,
				brech dir, breche dir, zünd dein haus, schieß dir, schieße dir, du musst
				sterben, du wirst sterben, ihr werdet sterben, dreh dir den hals um, steche
				euch ab, leg dich um, lege dich um`,
		},
	},
};

// Words for violence, self-harm, sex and crime that the offline scorer looks for in German chats, to keep them out of training.
import type {Words} from './language.ts';

export const germanTopics: Words = {
	violence: {
		0.12: 'krieg~, kämpfen, gestorben, tot, tote, toten, verletzt*, soldaten',
		0.35: `schlägerei*, prügel-, geschlagen, geprügelt, leiche*, gewalt,
			gewalttätig*, schlacht~, waffengewalt, bedroht, kriegsverbrechen`,
		0.6: `töten, tötet, tötete, getötet, umgebracht, umbringen, killen, gekillt,
			erschossen, erschießen, abgestochen, abstechen, erstochen, verprügelt,
			zusammengeschlagen, attentat*, anschlag, anschläge, terror, terrorist*,
			geisel*, explosion*, überfall, überfallen, angegriffen, erwürgt, erhängt,
			misshandel-, verbrannt, gesteinigt, abknallen, abgeknallt, totgeschlagen`,
		0.8: `mord, morde, mörder*, ermorde*, ermordet, amoklauf, amok, massaker,
			folter*, foltern, gefoltert, vergewaltig-, enthaupte-, geköpft, hinrichtung*,
			hingerichtet, abgeschlachtet, massenmord*, völkermord, genozid, gemetzel`,
	},
	gore: {
		0.15: 'blut, blutet, geblutet, wunde*, knochen',
		0.4: 'blutend, blutig*, leichen',
		0.7: `blutlache*, blutüberströmt*, voller blut, überall blut, gedärm*, eingeweide,
			schädel, verwest*, aufgeschlitzt*, abgetrennt*, zerstückel-, gehirnmasse`,
		0.9: 'enthauptet*, zerfetzt*, ausgeweidet*, zerstückelt*, verstümmel-, gehäutet',
	},
	selfHarm: {
		0.45: `keinen sinn mehr im leben, mir wehtun, mir weh tun, hasse mich,
			hasse mich selbst, hungern um, thinspo, innerlich leer, einfach weg sein`,
		0.75: `suizid*, suizid-, essstörung, selbstmord*, selbstmord-, selbstverletz-, ritzen,
			geritzt, ritze mich, überdosis, nicht mehr leben, magersucht, bulimie,
			lebensmüde, wäre ich tot, wär ich tot, pulsadern, freitod`,
		0.9: `mich umbringen, bring mich um, bringe mich um, mich töten, mir das leben
			nehmen, das leben nehmen, leben beenden, will sterben, möchte sterben, tot
			sein, mich erhängen, häng mich auf, bring dich doch um, häng dich auf, von
			der brücke springen, hat sich umgebracht, sich umgebracht, vor den zug`,
	},
	intent: {
		0.8: `mich umbringen, bring mich um, bringe mich um, mich töten, mir das leben
			nehmen, mein leben beenden, will sterben, möchte sterben, mich erhängen, häng
			mich auf, ritze mich, nicht mehr leben, wäre ich tot, wär ich tot, will tot
			sein, vor den zug werfen, von der brücke springen, selbstmord begehen`,
	},
	instructions: {
		0.5: 'anleitung*, rezept, tutorial, schritt für schritt, tipps',
		0.9: `wie kann ich, wie kann man, wie macht man, wie mache ich, wie baue ich, wie
			baut man, wie komme ich an, wo kann ich, wo kriege ich, wo krieg ich, wo
			bekomme ich, wo bekommt man, zeig mir wie, erklär mir wie, sag mir wie, am
			besten, ohne erwischt zu werden, methoden, anleitung zum, anleitung für`,
	},
	sex: {
		0.08: `kuss, küsse, küss, küssen, küsst, geküsst, bh~, jungfrau, busen, brüste,
			hintern, popo, unterwäsche, kondom*, rummachen, rumgemacht`,
		0.35: `sexy, nackt, nackte, nackter, nacktes, nackten, erotisch*, dessous, geil
			auf dich, verführ-, knutsch-, stripper*, flittchen, scharf auf, erregt, nacktheit, sexualität, sexuell*`,
		0.6: `sex, sexting, bumsen, gebumst, poppen~, vögeln, gevögelt, pimpern, titten,
			tittchen, möpse~, nippel, penis, vagina, porno*, pornos, pimmel*, orgasm*,
			orgasmus, selbstbefriedig-, onanier-, fetisch*, dildo*, vibrator*, nacktbild*,
			nacktfotos, nacktfoto*, wichsen, wichst, wichse, dreier~, ständer, latte~,
			schlafen mit dir, mit dir schlafen, prostituierte*, puff, geschlechtsverkehr,
			bläst, inzest, sperma, hoden, schnackeln, bordell, callgirl*, escort~`,
		0.85: `blowjob*, blasen lassen, einen blasen, schwanz lutschen, schwanz~,
			schwänze, schwanzlutscher*, muschi~, möse*, fick mich, ficke dich, ficken
			lassen, dich ficken, mich ficken, gefickt werden, abspritzen,
			gruppensex, analsex, oralsex, lecken lassen, kitzler, gangbang*, feucht
			für, steck ihn rein, reite mich, durchgefickt, abgespritzt, analritter, arschficker*`,
	},
	minors: {
		0.4: `kind~, kinder, kindern, mädchen, junge~, jungs, schüler*, schülerin*, sohn,
			tochter, teenager, teenie*, nichte, neffe`,
		0.8: `minderjährig*, kleines mädchen, kleine mädchen, kleiner junge, kleine jungs,
			schulmädchen, kleinkind*, kindergarten-, grundschüler*, stieftochter`,
		0.95: 'kinderporno*, pädophil*, kinderficker*, pädo*, kipo, lolita*, kinderschänder*',
	},
	illicit: {
		0.35: `kiffen, gekifft, bekifft, joint~, klauen, geklaut, schwarzfahren, hacken~,
			gehackt, illegal*, drogen, dealer*, gras rauchen, gras kaufen, stehlen,
			gestohlen, schmuggel-, dope, bong, tilidin, raubkopie*`,
		0.65: `kokain, koks, heroin, meth, mdma, ecstasy, lsd, ketamin, speed kaufen,
			crystal, ticken~, drogendealer*, geldwäsche, falschgeld, gefälschte*,
			fälschen, einbrechen, einbruch, erpress-, kreditkartendaten, schadsoftware,
			phishing, steuerhinterziehung, schwarzgeld, kurzschließen, auftragskiller*`,
	},
	weapon: {
		0.45: 'messer, waffe, waffen, pistole*, munition, schwert*, knarre*, kugeln~',
		0.75: `bombe, bomben, rohrbombe*, sprengstoff*, granate*, gewehr*, maschinengewehr*,
			schrotflinte*, giftgas, molotow*, molotowcocktail*, zünder~, kalaschnikow*,
			sprengsatz, brandsatz, handgranate*, nervengift, rizin`,
	},
};

// Words for violence, self-harm, sex and crime that the offline scorer looks for in English chats, to keep them out of training.
import type {Words} from './language.ts';

export const englishTopics: Words = {
	violence: {
		0.12: `fight, fights, fighting, war, wars, soldier*, battle, dead, death, die~,
			died, dies, shot, crash, kicked`,
		0.35: `punched, slapped, hit him, hit her, corpse, hurt him, hurt her,
			violence, violent, threatened, shoot, shooting, shooter, execution, killer`,
		0.6: `kill, kills, killed, killing, stab, stabbed, stabbing, attacked, attacker, beaten, beat him, beat her, beat
			up, assault*, bomb, bombed, bombing, explosion, terror, terrorist*,
			terrorism, genocide, executed, hostage*, hanged, strangled,
			choked, abuse, abused, wounded, invasion, airstrike, lynch*, whipped`,
		0.8: `murder*, murderer*, massacre*, slaughter*, tortur-, torture, behead*,
			mass shooting, school shooting, rape, raped, raping, rapist*, dismember*,
			mutilat-, burned alive, burn alive, beaten to death, stabbed to death,
			shot dead, blown up, kill all, kill them, kill everyone, exterminate*`,
	},
	gore: {
		0.15: 'blood, bleeding, bled, wound, wounds, bones',
		0.4: 'bloody mess, corpses, skull, flesh, rotting',
		0.7: `pool of blood, blood everywhere, covered in blood, gore, gory,
			severed, intestines, entrails, brain matter, ripped off, cut off his, cut off her, cut off their, mangled,
			blood gushing, blood spurting, blood spattered, splattered, torn apart`,
		0.9: `beheaded, decapitat-, disembowel-, dismember*, mutilat-, gutted,
			eviscerat-, flayed, skinned alive, eyes gouged, gouged, sliced open,
			hacked to pieces, chopped up, bleeding out`,
	},
	selfHarm: {
		0.45: `self esteem is gone, empty inside, no point in living,
			nothing to live for, hurt myself, hate myself, disappear forever,
			starving myself, thinspo, pro ana, proana`,
		0.75: `suicide, suicidal, self harm*, selfharm*, eating disorder, cutting myself, cut
			myself, cuts herself, cuts himself, overdose*, od'd, want to disappear,
			wish i was dead, wish i were dead, better off dead, don't want to live,
			dont want to live, tired of living, end it all, anorexi-, bulimi-,
			unalive, slit my wrists, slit wrists, slit your wrists, self injury`,
		0.9: `kill myself, killing myself, end my life, take my own life, took his
			own life, took her own life, ending my life, want to die, wanna die,
			hang myself, kill yourself, kill urself, kys, jump off a bridge, commit
			suicide, committed suicide, killed himself, killed herself, cut my wrists`,
	},
	intent: {
		0.8: `kill myself, killing myself, end my life, take my own life, ending my
			life, want to die, wanna die, hang myself, wish i was dead, wish i were
			dead, don't want to live, dont want to live, end it all, cut myself,
			hurt myself, starving myself, slit my wrists, i'm suicidal, better off
			dead, thinking about suicide, thinking of suicide, commit suicide`,
	},
	instructions: {
		0.5: 'instructions, guide, recipe, tutorial, step by step, steps, tips',
		0.9: `how to, how do i, how do you, how can i, how can you, how could i, tell
			me how, show me how, ways to, way to, methods, best way to, where can i
			buy, where to buy, where can i get, teach me, explain how, easiest way,
			what is the best way, instructions for, first you, without getting caught`,
	},
	sex: {
		0.08: `kiss*, bra, underwear, breast*, butt~, make out, making out, condom*,
			virgin*, booty, bikini, lust, moan*`,
		0.35: `sexy, naked, topless, nude*, seduc-, lustful, panties, lingerie,
			aroused, erotic*, thong, sensual, stripper*, kinky, sexual, sexually,
			sexuality, nudity`,
		0.6: `sex, sexting, hook up, hooker*, boob*, tits, titties, tit~, penis*,
			vagina*, nipple*, porn, porno, pornography, pornhub, onlyfans, horny,
			sleep with, threesome*, orgasm*, masturbat-, fetish*, bdsm, escort~,
			prostitut-, milf*, erection*, boner*, dildo*, vibrator*, wank, wanking,
			intercourse, incest, nsfw, strip for, stripped naked, dick pic, nudes,
			send nudes, genitals, groin, thighs, testicle*, balls deep, hentai`,
		0.85: `blowjob*, blow job, handjob*, hand job, cum, cumming, cumshot*,
			pussy, cock~, cocks, my dick, his dick, your dick, suck my dick, dick in, suck my, suck
			your, deepthroat*, creampie*, gangbang*, anal~, anal sex, oral sex,
			clit, clitoris, fuck me, fuck her, fuck him, fucked her, fucked him,
			fucked me, fuck you hard, ride me, lick your, wet for, jerk off, jerking
			off, jizz, fingering, fingered, rimjob*, cunnilingus, fellatio, threw me
			on the bed, thrust*, thrusting, moaning, inside her, inside me, ejaculat-`,
	},
	minors: {
		0.4: `kid, kids, child, children, girl~, boy~, school, son, daughter,
			student*, teen*, teenager*, niece, nephew, little brother`,
		0.8: `minor~, minors, underage, under age, young girl*, young boy*, little
			girl*, little boy*, schoolgirl*, schoolboy*, school girl, toddler*,
			preteen*, pre teen, kindergarten, middle school, step daughter,
			stepdaughter*, teen girl, high schooler*, 5th grader, infant*`,
		0.95: `loli, lolita*, shota, shotacon, lolicon, jailbait*, jail bait, pedo*,
			paedo*, pedophil-, paedophil-, child porn, cp~, pthc, barely legal`,
	},
	illicit: {
		0.35: `weed, joint~, stoned, steal, stole, stolen, hack, hacked, hacking,
			fake id, illegal*, drugs, dealer*, lockpick*, shoplift*, smuggl-`,
		0.65: `cocaine, coke~, heroin, meth, methamphetamine*, mdma, ecstasy, lsd,
			ketamine, crack cocaine, fentanyl, xanax, drug dealer*, counterfeit*,
			launder money, money laundering, credit card numbers, steal credit,
			phishing, ransomware, malware, keylogger*, forged, hotwire, break
			into, blackmail*, identity theft, tax evasion, traffick-, hitman, scam*`,
	},
	weapon: {
		0.45: 'knife, knives, gun, guns, sword*, weapon*, ammo, bullets, bullet',
		0.75: `bomb, bombs, pipe bomb, explosive*, grenade*, rifle*, pistol*, ar15,
			ar-15, ak47, ak-47, shotgun*, machine gun, nerve gas, sarin, ricin,
			anthrax, molotov, detonator*, c4~, landmine*, chemical weapon, napalm`,
	},
};

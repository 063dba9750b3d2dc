// Words that the offline scorer looks for in English chats, to keep them out of training: most are offensive, and meant to be found here.
import type {Language} from './language.ts';

export const english: Language = {
	name: 'en',
	endings: 's es ed d ing in er ers y',
	functionWords: `the and is are you your to of it that this for with not have
		has had but be does did my we they he she his her what when where who
		why how just like dont don't im i'm its it's yeah about would could should
		there then because know think good going go  get can't cant
		from been really want some time up out one them than their i`,
	words: {
		you: {
			0.5: `ur, your, you're, youre, yourself, you'll, you've, urself,
				yourselves`,
			1: `you, u, ya, y'all, yall`,
		},
		me: {
			1: `i, i'm, im, me, my, myself, i'll, i've, i'd, ive, we, our, us`,
		},
		negation: {
			1: `not, don't, dont, never, no, won't, wont, isn't, isnt, aren't,
				didn't, didnt, wouldn't, can't, cant, doesn't, ain't, nobody`,
		},
		softener: {
			1: `lol, lmao, haha, hahaha, hahahaha, rofl, jk, just kidding, hehe,
				love you, xx, 😂, 🤣, 😅, 😉, 😘, ❤, 😜, 😆, 🙈`,
		},
		harmless: {
			1: `dick cheney, dick van dyke, dick clark, moby dick, philip k dick, dick
				tracy, dick grayson, spotted dick, charles dickens, pussy riot, pussy
				cat, pussycat, pussy willow, shiitake, shitake, cock a doodle, peacock,
				hitchcock, cocktail, cockpit, hancock, scunthorpe, hell yeah, hell yes,
				what the hey, killed me, killing me, kills me, killed it, killing it,
				kill it, kill time, killing time, kill two birds, killer app, dressed
				to kill, you kill me, you killed it, you're killing me, you're killing
				it, you slay, im dying, i'm dying, dying of laughter, died laughing, to
				die for, die hard, diehard, i could murder a, could kill for, would
				kill for, kill for a, kill the lights, kill the engine, shoot me a,
				shoot me an, shoot you a, shoot you an, shoot over, photo shoot,
				shooting star, shooting stars, shot of, shots of, good shot, bomb
				cyclone, bath bomb, photobomb, photo bomb, sex and the city, sex
				education, same sex, opposite sex, middlesex, essex, sussex, wessex,
				six pack, hit me up, hit you up, beat you to, beat you at, beat your
				score, beat you again, beat you this, beat me again, beat me at, beat me
				to, you beat me, lucky bastard, lucky bastards, lucky bitch, jerk
				chicken, retarded growth, stupid question, dumb question, stupid phone,
				dumb phone, stupid autocorrect, stupid weather, shut up that's, shut up
				no way, omg shut up, kill you for, damn good, bloody good, bloody hell,
				bet your ass, test was murder, kill a process, beat the rush, heart attack, panic attack, attack on titan,
				suicide squad, hunger games, star wars, walking dead, guns n roses, the
				gun show, water gun, nerf gun, glue gun, top gun, jump the gun, weed the
				garden, weeds, weeding, crack up, cracked up, cracks me up, crack on,
				coke zero, diet coke, coke light, rum and coke, black friday, stab at,
				break a leg, blow your mind, blow out, hang out, hanging out, hang on,
				punch line, fruit punch, strip club sandwich, ass kicking, badass, bad
				ass, kick ass, smart ass, smartass, breast cancer, chicken breast,
				chicken breasts, great tits, blue tits, tit for tat, a bit of a dick
				move, suck it up, sucks to be, donald trump, nuts and bolts, driving me
				insane, killed the vibe, killer heels, dead tired, dead line, drop dead
				gorgeous, murder mystery, murder on the, kill bill, to kill a
				mockingbird, slaughterhouse five, hate to say, hate it when, i hate
				when, hate to be, hate that, hate mondays`,
		},
		profanity: {
			0.2: `crap, crappy, bloody, freaking, frickin, freakin, sucks, suck, butt,
				arse, piss`,
			0.32: `damn, damnit, dammit, goddamn, god damn, hell~, what the hell,
				pissed, pissed off, bollocks, wanker, bugger, screw this, pissing`,
			0.45: `shit, shits, shitty, shitload, holy shit, omfg, lmfao, ass~, af~,
				bullshit, bs, apeshit, ffs, shite, no shit, shitshow`,
			0.56: `fuck, fucks, fucked, fucking, fuckin, fck, fk, fuk, fkn, wtaf, as
				fuck, fuckup, shit-, clusterfuck, what the fuck, fucked up`,
			0.63: 'wtf, wth are you, for fucks sake, fuck this, fuck that',
			0.7: 'fuck my life, fml, fuck sake, fuck-',
		},
		insult: {
			0.45: `dumb, dummy, weirdo, creep, loser*, clown, lame, dork,
				nerd, coward*, liar*, brat*, snob*, pathetic, annoying, selfish,
				hypocrite*, creepy`,
			0.3: 'shut up',
			0.55: `fool, fools, ugly, disgusting, worthless,
				useless, nutter, psycho, freak*, lunatic, filthy, scum`,
			0.68: `idiot*, idiotic, stupid, moron*, imbecile*, dumbo, jerk, jerks,
				twit, fatso, fatty, scumbag*, lowlife*, you pig, you rat, silly cow,
				dipstick, sicko, braindead, brain dead, sod off,
				bugger off, piss off, shut the hell up, go to hell, screw you,
				up yours, waste of space, trailer trash`,
			0.74: `asshole*, arsehole*, ass hole, dumbass*, dumb ass, jackass*,
				bastard*, bitch*, bitches, douche*, douchebag*, prick*, dickhead*,
				dick~, tosser*, twat*, wankers, retard*, retarded, shithead*,
				dipshit*, piece of shit, pos~, you scum, skank*, bellend*,
				knobhead*, son of a bitch, stfu, fat pig, fuckwit*, knob~, minger, cretin*,
				degenerate*, pervert*, shut the fuck up, hate your guts`,
			0.85: `cunt*, motherfucker*, mother fucker, mofo*, fuck you, fuck u, fuck
				off, fuck yourself, go fuck yourself, fck you, slut*, sluts, whore*,
				cocksucker*, fucktard*, kys, you should die, hope you die, kill yourself, kill urself, -fucker, eat
				shit, suck my dick, fuckface, go die, go and die, drop dead~, f u~`,
		},
		called: {
			0.45: 'fat, animal, monster, beast, muppet, donkey, monkey, gross, witch',
			0.6: 'pig, pigs, rat, rats, trash, garbage, cow, dog, dogs, swine, snake',
		},
		slur: {
			0.7: `gypsies, gyppo*, redskin*, oriental*, cripple*, spaz, spastic*,
				mongoloid*, libtard*, honky, honkey, gringo*, jap~, japs, dyke~, dykes,
				queers, trannies, tranny, shemale*, homo~, homos, feminazi*, infidel*, half breed, halfbreed`,
			0.92: `nigger*, nigga*, nigg-, niglet*, kike*, chink*, gook*, spic~, spics,
				wetback*, beaner*, faggot*, fag~, fags, fagg-, paki*, raghead*, towelhead*,
				sandnigger*, sand nigger, coon~, coons, darkie*, jigaboo*, jungle bunny,
				porch monkey, zipperhead*, slanteye*, muzzie*, muzrat*, camel jockey,
				goatfucker*, untermensch*, pickaninny, golliwog*, pikey*, subhuman*,
				white trash, heil hitler, sieg heil, gas the jews, 1488, bint, wog*`,
		},
		group: {
			0.6: `women, woman, females, men, foreigner*, migrant*, immigrant*,
				refugee*, feminist*, disabled, disability, asylum seeker*, blondes,
				americans, mexican*, indian*, chinese, asian*, african*, russians,
				poles, turks, arab*, white people, whites, liberals, conservatives`,
			0.85: `jew, jews, jewish, muslim*, islam, christian*, hindu*, black people,
				blacks, negro*, gay, gays, gay people, lesbian*, trans people,
				transgender, transsexual*, trans women, homosexual*, lgbt, lgbtq,
				bisexual*, gypsy, roma people, latino*, hispanic*, brown people,
				disabled people, immigrants, that race, their race, their kind`,
		},
		derogation: {
			0.55: `dirty, filthy, criminals, thieves, lazy, animals, inferior, ruin*,
				disgust, disgusting, disease, plague, sick, unnatural, sin, sinful,
				abomination, worthless, evil, invaders, invading, stealing our, taking
				over, less than human, not human, aren't human, are all, all the same,
				belong in the kitchen, belong in, don't belong, out of our country, go
				back to, deport*, rapists, terrorists, should not exist, no place,
				brainwashed, primitive, savage*, barbaric, barbarian*, uncivilised,
				uncivilized, poison*, trash, garbage, monkeys, apes, pigs, dogs, rats`,
			0.8: `vermin, cockroach*, parasite*, scum, subhuman, exterminate*, wiped
				out, wipe out, eradicate*, annihilate*, master race, white power, white
				genocide, jewish conspiracy, final solution, purge the, get rid of,
				burn in hell, deserve to die, should die, don't deserve to, lynch*`,
		},
		hate: {
			0.5: `hate, hates, hated, can't stand, cant stand, despise*, sick of`,
			0.7: `i hate, we hate, i despise, i detest, detest, loathe, loathing,
				fucking hate, hate all`,
		},
		attack: {
			0.55: 'hurt, slap, beat, punch, kick, smack, destroy, attack, burn, choke',
			0.85: `kill, murder, stab, shoot, strangle, behead, slaughter,
				butcher~, smash your face, break your, cut your throat,
				slit your throat, bash, execute, rape, poison, drown, bury, skin~,
				lynch, hang~, run over, punch your face, rip your, knock you out`,
		},
		threat: {
			0.75: `you will regret, you'll regret, you're gonna regret, watch your
				back, you'll pay for, you will pay for, i'll find you, i will find
				you, i know where you live, you better run, you better watch, beat the
				shit out of, beat you up, kick your ass, kick your head in, smash your
				face, break your legs, break your neck, knock your teeth, mess you up,
				fuck you up, make you suffer, teach you a lesson, you're next`,
			0.92: `you're dead, ur dead, you are dead, you're a dead man, dead meat,
				i'll kill you, i will kill you, gonna kill you, going to kill you, want
				to kill you, i'll end you, cut your throat, slit your throat, put a
				bullet in, bullet in your head, burn your house, kill your family, kill
				them all, i will hurt you, i'll hurt you, i'll stab you, you must die,
				shoot you in`,
		},
	},
};

import {createHash} from 'node:crypto';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {english} from '../../../source/local/scorer/english.ts';
import {englishTopics} from '../../../source/local/scorer/english-topics.ts';
import {german} from '../../../source/local/scorer/german.ts';
import {germanTopics} from '../../../source/local/scorer/german-topics.ts';
import {
	score,
	scorerName,
	scorerVersion,
} from '../../../source/local/scorer/score.ts';
import {type Category, categories} from '../../../source/moderation/types.ts';
import {findProvider} from '../../../source/provider/providers.ts';
import {demoTexts, mixtures} from './texts.ts';

const scoreOf = (text: string, category: Category): number =>
	score(text)[categories.indexOf(category)] ?? Number.NaN;
const highest = (text: string): number => Math.max(...score(text));

test('is named for what it is, with a version under which scores are kept', () => {
	expect(scorerName).toBe('local-lexicon');
	expect(findProvider('local').models.moderation).toBe(
		`${scorerName}-${scorerVersion}`,
	);
});

test('goes up in version when a score changes', () => {
	const texts = [english, german, englishTopics, germanTopics].map(words =>
		JSON.stringify(words),
	);
	const digest = createHash('sha256').update(texts.join()).digest('base64url');
	// Whoever changes a list puts the new digest here, and raises `scorerVersion` and the name in `providers.ts`.
	expect([scorerVersion, digest.slice(0, 12)]).toEqual([2, 'e0507VkyVoib']);
});

test('keeps every score under the same version', () => {
	const scores = [...demoTexts(), ...mixtures(3000)].map(text =>
		score(text).map(each => Math.round(each * 10_000)),
	);
	const digest = createHash('sha256').update(JSON.stringify(scores));
	// Of the regular expressions that the scorer was first written with; only a new `scorerVersion` may change it.
	expect(digest.digest('base64url').slice(0, 12)).toBe('0Y61XgNodZPX');
});

test.each([
	'Hey! How are you?',
	'see you at 6, bring the kids',
	'Kannst du noch Milch mitbringen?',
	'bin gleich da, dauert noch 10 min',
	'Ich schlage vor, wir treffen uns um 8',
	'I had dinner with Dick Cheney',
	'We live in Scunthorpe, my aunt in Essex',
	'that movie killed me',
	'you are killing it today, well done',
	'ich lach mich tot',
	'Die Bahn kommt wieder zu spät, die fährt erst um 9',
	'he’ll be there, I can’t',
	'Dicke Umarmung! Bin zu dick angezogen',
	'mein Hund ist krank und die Katze auch',
	'mach dich fertig, wir fahren gleich',
	'I could murder a curry',
	'Der Hahn kräht, die Vögel singen',
	'spicy noodles tonight?',
	'hab den Krieg der Sterne gesehen',
	'assassin, class, grass, cocktail, analysis, therapist, Sussex',
	'Klassenarbeit, Fußball, Massage, Arschberg am See',
	'this is useless',
	'Ich hau ab, bis dann',
	'she gave me a kiss',
	'jajaja vale, mañana nos vemos',
	'👍',
	'https://example.com/a?b=1',
	'hast du die Pfeife dabei?',
	'dein Hund ist so süß',
	'Hast du Schwein gegessen?',
	'hast du die Kuh gesehen',
	'bist du ein Esel oder ein Pferd',
	'gib mir den Lappen, deiner ist nass',
	'das ist ja irre, du kommst wirklich?',
	'ich bring dich um 8 heim',
	'Ich bringe dich um acht zum Bahnhof',
	'ich will nicht mehr warten',
	'schlag dich durch',
	'verdammt lecker',
	'did you get the trash out?',
	'you got a rat in your garden?',
	'your dog is so cute',
	'you left your fat bike here',
	'you beat me again',
	'you lucky bastard',
	'jerk chicken tonight?',
	'damn good coffee',
	'stupid question but when is it',
	'omg shut up!!',
])('leaves ordinary chat alone: %s', text => {
	expect(highest(text)).toBeLessThan(0.05);
});

test.each([
	'wtf',
	'WTF?!',
	'shit',
	'damn',
	'oh shit I forgot the keys',
	'what the fuck is going on',
	'scheiße',
	'Scheisse!',
	'SCHEIẞE',
	'verdammt',
	'Scheißwetter heute',
	'verdammter Mistbus',
	'sh1t',
	's**t',
	'shiiiiit',
	'puta madre',
	'putain de merde',
])('gives a swear word something for the threshold to decide: %s', text => {
	expect(scoreOf(text, 'harassment')).toBeGreaterThanOrEqual(0.3);
	expect(scoreOf(text, 'harassment')).toBeLessThanOrEqual(0.75);
});

test.each([
	'you idiot',
	'you are such a moron',
	'Idiot!',
	'du Idiot',
	'Du bist so ein Trottel',
	'du Vollidiot',
	'du bist so ein arschloch',
	'y0u 1diot',
	'no, you idiot',
	'ich kann nicht mehr, du Idiot',
])('scores an insult at somebody 0.6 to 0.8: %s', text => {
	expect(scoreOf(text, 'harassment')).toBeGreaterThanOrEqual(0.6);
	expect(scoreOf(text, 'harassment')).toBeLessThanOrEqual(0.8);
});

test.each<[text: string, least: number, most: number]>([
	['du Pfeife', 0.3, 0.5],
	['ey du Pfeife wo bleibst du', 0.3, 0.5],
	['du bist so eine Ratte', 0.5, 0.65],
	['shut up you pig', 0.5, 0.75],
	['you are a filthy rat', 0.5, 0.85],
	['du Schwein', 0.6, 0.8],
	['halt die Klappe du Hund', 0.5, 0.8],
])(
	'takes an ordinary word for an insult where somebody is called it: %s',
	(text, least, most) => {
		expect(scoreOf(text, 'harassment')).toBeGreaterThanOrEqual(least);
		expect(scoreOf(text, 'harassment')).toBeLessThanOrEqual(most);
	},
);

test.each<[milder: string, ruder: string]>([
	['damn', 'shit'],
	['shit', 'fuck'],
	['verdammt', 'scheiße'],
	['scheiße', 'Scheiße, fick dich'],
	['I am such an idiot', 'he is an idiot'],
	['he is an idiot', 'you are an idiot'],
	['you are not an idiot', 'you are an idiot'],
	['du bist kein Idiot', 'du bist ein Idiot'],
	['du Idiot 😂', 'du Idiot'],
	['you idiot', 'you cunt'],
	['shit', 'shit shit shit'],
	[
		'well then I got home and noticed that the shit bag had not been closed',
		'shit bag',
	],
])('grades: %s < %s', (milder, ruder) => {
	expect(scoreOf(milder, 'harassment')).toBeLessThan(
		scoreOf(ruder, 'harassment'),
	);
});

test.each<[text: string, category: Category, least: number]>([
	['I will kill you', 'harassment/threatening', 0.7],
	['I will kill you', 'violence', 0.5],
	['ich bring dich um', 'harassment/threatening', 0.7],
	['Ich steche dich ab, du Schwein', 'harassment/threatening', 0.7],
	['ich weiß wo du wohnst', 'harassment/threatening', 0.6],
	['f*ck you', 'harassment', 0.8],
	['fick dich', 'harassment', 0.8],
	['kill all muslims', 'hate/threatening', 0.4],
	['all jews are vermin', 'hate', 0.6],
	['Ausländer sind Ungeziefer', 'hate', 0.6],
	['I want to kill myself', 'self-harm', 0.7],
	['I want to kill myself', 'self-harm/intent', 0.7],
	['I keep thinking about suicide', 'self-harm', 0.6],
	['somebody should stab those gays', 'hate', 0.3],
	['ich will mich umbringen', 'self-harm/intent', 0.7],
	['how to make a bomb', 'illicit/violent', 0.4],
	['where can I buy cocaine', 'illicit', 0.5],
	['wo kriege ich Koks', 'illicit', 0.5],
	['send nudes', 'sexual', 0.4],
	['ich will dich ficken', 'sexual', 0.6],
	['14 year old girl having sex', 'sexual/minors', 0.4],
	['they found his severed head in a pool of blood', 'violence/graphic', 0.4],
	['er wurde ermordet', 'violence', 0.4],
])('finds the coarse: %s is %s', (text, category, least) => {
	expect(scoreOf(text, category)).toBeGreaterThanOrEqual(least);
});

test('does not take a threat for one that is refused', () => {
	const category = 'harassment/threatening';
	expect(scoreOf('I would never kill you', category)).toBeLessThan(
		scoreOf('I will kill you', category),
	);
});

test('gives one score from 0 to 1 per category, the same each time, for any text', () => {
	fc.assert(
		fc.property(
			fc.oneof(fc.string({unit: 'grapheme'}), fc.string({unit: 'binary'})),
			text => {
				const scores = score(text);
				expect(scores).toHaveLength(categories.length);
				for (const each of scores) {
					expect(each).toBeGreaterThanOrEqual(0);
					expect(each).toBeLessThanOrEqual(1);
				}
				expect(score(text)).toEqual(scores);
			},
		),
	);
});

test('does not stumble over words that are properties of every object', () => {
	expect(highest('constructor __proto__ hasOwnProperty toString')).toBe(0);
});

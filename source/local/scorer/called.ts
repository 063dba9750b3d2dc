import type {Evidence} from './evidence.ts';
import type {Hit} from './hits.ts';

const setOf = (words: string): ReadonlySet<string> =>
	new Set(words.split(/\s+/));

/** Who may be called something, and what says that somebody is it. */
const addressed = setOf('you ya u du ihr');
const being = setOf(`are re ur you're youre ur're bist seid`);
const articles = setOf('a an such ein eine einen ne n');
/** What may stand between: "you filthy little rat", "du alte Pfeife". */
const between = setOf(
	`so such really total totally absolute complete fucking damn bloody dirty filthy stupid dumb lazy old little big fat
	ugly echt voll total richtig ganz verdammte verdammter dumme dummer blöde bloede bloeder faule fauler alte alter
	altes kleine kleiner kleines fette fetter dreckige dreckiger miese mieser elende elender arme armer`,
);
/** What one says before calling somebody something. */
const exclamations = setOf(
	'hey ey oh ah na nein no ja yes mann man ach boah halt up maul klappe alter digga danke thanks sorry tja wow lol gut',
);

/**
Whether somebody is called what a hit says: right behind "you", where a sentence begins or ends with it, or behind
"you are". "Hast du Schwein gegessen" and "your dog" call nobody anything.
*/
export function isCalled(
	{words, sentences}: Evidence,
	{start, end, sentence}: Hit,
): boolean {
	const word = (at: number): string =>
		sentences[at] === sentence ? (words[at] ?? '') : '';
	let at = start - 1;
	let hasArticle = false;
	while (between.has(word(at)) || articles.has(word(at))) {
		hasArticle ||= articles.has(word(at));
		at--;
	}
	if (being.has(word(at))) return true;
	if (hasArticle || !addressed.has(word(at))) return false;
	const before = word(at - 1);
	// "Hast du Schwein…": the one asked is not called anything.
	if (/st$/.test(before) || /^(seid|habt|wollt|did|do|are|have)$/.test(before))
		return false;
	return before === '' || exclamations.has(before) || word(end) === '';
}

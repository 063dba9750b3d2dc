/** What words can be a sign of; `combine.ts` makes OpenAI's categories of them. */
const signals = [
	/** Who is meant, and whether it is. */
	'you',
	'me',
	'negation',
	/** Laughter and affection around it. */
	'softener',
	/** Set phrases and names that only look like something. */
	'harmless',
	'profanity',
	'insult',
	/** Ordinary words that are an insult only where somebody is called it: "you rat", not "your rat". */
	'called',
	'slur',
	'group',
	'derogation',
	'hate',
	/** Verbs that threaten only with somebody to be their object. */
	'attack',
	'threat',
	'violence',
	'gore',
	'selfHarm',
	'intent',
	'instructions',
	'sex',
	'minors',
	'illicit',
	'weapon',
] as const;

export type Signal = (typeof signals)[number];

/**
Terms by signal and strength (0 to 1), separated by commas. In a term:
a space stands between consecutive words; a final `*` also takes the language's
endings; `word-` is how a longer word begins, `-word` how it ends; a final `~`
counts only in messages that look like the language, for a word that is another
one elsewhere (English "die", German "die").
*/
export type Words = Partial<Record<Signal, Record<number, string>>>;

export type Language = {
	/** ISO 639-1. */
	name: string;
	/** Separated by blanks. */
	endings: string;
	/** Frequent words that tell the language, and are in no other one here. */
	functionWords: string;
	words: Words;
};

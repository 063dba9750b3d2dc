/** OpenAI's moderation categories, in its order. */
export const categories = [
	'harassment',
	'harassment/threatening',
	'hate',
	'hate/threatening',
	'illicit',
	'illicit/violent',
	'self-harm',
	'self-harm/intent',
	'self-harm/instructions',
	'sexual',
	'sexual/minors',
	'violence',
	'violence/graphic',
] as const;

export type Category = (typeof categories)[number];

export const isCategory = (name: unknown): name is Category =>
	categories.some(category => category === name);

/** One score from 0 to 1 per category, in the order of `categories`; behind them a 1 where the scorer flagged the text. */
export type Scores = readonly number[];

/** How far a scan is and how fast it goes; tokens are estimated, and only those of texts that need a request. */
export type Pulse = {
	/** Distinct texts that are scored or refused, of all. */
	done: number;
	texts: number;
	tokens: number;
	allTokens: number;
	/** Tokens a minute in this run so far, and at the limit that the provider told of; null where not known. */
	perMinute: number | null;
	permitted: number | null;
	/** Seconds to the end, from the limit that was seen; null before the first answer. */
	secondsLeft: number | null;
};

/**
Progress of a scan; `scored` may be kept at any moment, part results are
usable. Texts are text keys (`selection/texts.ts`), scores have four decimals.
*/
export type ScanEvent =
	/** How many distinct texts need no request. */
	| {type: 'started'; known: number; pulse: Pulse}
	/** The provider has to be waited for; the scan goes on by itself. It is no trouble where a limit is kept. */
	| {
			type: 'waiting';
			seconds: number;
			reason: string;
			isTrouble: boolean;
			pulse: Pulse;
	  }
	/** `scores` are new since the last event; the known ones come first. */
	| {type: 'scored'; scores: ReadonlyMap<string, Scores>; pulse: Pulse}
	/** A text that the provider refuses on its own; it stays out of the data set. */
	| {type: 'refused'; text: string; reason: string; pulse: Pulse};

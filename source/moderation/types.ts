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

/** One score from 0 to 1 per category, in the order of `categories`. */
export type Scores = readonly number[];

/**
Progress of a scan; `scored` may be kept at any moment, part results are
usable. Texts are text keys (`selection/texts.ts`), scores have four decimals.
*/
export type ScanEvent =
	/** Distinct texts in all, and how many of them need no request. */
	| {type: 'started'; texts: number; known: number}
	/** The provider asks for patience, or does not answer; the scan goes on by itself. */
	| {type: 'waiting'; seconds: number; reason: string}
	/** `scores` are new since the last event; the known ones come first. `done` counts refused texts too. */
	| {
			type: 'scored';
			done: number;
			texts: number;
			scores: ReadonlyMap<string, Scores>;
	  }
	/** A text that the provider refuses on its own; it stays out of the data set. */
	| {type: 'refused'; text: string; reason: string};

/** OpenAI refuses to train on fewer examples; so does whoever follows it to the letter. */
export const fewestExamples = 10;

/** How far a data set goes; from `first voice` on the numbers are a guide and no promise. */
export type Readiness = {
	level: 'too few' | 'a try' | 'first voice' | 'voice' | 'plenty';
	/** Replies of mine that are trained on. */
	replies: number;
	/** What that usually gives, in a sentence or two. */
	words: string;
};

/**
What so many of my replies usually give. Published are: `fewestExamples`; 50 to 100, where its fine-tuning
guide says improvements begin to show; and about 1,000 curated examples, which taught a large model a manner of answering
(LIMA, Zhou et al. 2023, arXiv 2305.11206). Chats are shorter and noisier than those, so 500 and 2,000 are set on either
side of that 1,000 by judgement, and the sentences say "usually".
@param fewest examples that the provider takes (`Provider.fewestExamples`)
*/
export function readiness(
	examples: number,
	replies: number,
	fewest: number,
): Readiness {
	const as = (level: Readiness['level'], words: string): Readiness => ({
		level,
		replies,
		words,
	});
	if (examples < fewest)
		return as(
			'too few',
			`Too few to train on: ${examples} of at least ${fewest} examples. Take in more chats, a higher threshold, or pairs.`,
		);
	if (replies < 50)
		return as(
			'a try',
			'Enough to try the way through; below 50 replies a model usually changes little.',
		);
	if (replies < 500)
		return as(
			'first voice',
			'Usually a first likeness: length, casing, favourite words. OpenAI’s guide sees improvements begin at 50 to 100 examples.',
		);
	if (replies < 2000)
		return as(
			'voice',
			'Usually your tone and habits; what you think and remember comes through only here and there.',
		);
	return as(
		'plenty',
		'Usually enough for your voice: from here on variety (other chats, newer messages) tends to help more than more of the same.',
	);
}

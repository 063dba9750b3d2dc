import type {Hit} from './hits.ts';
import type {Signal} from './language.ts';
import type {Tokens} from './text.ts';

/** What combining needs to know of a message. */
export type Evidence = {
	hits: readonly Hit[];
	/** Number of words. */
	length: number;
	words: readonly string[];
	/** Number of the sentence that each word is in. */
	sentences: readonly number[];
};

/** The probability that at least one of independent signs is right. */
export const noisyOr = (...chances: number[]): number =>
	1 - chances.reduce((rest, chance) => rest * (1 - chance), 1);

/** The signal's strongest hit whole, the others a little: "shit shit shit" is worse than "shit", not much. */
export function strengthOf(
	{hits}: Evidence,
	signal: Signal,
	weigh: (hit: Hit) => number = hit => hit.strength,
): number {
	let strongest = 0;
	let rest = 1;
	for (const hit of hits) {
		if (hit.signal !== signal) continue;
		const strength = weigh(hit);
		rest *= 1 - 0.2 * Math.min(strength, strongest);
		strongest = Math.max(strongest, strength);
	}
	return 1 - (1 - strongest) * rest;
}

/** Strongest hit of a signal in the same sentence, at most so many words before or after a hit; 0 where there is none. */
export function near(
	{hits}: Evidence,
	hit: Hit,
	signal: Signal,
	before: number,
	after: number,
): number {
	let strongest = 0;
	for (const other of hits) {
		if (other.signal !== signal || other.sentence !== hit.sentence) continue;
		const isNear =
			other.end > hit.start - before && other.start < hit.end + after;
		if (isNear) strongest = Math.max(strongest, other.strength);
	}
	return strongest;
}

/** Words that a negation reaches. */
const reach = 3;

/** How much is left of a hit that is said not to be: "not an idiot", "kein Idiot"; but "no, you idiot" is one. */
export function unlessNegated({hits}: Evidence, hit: Hit): number {
	const isNegated = hits.some(
		negation =>
			negation.signal === 'negation' &&
			negation.sentence === hit.sentence &&
			negation.end <= hit.start &&
			negation.end > hit.start - reach &&
			!hits.some(
				({signal, start, end}) =>
					signal === 'you' && start >= negation.end && end <= hit.start,
			),
	);
	return isNegated ? 0.4 : 1;
}

/** Words before an age that make a person of it: "14 years old", "14-jährige". */
const afterAge = /^(years?|yrs?|yo|y|jahre?|jaehrig.*)$/;

export const isAfterAge = (word: string): boolean => afterAge.test(word);

/** Ages of minors are a sign as words are. */
export function findAges({words, sentences}: Tokens): Hit[] {
	const hits: Hit[] = [];
	for (let start = 0; start < words.length - 1; start++) {
		const age = Number(words[start]);
		if (!(age >= 2 && age < 18) || !afterAge.test(words[start + 1] ?? ''))
			continue;
		const sentence = sentences[start] ?? 0;
		hits.push({
			signal: 'minors',
			strength: 0.8,
			start,
			end: start + 2,
			sentence,
		});
	}
	return hits;
}

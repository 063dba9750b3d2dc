import {rarity} from './inverted-index.ts';
import type {Model} from './model.ts';
import type {Moment} from './moment.ts';
import {beginSaying, makeScratch, predict} from './predict.ts';
import {pickWeighted, type Random} from './random.ts';
import {special} from './vocabulary.ts';
import {type Terms, termsOf} from './words.ts';

/** A reply that could be given. */
export type Candidate = {
	text: string;
	tokens: readonly number[];
	/** Ended by itself, not by the limit. */
	finished: boolean;
	/** How likely its tokens and its end are (natural logarithms), where that is known from drawing it. */
	logs: readonly number[] | null;
	/** The exchange whose reply this is, word by word; null where it was drawn. */
	exchange: number | null;
	/** For a real reply: how near its exchange is, 0 to 1. */
	fit: number;
};

/** How much each measure counts; found by reading replies of the demo twins, to be learnt from held-out replies later. */
const weights = {
	likeNeighbours: 2.5,
	echo: 0.8,
	fit: 1,
	model: 0.5,
	length: 0.25,
	ending: 0.12,
	novel: -1.5,
};

/** Judges candidates: relevance to what was said, the language model, a length like the owner's. Higher is better. */
export function judge(
	moment: Moment,
	candidates: readonly Candidate[],
): number[] {
	const {model, found, said} = moment;
	const best = found[0]?.score ?? 1;
	const neighbours = found.map(({exchange, score}) => ({
		exchange,
		weight: (score / best) ** 2,
		terms: termsOf(model.index.exchanges[exchange]?.reply ?? ''),
	}));
	const asked = termsOf(said);
	return candidates.map(candidate => {
		const {mean, ending} = fluency(moment, candidate);
		const terms = termsOf(candidate.text);
		let like = 0;
		let sum = 0;
		for (const {exchange, weight, terms: theirs} of neighbours) {
			// A real reply is not its own neighbour: it would always win.
			if (exchange === candidate.exchange) continue;
			like += weight * likeness(model, terms, theirs);
			sum += weight;
		}

		return (
			weights.likeNeighbours * (sum > 0 ? like / Math.sqrt(sum) : 0) +
			weights.echo * likeness(model, terms, asked) +
			weights.fit * candidate.fit +
			weights.model * mean +
			weights.ending * ending +
			weights.novel * novelty(model, candidate.text) +
			weights.length * model.profile.lengthLoss(candidate.text.length)
		);
	});
}

/** Cosine of two texts' terms, rare terms counting more. */
function likeness({index}: Model, one: Terms, other: Terms): number {
	let both = 0;
	for (const [term, weight] of one) {
		const theirs = other.get(term);
		if (theirs) both += weight * theirs * rarity(index, term) ** 2;
	}

	if (both === 0) return 0;
	const size = (terms: Terms) => {
		let sum = 0;
		for (const [term, weight] of terms) {
			sum += (weight * rarity(index, term)) ** 2;
		}

		return Math.sqrt(sum);
	};
	return both / (size(one) * size(other));
}

/** Only the beginning of a long reply is weighed, to be quick. */
const mostWeighed = 40;

/** Mean natural logarithm of the probability of a reply's tokens and its end; and that of the end alone, which is low in mid-sentence. */
function fluency(
	moment: Moment,
	{tokens, logs}: Candidate,
): {mean: number; ending: number} {
	const known = logs ?? logsOf(moment, tokens.slice(0, mostWeighed));
	const sum = known.reduce((sum, log) => sum + log, 0);
	return {mean: sum / known.length, ending: known.at(-1) ?? 0};
}

function logsOf(
	{model, stream, recent, heard}: Moment,
	tokens: readonly number[],
): number[] {
	const saying = beginSaying(stream, tokens.length + 1);
	const scratch = makeScratch(model, heard);
	return [...tokens, special.end].map(target => {
		const result = predict(model, recent, saying, scratch);
		saying.tokens[saying.length++] = target;
		return Math.log(result[target] ?? 1e-9);
	});
}

/** Share of the words that neither side ever wrote: pieces of words wrongly put together. */
function novelty({index}: Model, text: string): number {
	const terms = [...termsOf(text, false).keys()];
	const novel = terms.filter(
		term => !index.written[term] && index.first[term] === index.first[term + 1],
	);
	return novel.length / (terms.length || 1);
}

/** Chooses by score: the best at temperature 0, else the more freely the higher temperature and topP are. */
export function choose(
	scores: readonly number[],
	temperature: number,
	topP: number,
	random: Random,
): number {
	const order = [...scores.keys()].sort(
		(a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
	);
	if (temperature === 0) return order[0] ?? -1;
	const highest = scores[order[0] ?? 0] ?? 0;
	const likely = order.map(at =>
		Math.exp(((scores[at] as number) - highest) / (0.4 * temperature)),
	);
	const sum = likely.reduce((a, b) => a + b, 0);
	let within = 0;
	const kept = likely.filter((weight, at) => {
		const inside = at === 0 || within < topP * sum;
		within += weight;
		return inside;
	});
	return order[pickWeighted(kept, random())] ?? -1;
}

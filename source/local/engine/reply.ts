import {gatherCandidates} from './candidates.ts';
import type {Model} from './model.ts';
import {hashTurns, type Moment, momentOf} from './moment.ts';
import {pause} from './pause.ts';
import {seededRandom} from './random.ts';
import {type Candidate, choose, judge} from './rank.ts';
import type {ReplyReport, Sampling, Source, Turn} from './types.ts';

/** Replies given so far by each model, so that without a seed the same question gets another answer. */
const given = new WeakMap<Model, number>();

/**
 * Says what the owner might say next, in pieces of whole characters, and at the end what it leaned on.
 * The same model, turns, sampling and seed give the same reply; at temperature 0 without a seed too.
 * Draws replies that lean on the nearest past ones, judges them together with those, and gives one.
 * Throws the signal's reason when it is aborted.
 */
export async function* reply(
	model: Model,
	turns: readonly Turn[],
	sampling: Sampling,
	signal: AbortSignal,
): AsyncGenerator<string, ReplyReport> {
	await pause(signal);
	const random = seededRandom(seedOf(model, turns, sampling));
	const moment = momentOf(model, turns, random);
	const candidates = await gatherCandidates(moment, sampling, random, signal);
	const {temperature, topP} = sampling;
	const scores = judge(moment, candidates).map(
		(score, at) =>
			score + (candidates[at]?.exchange === null ? 0 : quoting(sampling)),
	);
	const chosen = candidates[choose(scores, temperature, topP, random)];
	for (const piece of piecesOf(chosen?.text ?? '')) {
		yield piece;
		await pause(signal);
	}

	return {
		finish: chosen?.finished === false ? 'length' : 'stop',
		promptTokens: turns.reduce(
			(sum, {content}) => sum + model.tokenizer.encode(content).length,
			0,
		),
		completionTokens: chosen?.tokens.length ?? 0,
		quotation: chosen ? quotationOf(moment, chosen) : null,
		sources: moment.found.map(({exchange}) => sourceOf(moment, exchange)),
	};
}

/** Shorter replies are said again by chance. */
const leastQuoted = 15;

/** The exchange that a reply repeats word by word, though it may have been drawn. */
function quotationOf(
	moment: Moment,
	{exchange, text}: Candidate,
): Source | null {
	const {exchanges} = moment.model.index;
	const same =
		exchange === null && text.length > leastQuoted
			? exchanges.findLastIndex(({reply}) => reply === text)
			: (exchange ?? -1);
	return same < 0 ? null : sourceOf(moment, same);
}

function sourceOf({model, found}: Moment, exchange: number): Source {
	const {said = '', reply = ''} = model.index.exchanges[exchange] ?? {};
	const {score = 0} = found.find(each => each.exchange === exchange) ?? {};
	return {said, reply, score};
}

/** What saying a real reply again is worth: low temperature and topP keep to what the owner really said. */
const quoting = ({temperature, topP}: Sampling): number =>
	0.5 * (1 - Math.min(1, temperature)) + 0.3 * (1 - topP) - 0.3;

function seedOf(
	model: Model,
	turns: readonly Turn[],
	{seed, temperature}: Sampling,
): number {
	if (temperature === 0) return hashTurns(turns);
	if (seed !== null) return hashTurns(turns) ^ Math.imul(seed, 0x9e3779b1);
	const count = (given.get(model) ?? 0) + 1;
	given.set(model, count);
	return hashTurns(turns) ^ Math.imul(count, 0x85ebca6b);
}

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** Words with the white space before them; a character as people see it is never cut. */
function* piecesOf(text: string): Generator<string> {
	let piece = '';
	for (const {segment} of graphemes.segment(text)) {
		if (/^\s/u.test(segment) && piece.trim() !== '') {
			yield piece;
			piece = '';
		}

		piece += segment;
	}

	if (piece !== '') yield piece;
}

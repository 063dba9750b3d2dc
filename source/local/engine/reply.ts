import {gatherCandidates} from './candidates.ts';
import type {Model} from './model.ts';
import {hashTurns, type Moment, momentOf} from './moment.ts';
import {pause} from './pause.ts';
import {chanceOfQuoting} from './quoting.ts';
import {seededRandom} from './random.ts';
import {type Candidate, choose, judge} from './rank.ts';
import type {Memory, ReplyReport, Sampling, Turn} from './types.ts';

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
	const {temperature, topP, recall, partner} = sampling;
	const moment = momentOf(model, turns, random, partner);
	const candidates = await gatherCandidates(moment, sampling, random, signal);
	const scores = judge(moment, candidates);
	const of = (quotes: boolean) =>
		[...candidates.keys()].filter(
			at => (candidates[at]?.exchange !== null) === quotes,
		);
	const best = (among: readonly number[]) =>
		Math.max(...among.map(at => scores[at] as number));
	const chance = chanceOfQuoting(best(of(true)) - best(of(false)), recall);
	const quotes = temperature === 0 ? chance > 0.5 : random() < chance;
	const open = of(quotes);
	const choice = choose(
		open.map(at => scores[at] as number),
		temperature,
		topP,
		random,
	);
	const chosen = candidates[open[choice] ?? -1];
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
		memory: chosen ? memoryOf(moment, chosen) : [],
	};
}

/** Shorter replies are said again by chance. */
const leastQuoted = 15;
const mostTold = 6;

/** What a reply says again, which it may have been drawn to, and what it leaned on. */
function memoryOf(
	{model, found}: Moment,
	{exchange, text}: Candidate,
): Memory[] {
	const {exchanges, byReply} = model.index;
	const said = text.length > leastQuoted ? byReply.get(text) : undefined;
	const quoted = exchange ?? said ?? null;
	const rest = found.map(each => each.exchange).filter(at => at !== quoted);
	return [...(quoted === null ? [] : [quoted]), ...rest]
		.slice(0, mostTold)
		.flatMap(at => {
			const known = exchanges[at];
			if (!known) return [];
			const {said: asked, reply, chat, at: when} = known;
			return [{asked, reply, chat, at: when, quoted: at === quoted}];
		});
}

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

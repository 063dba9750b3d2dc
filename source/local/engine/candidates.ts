import {drawReply} from './draw.ts';
import type {Moment} from './moment.ts';
import {pause} from './pause.ts';
import {beginSaying, makeScratch} from './predict.ts';
import {pickWeighted, type Random} from './random.ts';
import type {Candidate} from './rank.ts';
import {emptyRecent, type Recent, remember} from './recent.ts';
import type {Sampling} from './types.ts';
import {special} from './vocabulary.ts';
import {wordsOf} from './words.ts';

const drawings = 16;
/** A drawing leans on so many of the replies that were found: another few each time, so that drawings differ. */
const mostLeaned = 4;
const mostTokens = 400;
/** A little below what is asked for: on little text what is drawn at 1 hangs together less, below 0.8 it becomes dull and easy to tell. */
const cooler = 0.85;

/** Replies that could be given: drawn ones and the nearest real ones. Never empty texts, never the owner's last words again. */
export async function gatherCandidates(
	moment: Moment,
	sampling: Sampling,
	random: Random,
	signal: AbortSignal,
): Promise<Candidate[]> {
	const quoted = sampling.recall > 0 ? quote(moment, sampling) : [];
	const candidates = quoted;
	const drawn = sampling.recall === 1 && quoted.length > 0 ? 0 : drawings;
	for (let drawing = 0; drawing < drawn; drawing++) {
		await pause(signal);
		const one = draw(moment, sampling, random, 1);
		if (one && (sampling.recall > 0 || isNew(moment, one)))
			candidates.push(one);
	}

	const fresh = candidates.filter(({text}) => !moment.own.some(sameAs(text)));
	if (fresh.length > 0) return fresh;
	const last = moment.own.at(-1) ?? '';
	const other = candidates.filter(({text}) => !sameAs(text)(last));
	// Who has only ever said one thing says it at more length.
	for (let least = 2; other.length === 0 && least < 30; least++) {
		await pause(signal);
		const drawn = draw(moment, sampling, random, least);
		if (!drawn || sameAs(drawn.text)(last)) continue;
		// In the end a copy is better than silence; it is marked as one.
		if (sampling.recall > 0 || least > 20 || isNew(moment, drawn))
			other.push(drawn);
	}

	return other;
}

/** Shorter replies are said again by chance. */
const leastQuoted = 15;

/** Whether nobody ever gave this reply word by word. */
const isNew = ({model}: Moment, {text}: Candidate): boolean =>
	text.length <= leastQuoted || model.index.byReply.get(text) === undefined;

const sameAs = (text: string) => {
	const plain = wordsOf(text).join(' ') || text;
	return (other: string) => (wordsOf(other).join(' ') || other) === plain;
};

function quote({model, found}: Moment, sampling: Sampling): Candidate[] {
	return found.flatMap(({exchange, score}) => {
		const {reply} = model.index.exchanges[exchange] ?? {reply: ''};
		const tokens = model.tokenizer.encode(reply);
		const finished = tokens.length <= sampling.maxTokens;
		const kept = tokens.slice(0, sampling.maxTokens);
		const text = cutAtStop(
			finished ? reply : model.tokenizer.decode(kept),
			sampling.stop,
		);
		return text === ''
			? []
			: [{text, tokens: kept, finished, logs: null, exchange, fit: score}];
	});
}

function draw(
	moment: Moment,
	sampling: Sampling,
	random: Random,
	leastTokens: number,
): Candidate | null {
	const {model, stream, recent, heard} = moment;
	const usual = Math.max(8, Math.ceil(model.profile.mostCharacters / 2));
	const most = Math.min(sampling.maxTokens, usual + leastTokens, mostTokens);
	const drawn = drawReply(
		model,
		recent,
		leanOn(moment, random),
		beginSaying(stream, most + 1),
		{
			// A choice among drawings needs drawings that differ, so that neither value takes all freedom here.
			temperature: Math.max(0.4, cooler * sampling.temperature),
			nucleus: sampling.topP ** 0.25,
			mostTokens: most,
			mostLines: model.profile.mostLines,
			leastTokens,
		},
		random,
		makeScratch(model, heard),
	);
	if (!drawn || (!drawn.finished && most < sampling.maxTokens)) return null;
	const {tokens, finished, logs} = drawn;
	const text = cutAtStop(model.tokenizer.decode(tokens), sampling.stop);
	if (text === '' || text.includes('\ufffd')) return null;
	// Only other people's messages begin with a label.
	if (/^Person\d+:/mu.test(text)) return null;
	return {
		text,
		tokens,
		finished,
		logs: finished ? logs : null,
		exchange: null,
		fit: 0,
	};
}

function leanOn({model, found}: Moment, random: Random): Recent | null {
	const best = found[0]?.score ?? 0;
	if (best === 0) return null;
	const weights = found.map(({score}) => (score / best) ** 2);
	const leaned = emptyRecent();
	for (let count = 0; count < mostLeaned; count++) {
		const at = pickWeighted(weights, random());
		if (at < 0) break;
		const {exchange, score} = found[at] ?? {exchange: 0, score: 0};
		const {reply} = model.index.exchanges[exchange] ?? {reply: ''};
		const tokens = model.tokenizer.encode(reply);
		const turn = [special.own, ...tokens, special.end];
		remember(leaned, turn, 0, turn.length, score);
		weights[at] = 0;
	}

	return leaned;
}

/** The text before the first stop, without white space around it and without the rest of a character that was cut. */
function cutAtStop(text: string, stops: readonly string[]): string {
	const ends = stops
		.filter(stop => stop !== '')
		.map(stop => text.indexOf(stop))
		.filter(at => at >= 0);
	return text
		.slice(0, Math.min(text.length, ...ends))
		.replace(/\ufffd+$/u, '')
		.trim();
}

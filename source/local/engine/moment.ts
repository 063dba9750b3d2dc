import type {Exchange} from './exchanges.ts';
import type {Model} from './model.ts';
import {type Heard, hear} from './predict.ts';
import {hashText, type Random} from './random.ts';
import {emptyRecent, fade, type Recent, remember} from './recent.ts';
import {type Found, isWith, nearest} from './retrieval.ts';
import {isNudge, type Stream, spokenTurns, toStream} from './stream.ts';
import type {Turn} from './types.ts';
import {special} from './vocabulary.ts';
import {termsOf} from './words.ts';

/** Where the conversation stands: all that a reply is drawn from and judged by. */
export type Moment = {
	model: Model;
	/** Ends with the owner's token: the next thing is said by the owner. */
	stream: Stream;
	recent: Recent;
	/** What the network has read of the stream: all of it. */
	heard: Heard;
	/** What is answered: the last turn, or the words of a nudge. */
	said: string;
	found: readonly Found[];
	/** The owner's turns so far, newest last. */
	own: readonly string[];
};

const mostTurns = 60;
const mostText = 2000;
const mostFound = 12;

/** Reads a conversation as the engine needs it. An empty one, and one that ends with a nudge, is to be opened. */
export function momentOf(
	model: Model,
	turns: readonly Turn[],
	random: Random,
	partner: string | null = null,
): Moment {
	const spoken = spokenTurns(turns).slice(-mostTurns).map(shorten);
	const last = turns.findLast(turn => turn.role !== 'system');
	const opens = spoken.length === 0 || isNudge(last);
	const history = toStream(model.tokenizer, spoken, true);
	const recent = recentOf(history);
	// Who opens a conversation does not go on with the one before.
	const stream = opens ? toStream(model.tokenizer, [], true) : history;
	const heard = hear(model, stream);
	const own = spoken
		.filter(turn => turn.role === 'assistant')
		.map(turn => turn.content.trim());
	if (opens) {
		const said = nudgeWords(last);
		const found = nearestOpeners(model, said, random, partner);
		return {model, stream, recent, heard, said, found, own};
	}

	const {said, before} = lastSaid(spoken);
	const found = nearest(model.index, said, before, mostFound, partner);
	return {model, stream, recent, heard, said, found, own};
}

/** Long texts keep their end, without half a character at its beginning. */
const shorten = (turn: Turn): Turn => ({
	...turn,
	content: turn.content.slice(-mostText).replace(/^[\udc00-\udfff]/, ''),
});

function recentOf({length, tokens, targets, turnStart}: Stream): Recent {
	const recent = emptyRecent();
	for (let at = 1; at < length; at++) {
		if (targets[at] !== special.end) continue;
		remember(recent, tokens, turnStart[at] as number, at);
		fade(recent);
	}

	return recent;
}

/** The last turns of one speaker, and the owner's turn before them. */
function lastSaid(spoken: readonly Turn[]): {said: string; before: string} {
	const role = spoken.at(-1)?.role;
	const from = spoken.findLastIndex(turn => turn.role !== role) + 1;
	const said = spoken.slice(from).map(turn => turn.content);
	const before = spoken[from - 1];
	return {
		said: said.join('\n'),
		before: before?.role === 'assistant' ? before.content : '',
	};
}

/** "Start a chat with Anna because …": Anna because … */
const nudgeWords = (turn: Turn | undefined): string =>
	isNudge(turn)
		? (turn?.content ?? '').replace(/^\s*start a chat with\s+(me\b)?/iu, '')
		: '';

const mostOpeners = 400;

/** Who is named first in the words of a nudge: "Anna because …", "Anna." */
const nudged = (said: string): string =>
	said
		.trim()
		.replace(/\.$/, '')
		.split(/\s+because\b/iu)[0] ?? '';

/** How the owner opens conversations, with this person where there are such: those that share words with the nudge first, else any of the newer ones. */
function nearestOpeners(
	{index, profile}: Model,
	said: string,
	random: Random,
	partner: string | null,
): Found[] {
	const asked = termsOf(said, false);
	const person = partner ?? nudged(said);
	const theirs = profile.openers.filter(at =>
		isWith(index.exchanges[at] as Exchange, person),
	);
	return (theirs.length > 0 ? theirs : profile.openers)
		.slice(-mostOpeners)
		.map(exchange => {
			const {said, reply} = index.exchanges[exchange] ?? {said: '', reply: ''};
			const terms = termsOf(`${said} ${reply}`, false);
			let shared = 0;
			for (const term of asked.keys()) if (terms.has(term)) shared++;
			const share = shared / (asked.size || 1);
			return {exchange, score: 0.3 + 0.5 * share + 0.2 * random()};
		})
		.sort((a, b) => b.score - a.score)
		.slice(0, mostFound);
}

/** 32 bits for a conversation: the same words give the same number. */
export const hashTurns = (turns: readonly Turn[]): number =>
	turns.reduce(
		(hash, {role, content}) => hashText(`${role}\n${content}\0`, hash),
		0x811c9dc5,
	);

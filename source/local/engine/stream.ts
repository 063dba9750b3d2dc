import type {Tokenizer} from './tokenizer.ts';
import type {Turn} from './types.ts';
import {special} from './vocabulary.ts';

/** Nothing is predicted here. */
export const noTarget = 0xffff;

/**
 * A conversation as the language models read it: `targets[i]` is predicted from `tokens` before i.
 * Both are the same but where a turn begins: there the context holds the speaker, and what was to be predicted is the end of the turn before.
 */
export type Stream = {
	length: number;
	tokens: Uint16Array;
	targets: Uint16Array;
	/** Where the turn began that this position belongs to (its speaker's token). */
	turnStart: Uint32Array;
};

/** Asks for a chat to be opened (design, section 5, rule 5; and the chat's own nudge). It is an instruction, not something that was said. */
export function isNudge(turn: Turn | undefined): boolean {
	return (
		turn?.role === 'user' && /^\s*start a chat with \S/iu.test(turn.content)
	);
}

/** What was really said: without system messages, nudges and blank turns. */
export function spokenTurns(turns: readonly Turn[]): Turn[] {
	return turns.filter(
		turn =>
			turn.role !== 'system' && !isNudge(turn) && turn.content.trim() !== '',
	);
}

/** A conversation as tokens. `next` opens a turn of the owner after the last one, to be continued. */
export function toStream(
	tokenizer: Tokenizer,
	turns: readonly Turn[],
	next = false,
): Stream {
	const tokens: number[] = [special.start];
	const targets: number[] = [noTarget];
	const starts: number[] = [0];
	const add = (token: number, target: number, start: number) => {
		tokens.push(token);
		targets.push(target);
		starts.push(start);
	};

	for (const turn of spokenTurns(turns)) {
		const own = turn.role === 'assistant';
		// The end of the turn before is predicted with that turn's context, so it belongs to that turn.
		const before = starts.at(-1) ?? 0;
		const start = tokens.length;
		add(
			own ? special.own : special.other,
			start === 1 ? noTarget : special.end,
			start === 1 ? start : before,
		);
		for (const id of tokenizer.encode(turn.content.trim())) {
			const token = id === special.ownLine && !own ? special.otherLine : id;
			add(token, token, start);
		}
	}

	const last = starts.at(-1) ?? 0;
	if (next) add(special.own, special.end, tokens.length);
	else add(special.end, tokens.length > 1 ? special.end : noTarget, last);
	return {length: tokens.length, ...inOnePiece(tokens, targets, starts)};
}

/** Three arrays in one buffer: of a hundred thousand conversations each buffer costs more than what is in it. */
function inOnePiece(
	tokens: readonly number[],
	targets: readonly number[],
	starts: readonly number[],
): Pick<Stream, 'tokens' | 'targets' | 'turnStart'> {
	const {length} = tokens;
	const buffer = new ArrayBuffer(8 * length);
	const stream = {
		turnStart: new Uint32Array(buffer, 0, length),
		tokens: new Uint16Array(buffer, 4 * length, length),
		targets: new Uint16Array(buffer, 6 * length, length),
	};
	stream.turnStart.set(starts);
	stream.tokens.set(tokens);
	stream.targets.set(targets);
	return stream;
}

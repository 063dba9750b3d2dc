import {atStart, follow, mayEndAt} from './known-pieces.ts';
import type {Model} from './model.ts';
import {condition, predict, type Saying, type Scratch} from './predict.ts';
import {pickWeighted, type Random} from './random.ts';
import type {Recent} from './recent.ts';
import {special, specialCount} from './vocabulary.ts';

export type DrawOptions = {
	temperature: number;
	/** Share of the probability that is drawn from. */
	nucleus: number;
	mostTokens: number;
	mostLines: number;
	/** The turn may not end before so many tokens. */
	leastTokens: number;
};

export type Drawn = {
	tokens: number[];
	finished: boolean;
	/** Natural logarithms of how likely each token was by the model alone, and at last the end where it is reached. */
	logs: number[];
};

/** Draws one reply, token by token; null when it runs in circles. */
export function drawReply(
	model: Model,
	recent: Recent,
	found: Recent | null,
	saying: Saying,
	options: DrawOptions,
	random: Random,
	scratch: Scratch,
): Drawn | null {
	const {start} = saying;
	const turn: Saying = {...saying, length: start + 1};
	let lines = 1;
	let node = atStart;
	const {pieces} = model;
	const logs: number[] = [];
	const alone = new Float64Array(found ? model.tokenizer.size : 0);
	while (turn.length - start - 1 < options.mostTokens) {
		const result = predict(model, recent, turn, scratch);
		const chances = found ? alone : result;
		if (found) {
			alone.set(result);
			condition(result, found, turn);
		}

		const said = turn.length - start - 1;
		const last = turn.tokens[turn.length - 1];
		const isWhole = last !== special.ownLine && mayEndAt(pieces, node);
		const mayBreak = said > 0 && isWhole && lines < options.mostLines;
		const mayEnd = said >= options.leastTokens && isWhole;
		const token = pick(result, options, random, token => {
			if (token === special.end) return mayEnd;
			if (token === special.ownLine) return mayBreak;
			return token >= specialCount && follow(pieces, node, token) >= 0;
		});
		if (token < 0) break;
		logs.push(Math.log(chances[token] as number));
		if (token === special.end) return finish(turn, logs, true);
		node = token === special.ownLine ? atStart : follow(pieces, node, token);
		if (token === special.ownLine) lines++;
		turn.tokens[turn.length++] = token;
		if (circles(turn)) return null;
	}

	return finish(turn, logs, false);
}

const finish = (
	{tokens, start, length}: Saying,
	logs: number[],
	finished: boolean,
): Drawn => ({
	tokens: [...tokens.subarray(start + 1, length)],
	logs,
	finished,
});

/** Tokens less likely than this, compared with the likeliest, are noise of the smoothing. */
const negligible = 2e-3;

function pick(
	result: Float64Array,
	{temperature, nucleus}: DrawOptions,
	random: Random,
	allowed: (token: number) => boolean,
): number {
	let highest = 0;
	for (let token = 0; token < result.length; token++) {
		const probability = result[token] as number;
		if (probability > highest && allowed(token)) highest = probability;
	}

	const tokens: number[] = [];
	for (let token = 0; token < result.length; token++) {
		const probability = result[token] as number;
		if (probability < highest * negligible) continue;
		if (allowed(token)) tokens.push(token);
	}

	tokens.sort((a, b) => (result[b] as number) - (result[a] as number) || a - b);
	let sum = 0;
	for (const token of tokens) sum += result[token] as number;
	let within = 0;
	let count = 0;
	while (count < tokens.length && (count === 0 || within < nucleus * sum)) {
		within += result[tokens[count++] as number] as number;
	}

	const weights = tokens
		.slice(0, count)
		.map(token => ((result[token] as number) / highest) ** (1 / temperature));
	return tokens[pickWeighted(weights, random())] ?? -1;
}

const longestPeriod = 8;

/** Whether the end of a turn repeats itself: the same one to eight tokens, five times over, or three times when they are many. */
function circles({tokens, start, length}: Saying): boolean {
	for (let period = 1; period <= longestPeriod; period++) {
		const times = period < 3 ? 5 : 3;
		const from = length - period * times;
		if (from <= start) continue;
		let same = true;
		for (let at = from + period; same && at < length; at++) {
			same = tokens[at] === tokens[at - period];
		}

		if (same) return true;
	}

	return false;
}

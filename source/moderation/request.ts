import {setTimeout} from 'node:timers/promises';
import type OpenAI from 'openai';
import {type Fault, judge} from './faults.ts';
import {categories, type Scores} from './types.ts';

/** Time as the scan sees it, so that tests need none. */
export type Clock = {
	/** Milliseconds since 1970. */
	now(): number;
	/** Rejects when the signal aborts. */
	sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
};

/** More than this and a timer would fire at once. */
const longestTimer = 2 ** 31 - 1;

export const systemClock: Clock = {
	now: () => Date.now(),
	async sleep(milliseconds, signal) {
		await setTimeout(Math.min(milliseconds, longestTimer), undefined, {signal});
	},
};

export type Door = {
	client: OpenAI;
	model: string;
	/** The provider's name in sentences. */
	label: string;
	clock: Clock;
	/** Milliseconds until a socket that hangs is cut; moderation answers in about one second. */
	timeout: number;
};

/** Scores per text, in order; the headers tell how much room is left. */
export type Answer =
	| {type: 'scores'; scores: Scores[]; headers: Headers}
	| (Fault & {headers: Headers | null});

/**
Asks for the scores of some texts, once.
@throws the signal's reason after an abort; everything else is an answer
*/
export async function request(
	{client, model, label, clock, timeout}: Door,
	input: string[],
	signal: AbortSignal,
): Promise<Answer> {
	signal.throwIfAborted();
	try {
		const {data, response} = await client.moderations
			.create(
				{model, input},
				// Its own retries ignore a Retry-After of more than a minute and ask again where the quota is used up.
				{signal: AbortSignal.any([signal]), maxRetries: 0, timeout},
			)
			.withResponse();
		signal.throwIfAborted();
		const {headers} = response;
		const results: unknown = data?.results;
		if (!Array.isArray(results) || results.length !== input.length)
			return {
				type: 'wait',
				seconds: null,
				limit: false,
				reason: `${label} answers with something else than scores.`,
				headers,
			};
		return {type: 'scores', scores: results.map(toScores), headers};
	} catch (error) {
		signal.throwIfAborted();
		const {headers = null} = error as {headers?: Headers | null};
		return {...judge(error, label, clock.now()), headers};
	}
}

/** Scores as they are kept: a category that the provider does not know counts 0. */
function toScores(result: unknown): Scores {
	const {category_scores: given, flagged} = (result ?? {}) as {
		category_scores?: Record<string, unknown>;
		flagged?: unknown;
	};
	const scores = categories.map(category => {
		const score = given?.[category];
		return typeof score === 'number' && score >= 0
			? Math.round(Math.min(1, score) * 10_000) / 10_000
			: 0;
	});
	return flagged === true ? [...scores, 1] : scores;
}

import {setTimeout} from 'node:timers/promises';
import type OpenAI from 'openai';
import type {Piece} from './batches.ts';
import {type Fault, judge} from './faults.ts';
import {categories, type ScanEvent, type Scores} from './types.ts';

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
};

/** Scores per piece, in order, with the headers that tell how much room is left; or why the batch is not taken. */
export type Answer =
	| {type: 'scores'; scores: Scores[]; headers: Headers}
	| {type: 'refused'; reason: string};

/** Failures in a row before the scan gives up; with the back-off about two minutes. */
const maxFailures = 8;
/** A rate limit is no failure, but one that never ends is. */
const maxLimits = 100;
/** A 500 may pass, or be the fault of one text; after so many it is the text's. */
const failuresBeforeRefusal = 2;
/** Seconds. */
const longestBackOff = 30;
/** Milliseconds; moderation answers in about one second, so a socket that hangs is cut and tried again. */
const timeout = 60_000;

/**
Asks for the scores of one batch until there is an answer, waiting as long as
the provider says.
@throws a sentence with what to do where trying again is of no use; the
signal's reason after an abort.
*/
export async function* request(
	door: Door,
	batch: readonly Piece[],
	signal: AbortSignal,
): AsyncGenerator<ScanEvent, Answer> {
	let failures = 0;
	let limits = 0;
	for (;;) {
		const answer = await ask(door, batch, signal);
		if (answer.type === 'scores') return answer;
		if (answer.type === 'stop') throw new Error(answer.message);
		if (answer.type === 'wait' && answer.limit) limits++;
		else failures++;
		if (
			answer.type === 'refuse' &&
			(answer.final || failures >= failuresBeforeRefusal)
		)
			return {type: 'refused', reason: answer.reason};
		const reason =
			answer.type === 'refuse'
				? `${door.label} is not well (${answer.reason}).`
				: answer.reason;
		if (failures >= maxFailures || limits >= maxLimits)
			throw new Error(
				`${reason} Gave up after ${failures + limits} tries. What is scored stays scored: scan again later, or use the embedded scorer.`,
			);
		const backOff = Math.min(longestBackOff, 2 ** (failures + limits - 1));
		const seconds = (answer.type === 'wait' && answer.seconds) || backOff;
		yield* pause(door.clock, seconds, reason, signal);
	}
}

/** Waits, and says so first. */
export async function* pause(
	clock: Clock,
	seconds: number,
	reason: string,
	signal: AbortSignal,
): AsyncGenerator<ScanEvent> {
	yield {type: 'waiting', seconds, reason};
	signal.throwIfAborted();
	await clock.sleep(seconds * 1000, signal);
	signal.throwIfAborted();
}

async function ask(
	{client, model, label, clock}: Door,
	batch: readonly Piece[],
	signal: AbortSignal,
): Promise<Extract<Answer, {type: 'scores'}> | Fault> {
	signal.throwIfAborted();
	try {
		const {data, response} = await client.moderations
			.create(
				{model, input: batch.map(piece => piece.part)},
				// Its own retries ignore a Retry-After of more than a minute and ask again where the quota is used up.
				{signal: AbortSignal.any([signal]), maxRetries: 0, timeout},
			)
			.withResponse();
		signal.throwIfAborted();
		const results: unknown = data?.results;
		if (!Array.isArray(results) || results.length !== batch.length)
			return {
				type: 'wait',
				seconds: null,
				limit: false,
				reason: `${label} answers with something else than scores.`,
			};
		return {
			type: 'scores',
			scores: results.map(toScores),
			headers: response.headers,
		};
	} catch (error) {
		signal.throwIfAborted();
		return judge(error, label, clock.now());
	}
}

/** Scores as they are kept: a category that the provider does not know counts 0. */
function toScores(result: unknown): Scores {
	const given = (result as {category_scores?: Record<string, unknown>} | null)
		?.category_scores;
	return categories.map(category => {
		const score = given?.[category];
		return typeof score === 'number' && score >= 0
			? Math.round(Math.min(1, score) * 10_000) / 10_000
			: 0;
	});
}

import {setImmediate} from 'node:timers/promises';
import {countTokens} from 'gpt-tokenizer/encoding/o200k_base';
import {OpenAI} from 'openai';
import type {Clock} from '../../source/moderation/request.ts';
import {answer, refusal} from './moderator.ts';

/** A clock that jumps to what is next as soon as nobody is doing anything. */
export function createVirtualClock(): Clock {
	let now = 0;
	let running = false;
	const timers: {at: number; wake: () => void}[] = [];
	const run = async () => {
		running = true;
		while (timers.length > 0) {
			// What the last one woke up for: requests, streams, files.
			for (let turn = 0; turn < 3; turn++) await setImmediate();
			timers.sort((one, other) => one.at - other.at);
			const next = timers.shift();
			if (!next) break;
			now = Math.max(now, next.at);
			next.wake();
		}
		running = false;
	};
	return {
		now: () => now,
		sleep: (milliseconds, signal) =>
			new Promise((resolve, reject) => {
				signal.throwIfAborted();
				const abort = () => reject(signal.reason);
				signal.addEventListener('abort', abort, {once: true});
				const wake = () => {
					signal.removeEventListener('abort', abort);
					resolve();
				};
				timers.push({at: now + milliseconds, wake});
				if (!running) void run();
			}),
	};
}

/** What an account may use; what is used comes back evenly, or all at once at the end of each window. */
export type Limits = {
	tokensPerMinute: number;
	requestsPerMinute: number;
	requestsPerDay: number;
	windows?: boolean;
};

/** The small accounts of OpenAI (reference: openai-api.md, section 3.2). */
export const freeAccount: Limits = {
	tokensPerMinute: 10_000,
	requestsPerMinute: 250,
	requestsPerDay: 5000,
};

/** What happens to the request with a number, from 0, instead of an answer; `taken` has carried it out first. */
export type Trouble = (number: number, input: readonly string[]) => Fate;
export type Fate =
	| null
	| {type: 'answer'; response: () => Response}
	/** Silence until the client gives up. */
	| {type: 'hang'}
	/** The line is cut before or after the request was carried out. */
	| {type: 'cut'; taken: boolean};

type Bucket = {limit: number; seconds: number; left: number; at: number};

/** Many runs send the same texts. */
const counted = new Map<string, number>();
function tokensOf(text: string): number {
	const tokens = counted.get(text) ?? countTokens(text);
	counted.set(text, tokens);
	return tokens;
}

/** A moderation endpoint that keeps to its limits, in a time of its own. Texts of every size are counted as OpenAI counts them. */
export function createLimitedProvider(
	limits: Limits,
	{trouble = () => null}: {trouble?: Trouble} = {},
) {
	const clock = createVirtualClock();
	const bucket = (limit: number, seconds: number): Bucket => ({
		limit,
		seconds,
		left: limit,
		at: 0,
	});
	const tokens = bucket(limits.tokensPerMinute, 60);
	const requests = [
		bucket(limits.requestsPerMinute, 60),
		bucket(limits.requestsPerDay, 86_400),
	];
	const seen = {
		/** Requests, those refused for a limit, and tokens that were let through. */
		requests: 0,
		overLimit: 0,
		tokens: 0,
		/** How often each text was answered with scores. */
		scored: new Map<string, number>(),
	};

	function refill(one: Bucket): void {
		const now = clock.now();
		const each = one.seconds * 1000;
		if (!limits.windows)
			one.left = Math.min(
				one.limit,
				one.left + ((now - one.at) / each) * one.limit,
			);
		else if (Math.floor(now / each) > Math.floor(one.at / each))
			one.left = one.limit;
		one.at = now;
	}

	/** Seconds until a bucket has so much, or, for Infinity, is full. */
	function secondsUntil(one: Bucket, needed: number): number {
		if (one.left >= Math.min(needed, one.limit)) return 0;
		const each = one.seconds * 1000;
		if (limits.windows) return (each - (clock.now() % each)) / 1000;
		return ((Math.min(needed, one.limit) - one.left) / one.limit) * one.seconds;
	}

	/** The request limit that is told is the one that is nearer. */
	const nearer = () =>
		requests.reduce((one, other) =>
			other.left / other.limit < one.left / one.limit ? other : one,
		);

	const told = (name: string, one: Bucket) => ({
		[`x-ratelimit-limit-${name}`]: String(one.limit),
		[`x-ratelimit-remaining-${name}`]: String(Math.floor(one.left)),
		[`x-ratelimit-reset-${name}`]: `${secondsUntil(one, Number.POSITIVE_INFINITY).toFixed(3)}s`,
	});

	/** Lets a request through, or tells when it may come again. */
	function admit(cost: number): Response | null {
		for (const one of [tokens, ...requests]) refill(one);
		const over = [
			[tokens, cost],
			...requests.map(one => [one, 1] as const),
		] as [Bucket, number][];
		const wait = Math.max(
			...over.map(([one, needed]) => secondsUntil(one, needed)),
		);
		if (wait > 0) {
			seen.overLimit++;
			return refusal(429, 'rate_limit_exceeded', {
				'retry-after': String(Math.ceil(wait)),
				...told('tokens', tokens),
				...told('requests', nearer()),
			});
		}
		for (const [one, needed] of over) one.left -= needed;
		seen.tokens += cost;
		return null;
	}

	const never = new AbortController().signal;
	const fetch = async (_: unknown, init?: RequestInit): Promise<Response> => {
		const {input} = JSON.parse(String(init?.body)) as {input: string[]};
		const number = seen.requests++;
		const signal = init?.signal ?? never;
		// There and back takes most of a second, and not always the same.
		const milliseconds = 400 + (number % 7) * 100;
		const fate = trouble(number, input);
		if (fate?.type === 'hang') {
			await clock.sleep(30_000, signal);
			throw new Error('the request timed out');
		}
		await clock.sleep(milliseconds / 2, signal);
		if (fate?.type === 'cut' && !fate.taken) throw lineCut();
		const refused = admit(input.reduce((sum, text) => sum + tokensOf(text), 0));
		const given = fate?.type === 'answer' ? fate.response() : null;
		const response =
			refused ??
			given ??
			answer(input, {...told('tokens', tokens), ...told('requests', nearer())});
		await clock.sleep(milliseconds / 2, signal);
		if (fate?.type === 'cut') throw lineCut();
		if (response.ok && !given)
			for (const text of input)
				seen.scored.set(text, (seen.scored.get(text) ?? 0) + 1);
		return response;
	};
	const client = new OpenAI({
		apiKey: 'sk-test',
		baseURL: 'http://scores.test/v1',
		fetch: fetch as typeof globalThis.fetch,
		logLevel: 'off',
	});
	return {
		client,
		clock,
		seen,
		/** How much of what the nearest limit let through was used, in a run of which so many seconds were spent waiting because it was told to. */
		used(waited: number) {
			const seconds = clock.now() / 1000 - (limits.windows ? 0 : waited);
			const permitted = ({limit, seconds: each}: Bucket) =>
				limits.windows
					? limit * (Math.floor(seconds / each) + 1)
					: limit * (1 + seconds / each);
			const done = seen.requests - seen.overLimit;
			return Math.max(
				seen.tokens / permitted(tokens),
				...requests.map(one => done / permitted(one)),
			);
		},
	};
}

const lineCut = () =>
	new TypeError('fetch failed', {cause: {code: 'ECONNRESET'}});

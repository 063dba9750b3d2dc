import {OpenAI} from 'openai';
import type {Clock} from '../../source/moderation/request.ts';
import {categories} from '../../source/moderation/types.ts';

/** What a request gets instead of scores; null for scores. */
export type Fault =
	| ((signal: AbortSignal | null) => Promise<Response> | Response)
	| null;

/** A moderation endpoint in this process, for the real package, and a clock that takes no time. */
export type Moderator = {
	client: OpenAI;
	clock: Clock;
	/** Inputs of all requests, in order. */
	requests: string[][];
	/** Seconds waited, in order. */
	waits: number[];
	/** What the next requests get, in order. */
	faults: Fault[];
	/** A request with such an input gets this, always. */
	poison: Map<string, () => Response>;
	/** Lets so many milliseconds go by. */
	advance(milliseconds: number): void;
	/** Headers of answers with scores. */
	headers: (input: readonly string[]) => Record<string, string>;
};

/** The score of a text is told by its first number: "text 37" has 0.37 for harassment. */
export const toldScore = (text: string): number =>
	Number(/\d+/.exec(text)?.[0] ?? 0) / 100;

export function createModerator(): Moderator {
	let now = 0;
	const moderator: Omit<Moderator, 'client'> = {
		requests: [],
		waits: [],
		faults: [],
		poison: new Map(),
		headers: () => ({}),
		advance(milliseconds) {
			now += milliseconds;
		},
		clock: {
			now: () => now,
			async sleep(milliseconds, signal) {
				signal.throwIfAborted();
				moderator.waits.push(milliseconds / 1000);
				now += milliseconds;
			},
		},
	};
	const fetch = async (url: unknown, init?: RequestInit) => {
		if (String(url) !== 'http://scores.test/v1/moderations')
			throw new Error(`not the endpoint: ${url}`);
		const {input} = JSON.parse(String(init?.body)) as {input: string[]};
		moderator.requests.push(input);
		const fault = moderator.faults.shift();
		if (fault) return fault(init?.signal ?? null);
		const poisoned = input
			.map(text => moderator.poison.get(text))
			.find(Boolean);
		return poisoned?.() ?? answer(input, moderator.headers(input));
	};
	const client = new OpenAI({
		apiKey: 'sk-test',
		baseURL: 'http://scores.test/v1',
		fetch: fetch as typeof globalThis.fetch,
		logLevel: 'off',
	});
	return Object.assign(moderator, {client});
}

export function answer(
	input: readonly string[],
	headers: Record<string, string> = {},
): Response {
	const results = input.map(text => {
		const score = (category: string) =>
			category === 'harassment' ? toldScore(text) : 0.00001;
		const scores = categories.map(name => [name, score(name)] as const);
		return {
			flagged: toldScore(text) > 0.5,
			categories: Object.fromEntries(
				scores.map(([name, n]) => [name, n > 0.5]),
			),
			category_scores: Object.fromEntries(scores),
			category_applied_input_types: {},
		};
	});
	const body = {id: 'modr-1', model: 'omni-moderation-2024-09-26', results};
	return Response.json(body, {headers});
}

export const refusal = (
	status: number,
	code: string | null,
	headers: Record<string, string> = {},
	message = `Told ${code}.`,
): Response =>
	Response.json(
		{error: {message, type: 'test', param: null, code}},
		{status, headers},
	);

export const limit =
	(headers: Record<string, string>): Fault =>
	() =>
		refusal(429, 'rate_limit_exceeded', headers);

export const badGateway: Fault = () =>
	new Response('<html><body><h1>502 Bad Gateway</h1></body></html>', {
		status: 502,
		headers: {'content-type': 'text/html'},
	});

export const unreachable: Fault = () => {
	throw new TypeError('fetch failed', {cause: {code: 'ECONNRESET'}});
};

/** The answer begins, then the line is cut. */
export const cut: Fault = () =>
	new Response(
		new ReadableStream({
			start(controller) {
				controller.enqueue(new TextEncoder().encode('{"id":"modr-1","res'));
				controller.error(new TypeError('terminated'));
			},
		}),
		{headers: {'content-type': 'application/json'}},
	);

/** A page of a hotel that wants a login, say. */
export const webPage: Fault = () =>
	new Response('<html>Welcome</html>', {
		headers: {'content-type': 'text/html'},
	});

export const hang =
	(whenAsked: () => void): Fault =>
	signal =>
		new Promise((_, reject) => {
			signal?.addEventListener('abort', () => reject(signal.reason));
			whenAsked();
		});

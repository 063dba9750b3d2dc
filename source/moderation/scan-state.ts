import type OpenAI from 'openai';
import {createJobs, type Jobs} from './jobs.ts';
import {createPace, type Pace} from './pace.ts';
import {createParts, type Parts} from './parts.ts';
import {createPatience, type Patience} from './patience.ts';
import {type Clock, type Door, systemClock} from './request.ts';
import type {Scores} from './types.ts';

export type ScanOptions = {
	client: OpenAI;
	/** Name of the moderation model. */
	model: string;
	/** Scores by text key that need no request. */
	known: ReadonlyMap<string, Scores>;
	/** What the provider is called in sentences; else its host. */
	label?: string;
	clock?: Clock;
	/** Milliseconds until a socket that hangs is cut. */
	timeout?: number;
};

/** A scan under way. */
export type Scan = Door & {
	signal: AbortSignal;
	jobs: Jobs;
	pace: Pace;
	patience: Patience;
	parts: Parts;
	/** Distinct texts in all, and those scored or refused. */
	texts: number;
	done: number;
	/** Estimated tokens of texts that are done. */
	tokens: number;
	/** Requests that were answered with scores or refused, their tokens, and the milliseconds that they took together. */
	asked: {requests: number; tokens: number; milliseconds: number};
	/** Milliseconds: when it began, and the end of a wait that a failure asked for. */
	since: number;
	held: {until: number; reason: string} | null;
	/** Texts refused since the last one that was not. */
	refusedInRow: number;
	/** Why nothing more is asked for. */
	stopped: Error | null;
};

const timeout = 30_000;

/** A scan of these texts that has not begun; `ready` texts need no request. */
export function newScan(
	options: ScanOptions,
	ready: number,
	open: ReadonlySet<string>,
	signal: AbortSignal,
): Scan {
	const {client, model, clock = systemClock} = options;
	return {
		client,
		model,
		label: options.label ?? hostOf(client),
		clock,
		timeout: options.timeout ?? timeout,
		signal,
		jobs: createJobs(open),
		pace: createPace(),
		patience: createPatience(),
		parts: createParts(),
		texts: ready + open.size,
		done: ready,
		tokens: 0,
		asked: {requests: 0, tokens: 0, milliseconds: 0},
		since: clock.now(),
		held: null,
		refusedInRow: 0,
		stopped: null,
	};
}

/** Requests at once: more than one only where the answering time would otherwise be the limit. */
export function lanesOf({pace, asked}: Scan): number {
	const {requests, tokens, milliseconds} = asked;
	return requests === 0
		? 1
		: pace.lanes(tokens / requests, milliseconds / requests);
}

const hostOf = ({baseURL}: OpenAI): string =>
	URL.canParse(baseURL) ? new URL(baseURL).host : baseURL;

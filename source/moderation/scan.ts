import type OpenAI from 'openai';
import {createJobs, type Job, type Jobs} from './jobs.ts';
import {createPace, type Pace} from './pace.ts';
import {createParts, type Parts} from './parts.ts';
import {createPatience, type Patience} from './patience.ts';
import {pulseOf} from './pulse.ts';
import {
	type Answer,
	type Clock,
	type Door,
	request,
	systemClock,
} from './request.ts';
import {textKey} from './selection/texts.ts';
import type {ScanEvent, Scores} from './types.ts';

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

/** A request that is back. */
type Landing = {job: Job; sentAt: number; answer: Answer};

const timeout = 30_000;
/** A 500 may pass, or be the fault of one text: after so many tries it is the fault of one of the batch, or of the one. */
const triesOf = ({batch}: Job): number => (batch.length > 1 ? 2 : 4);
/** After so many refusals without a score between them, a text that nobody refuses tells whether the texts are at fault or the provider. */
const maxRefusedInRow = 8;
const harmless = 'Hello';

/**
Scores every distinct text once, over any provider that moderates through the
OpenAI protocol, as fast as its limits allow. Blank texts are left out.
@throws a sentence with what to do where the provider wants no more (no quota,
no access, no such model, gone for minutes), the signal's reason after an
abort. What was yielded before stays usable.
*/
export async function* scanTexts(
	texts: Iterable<string>,
	options: ScanOptions,
	signal: AbortSignal,
): AsyncGenerator<ScanEvent> {
	signal.throwIfAborted();
	const {ready, open} = divide(texts, options.known);
	const scan = newScan(options, ready.size, open, signal);
	yield {type: 'started', known: ready.size, pulse: pulseOf(scan)};
	if (ready.size > 0) yield scored(scan, ready);
	const flights = new Map<Job, Promise<Landing>>();
	for (;;) {
		launch(scan, flights);
		if (flights.size > 0) {
			const landing = await Promise.race(flights.values());
			flights.delete(landing.job);
			yield* land(scan, landing);
			continue;
		}
		if (scan.stopped) throw scan.stopped;
		const job = scan.jobs.next();
		if (!job) return;
		yield* wait(scan, job);
	}
}

/** Texts whose scores are known, and those to be asked for. */
function divide(
	texts: Iterable<string>,
	known: ReadonlyMap<string, Scores>,
): {ready: Map<string, Scores>; open: Set<string>} {
	const ready = new Map<string, Scores>();
	const open = new Set<string>();
	for (const text of texts) {
		const key = textKey(text);
		const scores = known.get(key);
		if (scores && key) ready.set(key, scores);
		else if (key) open.add(key);
	}
	return {ready, open};
}

function newScan(
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

/** Sends what there is room for. The first request goes alone: its answer tells of the limits. */
function launch(scan: Scan, flights: Map<Job, Promise<Landing>>): void {
	const {jobs} = scan;
	const lanes = lanesOf(scan);
	while (!scan.stopped && flights.size < lanes) {
		const job = jobs.next();
		if (!job || secondsUntil(scan, job) > 0) return;
		jobs.take();
		const flight = fly(scan, job);
		// Whoever does not wait for it any more is not told of its failure.
		flight.catch(() => undefined);
		flights.set(job, flight);
	}
}

/** Requests at once: more than one only where the answering time would otherwise be the limit. */
export function lanesOf({pace, asked}: Scan): number {
	const {requests, tokens, milliseconds} = asked;
	return requests === 0
		? 1
		: pace.lanes(tokens / requests, milliseconds / requests);
}

function secondsUntil({pace, held, clock}: Scan, {tokens}: Job): number {
	const now = clock.now();
	return Math.max(
		pace.secondsUntilRoom(tokens, now),
		held ? (held.until - now) / 1000 : 0,
	);
}

async function fly(scan: Scan, job: Job): Promise<Landing> {
	const {pace, clock, signal} = scan;
	const sentAt = clock.now();
	pace.sent(job.tokens, sentAt);
	const input = job.batch.map(({part}) => part);
	const answer = await request(scan, input, signal);
	const {headers} = answer;
	const outcome =
		answer.type === 'scores'
			? 'done'
			: answer.type === 'wait' && answer.limit
				? 'over limit'
				: 'failed';
	pace.answered(job.tokens, {headers, outcome}, clock.now());
	return {job, sentAt, answer};
}

/** Waits for room or for the provider's patience, and says so first. */
async function* wait(scan: Scan, job: Job): AsyncGenerator<ScanEvent> {
	const {clock, signal, held, label} = scan;
	const seconds = secondsUntil(scan, job);
	const isTrouble = held !== null && held.until > clock.now();
	const reason = isTrouble ? held.reason : `${label} has a rate limit.`;
	const pulse = pulseOf(scan);
	yield {type: 'waiting', seconds, reason, isTrouble, pulse};
	signal.throwIfAborted();
	await clock.sleep(seconds * 1000, signal);
	signal.throwIfAborted();
}

/** What an answer means for its texts and for the scan. */
async function* land(scan: Scan, landing: Landing): AsyncGenerator<ScanEvent> {
	const {job, answer, sentAt} = landing;
	if (answer.type === 'scores' || answer.type === 'refuse') {
		scan.asked.requests++;
		scan.asked.tokens += job.tokens;
		scan.asked.milliseconds += scan.clock.now() - sentAt;
	}
	switch (answer.type) {
		case 'scores':
			yield* take(scan, job, answer.scores);
			return;
		case 'stop':
			scan.stopped ??= new Error(answer.message);
			return;
		case 'refuse':
			if (answer.final || job.tries + 1 >= triesOf(job))
				yield* refuse(scan, job, answer.reason);
			else
				hold(
					scan,
					job,
					2 ** job.tries,
					`${scan.label} is not well (${answer.reason}).`,
				);
			return;
		case 'wait': {
			const now = scan.clock.now();
			const seconds = scan.patience.fail(answer, sentAt, now);
			hold(scan, job, seconds, answer.reason);
		}
	}
}

function* take(
	scan: Scan,
	job: Job,
	answers: readonly Scores[],
): Generator<ScanEvent> {
	scan.patience.succeed();
	scan.refusedInRow = 0;
	scan.tokens += job.tokens;
	const scores = scan.parts.take(job.batch, answers);
	scan.done += scores.size;
	if (scores.size > 0) yield scored(scan, scores);
}

/** The batch comes back, and nothing is asked for meanwhile; null seconds are the end of patience. */
function hold(
	scan: Scan,
	job: Job,
	seconds: number | null,
	reason: string,
): void {
	scan.jobs.retry(job);
	if (seconds === null)
		scan.stopped ??= new Error(
			`${reason} Gave up after ${scan.patience.count()} tries. What is scored stays scored: scan again later, or use the embedded scorer.`,
		);
	else {
		const until = scan.clock.now() + seconds * 1000;
		scan.held = {until: Math.max(until, scan.held?.until ?? 0), reason};
	}
}

/** A batch that is not taken is halved until the one text is found. */
async function* refuse(
	scan: Scan,
	job: Job,
	reason: string,
): AsyncGenerator<ScanEvent> {
	const [piece] = job.batch;
	if (job.batch.length > 1 || !piece) {
		scan.jobs.halve(job);
		return;
	}
	scan.tokens += job.tokens;
	scan.refusedInRow++;
	const {text} = piece;
	if (scan.parts.refuse(text)) {
		scan.done++;
		yield {type: 'refused', text, reason, pulse: pulseOf(scan)};
	}
	if (scan.refusedInRow < maxRefusedInRow) return;
	scan.refusedInRow = 0;
	const probe = await request(scan, [harmless], scan.signal);
	if (probe.type === 'refuse')
		scan.stopped ??= new Error(
			`${scan.label} refuses every text (${reason}). Check the model "${scan.model}" and scan again, or use the embedded scorer.`,
		);
}

const hostOf = ({baseURL}: OpenAI): string =>
	URL.canParse(baseURL) ? new URL(baseURL).host : baseURL;

const scored = (
	scan: Scan,
	scores: ReadonlyMap<string, Scores>,
): ScanEvent => ({type: 'scored', scores, pulse: pulseOf(scan)});

import {setImmediate as nextTick} from 'node:timers/promises';
import type {Job} from './jobs.ts';
import {type Landing, land, scored} from './landing.ts';
import {pulseOf} from './pulse.ts';
import {request} from './request.ts';
import {lanesOf, newScan, type Scan, type ScanOptions} from './scan-state.ts';
import {textKey} from './selection/texts.ts';
import type {ScanEvent, Scores} from './types.ts';

export type {ScanOptions} from './scan-state.ts';

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
	const {ready, open} = await divide(texts, options.known, signal);
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

/** Texts between two turns for the rest of the program: some milliseconds. */
const stride = 2000;

/** Texts whose scores are known, and those to be asked for. */
async function divide(
	texts: Iterable<string>,
	known: ReadonlyMap<string, Scores>,
	signal: AbortSignal,
): Promise<{ready: Map<string, Scores>; open: Set<string>}> {
	const ready = new Map<string, Scores>();
	const open = new Set<string>();
	let seen = 0;
	for (const text of texts) {
		const key = textKey(text);
		const scores = known.get(key);
		if (scores && key) ready.set(key, scores);
		else if (key) open.add(key);
		if (++seen % stride > 0) continue;
		await nextTick();
		signal.throwIfAborted();
	}
	return {ready, open};
}

/** Sends what there is room for. The first request goes alone: its answer tells of the limits. */
function launch(scan: Scan, flights: Map<Job, Promise<Landing>>): void {
	const {jobs} = scan;
	const lanes = lanesOf(scan);
	while (!scan.stopped && flights.size < lanes) {
		const job = jobs.next();
		if (!job) return;
		if (secondsUntil(scan, job) > 0) {
			const now = scan.clock.now();
			if (scan.held && scan.held.until > now) return;
			// What is left of a window would be lost when it ends.
			if (!jobs.fit(scan.pace.remainder(now))) return;
			continue;
		}
		jobs.take();
		const flight = fly(scan, job);
		// Whoever does not wait for it any more is not told of its failure.
		flight.catch(() => undefined);
		flights.set(job, flight);
	}
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

import {setTimeout} from 'node:timers/promises';
import type {OpenAI} from 'openai';
import {explain, isPassing} from '../provider/errors.ts';
import {readTrouble} from '../provider/trouble.ts';
import type {Provider} from '../provider/types.ts';
import type {Store} from '../store/store.ts';
import type {Job} from '../store/types.ts';
import type {TrainingEvent} from './events.ts';
import type {Failure} from './failure.ts';

/** How long to wait between two looks, in milliseconds: the shortest after news, the longest when nothing happens. */
export type Pace = {shortest: number; longest: number};

/** Waits so many milliseconds. @throws the signal's reason when it is aborted */
export type Sleep = (
	milliseconds: number,
	signal: AbortSignal,
) => Promise<void>;

/** Waits by the clock on the wall. */
export const reallySleep: Sleep = async (milliseconds, signal) =>
	setTimeout(milliseconds, undefined, {signal});

/** One run of `runJob`. The record changes only through `update`. */
export type Run = {
	job: Job;
	readonly client: OpenAI;
	readonly provider: Provider;
	readonly store: Store;
	readonly pace: Pace;
	readonly sleep: Sleep;
	readonly signal: AbortSignal;
};

/** The end of a job without a twin that no second try changes; the message is a sentence for the owner. */
export class TrainingFailure extends Error {
	override name = 'TrainingFailure';
	readonly failure: Failure;

	constructor(failure: string | Failure) {
		const whole: Failure =
			typeof failure === 'string'
				? {reason: failure, cause: 'other', categories: []}
				: failure;
		super(whole.reason);
		this.failure = whole;
	}
}

/** The owner cancelled this job while it was being sent. */
export class TrainingCancelled extends Error {
	override name = 'TrainingCancelled';
}

/**
Saves a change of the record, then tells of it.
@throws TrainingCancelled where `cancelJob` has ended the job meanwhile
*/
export async function* update(
	run: Run,
	change: Partial<Job>,
): AsyncGenerator<TrainingEvent, void> {
	const job = {...run.job, ...change};
	const kept = await run.store.jobs.get(job.id);
	if (kept?.phase === 'cancelled' && job.phase !== 'cancelled') {
		run.job = {...job, phase: 'cancelled'};
		throw new TrainingCancelled();
	}
	await run.store.jobs.save(job);
	run.job = job;
	yield {type: 'job', job};
}

/**
Tries until it works, where the reason is one that passes: the network is gone, or the provider is busy.
@param tries how often at most; Infinity where the training goes on at the provider meanwhile
@param attempt may tell of events while it goes on
*/
export async function* patiently<T>(
	run: Run,
	tries: number,
	attempt: (tell: (event: TrainingEvent) => void) => Promise<T>,
): AsyncGenerator<TrainingEvent, T> {
	for (let failed = 0; ; ) {
		try {
			return yield* telling(attempt);
		} catch (error) {
			failed++;
			if (run.signal.aborted || failed >= tries) throw error;
			if (!isPassing(error, run.provider)) throw error;
			yield {type: 'reconnecting', reason: explain(error, run.provider)};
			await run.sleep(retryDelay(run, error, failed), run.signal);
		}
	}
}

/** Passes on what work tells while it goes on; of several events between two looks, the last one. */
async function* telling<T>(
	attempt: (tell: (event: TrainingEvent) => void) => Promise<T>,
): AsyncGenerator<TrainingEvent, T> {
	let told: TrainingEvent | null = null;
	let wake = () => {};
	let isDone = false;
	const work = attempt(event => {
		told = event;
		wake();
	});
	const end = () => {
		isDone = true;
		wake();
	};
	work.then(end, end);
	while (!isDone) {
		await new Promise<void>(resolve => {
			wake = resolve;
			if (told || isDone) resolve();
		});
		const event = told;
		told = null;
		if (event) yield event;
	}
	return work;
}

/** Soon at first, for most failures are short; not before the provider asks for it. In milliseconds. */
function retryDelay({pace, provider}: Run, error: unknown, failed: number) {
	const asked = (readTrouble(error, provider).retryAfter ?? 0) * 1000;
	const first = Math.min(pace.shortest, 1000);
	return Math.max(
		asked,
		Math.min(first * 2 ** Math.min(failed, 20), pace.longest),
	);
}

/**
Waits before the next look, longer each time that nothing was new.
@throws the signal's reason when it is aborted
*/
export async function pause(
	{pace, sleep, signal}: Run,
	quiet: number,
): Promise<void> {
	const grown = pace.shortest * 1.5 ** Math.min(quiet, 20);
	await sleep(Math.min(grown, pace.longest), signal);
}

import type {Connection} from '../provider/client.ts';
import {explain, isRefusal} from '../provider/errors.ts';
import {readTrouble} from '../provider/trouble.ts';
import type {Provider} from '../provider/types.ts';
import {log} from '../store/log.ts';
import type {Store} from '../store/store.ts';
import type {Job} from '../store/types.ts';
import {cancelRemote} from './cancel.ts';
import {create} from './create.ts';
import type {TrainingEvent} from './events.ts';
import {categoriesIn, type Failure, withNote} from './failure.ts';
import {follow} from './follow.ts';
import {
	type Pace,
	type Run,
	reallySleep,
	type Sleep,
	TrainingCancelled,
	TrainingFailure,
	update,
} from './run-state.ts';
import {isOver} from './unfinished.ts';
import {discardUploads, upload} from './upload.ts';

export type RunOptions = {
	connection: Pick<Connection, 'client' | 'provider'>;
	store: Store;
	/** By default 0.1 to 0.2 s for the embedded provider, 10 to 30 s for others. */
	pace?: Pace;
	/** Another clock than the one on the wall. */
	sleep?: Sleep;
};

const paces: Record<'here' | 'elsewhere', Pace> = {
	here: {shortest: 100, longest: 200},
	elsewhere: {shortest: 10_000, longest: 30_000},
};

/**
Brings a job on from wherever its record stands to its end, and tells what happens. Every change is saved before it is
told. Never throws: what goes wrong is a `failed` event; the record stays resumable unless the job is beyond help.
Aborting the signal only leaves: the training goes on at its provider (the embedded one begins again), and calling this
with the record once more comes back to it. `cancelJob` ends a training.
*/
export async function* runJob(
	job: Job,
	{connection, store, pace, sleep = reallySleep}: RunOptions,
	signal: AbortSignal,
): AsyncGenerator<TrainingEvent, void> {
	const {client, provider} = connection;
	const where = provider.name === 'local' ? 'here' : 'elsewhere';
	const run: Run = {
		job,
		client,
		provider,
		store,
		pace: pace ?? paces[where],
		sleep,
		signal,
	};
	yield {type: 'job', job};
	try {
		yield* isOver(job) ? tellEnd(run) : bringOn(run);
	} catch (error) {
		if (error instanceof TrainingCancelled) yield* endCancelled(run);
		else if (!signal.aborted) yield* endFailed(run, error);
	}
}

async function* bringOn(run: Run): AsyncGenerator<TrainingEvent, void> {
	for (;;) {
		yield* upload(run);
		yield* create(run);
		if (yield* follow(run)) return;
		// The embedded provider's files were cleared away: the data set is still in the home, so it starts afresh.
		yield* update(run, {
			phase: 'prepared',
			uploaded: {training: null, validation: null},
			remoteId: null,
		});
	}
}

async function* tellEnd({
	job,
	store,
}: Run): AsyncGenerator<TrainingEvent, void> {
	const twin = job.twinId === null ? null : await store.twins.get(job.twinId);
	if (job.phase === 'cancelled') yield {type: 'cancelled'};
	else if (twin) yield {type: 'twin', twin};
	else {
		const reason = job.error ?? 'The twin was deleted.';
		const {cause = 'other'} = job;
		yield {type: 'failed', reason, cause, categories: categoriesIn(reason)};
	}
}

async function* endCancelled(run: Run): AsyncGenerator<TrainingEvent, void> {
	const {client, job, provider} = run;
	if (job.remoteId !== null)
		await cancelRemote(job.remoteId, {client, provider}).catch(error =>
			log(`cancelling ${job.id}`, error),
		);
	await discardUploads(client, job, provider.label);
	yield {type: 'cancelled'};
}

async function* endFailed(
	run: Run,
	error: unknown,
): AsyncGenerator<TrainingEvent, void> {
	const {client, provider} = run;
	log(`training ${run.job.id}`, error);
	const isFinal =
		error instanceof TrainingFailure || isRefusal(error, provider);
	const {cause, categories} = failureOf(error, provider);
	let reason = explain(error, provider);
	// A job that is over needs its files no more, and chats are not left lying about.
	if (isFinal) {
		const files = await discardUploads(client, run.job, provider.label);
		if (files) reason = withNote(reason, files, provider);
	}
	try {
		if (isFinal)
			yield* update(run, {
				phase: 'failed',
				error: reason,
				cause,
				uploaded: {training: null, validation: null},
			});
	} catch (savingError) {
		log(`saving ${run.job.id}`, savingError);
	}
	yield {type: 'failed', reason, cause, categories};
}

/** What kind of failure an error is; the sentence comes from `explain`. */
function failureOf(
	error: unknown,
	provider: Provider,
): Pick<Failure, 'cause' | 'categories'> {
	if (error instanceof TrainingFailure) return error.failure;
	const {status, code} = readTrouble(error, provider);
	const cause =
		status === 403 && code === 'training_not_available'
			? 'not-allowed'
			: code === 'insufficient_quota'
				? 'credit'
				: 'other';
	return {cause, categories: []};
}

import type {Connection} from '../provider/client.ts';
import {explain} from '../provider/errors.ts';
import {readTrouble} from '../provider/trouble.ts';
import {log} from '../store/log.ts';
import type {Store} from '../store/store.ts';
import type {Job} from '../store/types.ts';
import {findRemote} from './create.ts';
import {isOver} from './unfinished.ts';
import {discardUploads} from './upload.ts';

type Provided = Pick<Connection, 'client' | 'provider'>;

/**
Ends a training for good, at the provider too. What was uploaded is deleted there. A `runJob` that watches the job
meanwhile tells `cancelled`.
@returns the record as it is then; unchanged where the training had ended before
@throws Error with a sentence where the provider cannot be asked: then the training may go on there
*/
export async function cancelJob(
	job: Job,
	{connection, store}: {connection: Provided; store: Store},
): Promise<Job> {
	const {client, provider} = connection;
	const current = (await store.jobs.get(job.id)) ?? job;
	if (isOver(current)) return current;
	try {
		const remoteId = await remoteIdOf(current, connection);
		if (remoteId && (await cancelRemote(remoteId, connection)) === 'over')
			return current;
		await discardUploads(client, current, provider.label);
		const cancelled: Job = {...current, remoteId, phase: 'cancelled'};
		await store.jobs.save(cancelled);
		return cancelled;
	} catch (error) {
		log(`cancelling ${job.id}`, error);
		throw new Error(
			`The training is not cancelled: ${explain(error, provider)}`,
			{cause: error},
		);
	}
}

async function remoteIdOf(
	job: Job,
	{client, provider}: Provided,
): Promise<string | null> {
	if (job.remoteId !== null || job.phase !== 'uploaded') return job.remoteId;
	const {signal} = new AbortController();
	return (await findRemote({client, job, provider, signal}))?.id ?? null;
}

/** @returns 'over' where the job had ended by itself, which its watcher will tell */
export async function cancelRemote(
	remoteId: string,
	{client, provider}: Provided,
): Promise<'cancelled' | 'over'> {
	try {
		await client.fineTuning.jobs.cancel(remoteId);
	} catch (error) {
		const {status} = readTrouble(error, provider);
		if (status === 400 || status === 409) return 'over';
		// 404: the provider has forgotten it, which ends it as well.
		if (status !== 404) throw error;
	}
	return 'cancelled';
}

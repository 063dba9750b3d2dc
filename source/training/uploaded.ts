import type {Connection} from '../provider/client.ts';
import type {Store} from '../store/store.ts';
import type {Job} from '../store/types.ts';
import {deleteUploads, toldOf} from './upload.ts';

/**
Deletes what was uploaded for a training that has succeeded; its model does not need it any more. What could not be
deleted stays in the record.
@returns the record as it is then, and a sentence about what became of the files
@throws the system's error where the record cannot be saved
*/
export async function clearUploads(
	job: Job,
	{
		connection: {client, provider},
		store,
	}: {connection: Pick<Connection, 'client' | 'provider'>; store: Store},
): Promise<{job: Job; words: string}> {
	const left = await deleteUploads(client, job);
	const {training, validation} = job.uploaded;
	const ifLeft = (id: string | null) =>
		id !== null && left.includes(id) ? id : null;
	const cleared: Job = {
		...job,
		uploaded: {training: ifLeft(training), validation: ifLeft(validation)},
	};
	await store.jobs.save(cleared);
	return {job: cleared, words: toldOf(left, provider.label)};
}

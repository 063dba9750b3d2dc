import type {Connection} from '../provider/client.ts';
import {explain} from '../provider/errors.ts';
import {readTrouble} from '../provider/trouble.ts';
import {log} from '../store/log.ts';
import type {Job} from '../store/types.ts';

/**
Holds a training, or lets it go on; whoever watches the job tells what became of it.
@throws Error with a sentence where the provider does not
*/
export async function holdJob(
	job: Job,
	isPaused: boolean,
	{client, provider}: Pick<Connection, 'client' | 'provider'>,
): Promise<void> {
	if (job.remoteId === null)
		throw new Error('There is nothing to pause before the training has begun.');
	const {jobs} = client.fineTuning;
	try {
		await (isPaused ? jobs.pause(job.remoteId) : jobs.resume(job.remoteId));
	} catch (error) {
		log(`${isPaused ? 'pausing' : 'resuming'} ${job.id}`, error);
		const {status} = readTrouble(error, provider);
		if (status === 404 || status === 405)
			throw new Error(`${provider.label} cannot pause a training.`);
		throw new Error(
			`The training is not ${isPaused ? 'paused' : 'resumed'}: ${explain(error, provider)}`,
			{cause: error},
		);
	}
}

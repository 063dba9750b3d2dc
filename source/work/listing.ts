import type {Services} from '../services.ts';
import type {JobsAction} from '../state/jobs.ts';

/** Every training that there is a record of. */
export async function* listingJobs({
	store,
}: Services): AsyncGenerator<JobsAction> {
	yield {type: 'jobs/listed', jobs: await store.jobs.list()};
}

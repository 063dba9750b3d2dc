import type {Store} from '../store/store.ts';
import type {Job} from '../store/types.ts';

/** Whether the record knows an end. */
export const isOver = ({phase}: Job): boolean =>
	phase === 'succeeded' || phase === 'failed' || phase === 'cancelled';

/** Trainings to come back to: begun, and not ended as far as their records know; newest first. */
export async function unfinished(store: Store): Promise<Job[]> {
	const jobs = await store.jobs.list();
	return jobs.filter(job => !isOver(job));
}

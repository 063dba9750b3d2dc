import type {Store} from '../store/store.ts';
import type {Job} from '../store/types.ts';
import {automatic} from './hyperparameters.ts';
import {hashOf, type NewJob, plainSuffix} from './prepare.ts';

/** Whether the record knows an end. */
export const isOver = ({phase}: Job): boolean =>
	phase === 'succeeded' || phase === 'failed' || phase === 'cancelled';

/** Trainings to come back to: begun, and not ended as far as their records know; newest first. */
export async function unfinished(store: Store): Promise<Job[]> {
	const jobs = await store.jobs.list();
	return jobs.filter(job => !isOver(job));
}

/** The unfinished training of the very same plan, so that asking for it again goes on with it; null where there is none. */
export async function findSame(
	plan: NewJob,
	store: Store,
): Promise<Job | null> {
	const key = keyOf({
		...plan,
		suffix: plainSuffix(plan.suffix || plan.name),
		dataset: {hash: hashOf(plan.training, plan.validation)},
	});
	const jobs = await unfinished(store);
	return jobs.find(job => keyOf(job) === key) ?? null;
}

const keyOf = ({
	name,
	provider,
	baseURL,
	model,
	hyperparameters,
	suffix,
	dataset,
}: Omit<Pick<Job, keyof NewJob & keyof Job>, 'dataset'> & {
	dataset: {hash: string};
}): string => {
	const {epochs, batchSize, learningRateMultiplier, seed, minutes} = {
		...automatic,
		...hyperparameters,
	};
	return JSON.stringify([
		name,
		provider,
		baseURL,
		model,
		[epochs, batchSize, learningRateMultiplier, seed, minutes],
		suffix,
		dataset.hash,
	]);
};

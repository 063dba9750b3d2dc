import type {Life, RemoteEvent, RemoteJob} from './lives.ts';

/** A job of the fault provider; each look at it moves its life on. */
export type KeptJob = {
	job: RemoteJob;
	looks: number;
	cancelled: boolean;
	/** Its life stands still meanwhile. */
	paused?: boolean;
};

/** A job as the answer to its creation shows it. */
export const newJob = (body: RemoteJob, count: number, isClone: boolean) =>
	({
		id: `ftjob-${count + 1}`,
		object: 'fine_tuning.job',
		created_at: 1,
		error: {} as RemoteJob['error'],
		fine_tuned_model: null,
		finished_at: null,
		hyperparameters: {},
		model: body.model,
		organization_id: 'org',
		result_files: [],
		seed: 1,
		status: 'validating_files',
		trained_tokens: null,
		training_file: body.training_file,
		validation_file: body.validation_file ?? null,
		...(!isClone && {metadata: body.metadata ?? null}),
	}) satisfies RemoteJob;

const momentOf = ({looks}: KeptJob, life: Life) =>
	life[Math.min(looks, life.length) - 1] ?? life[0];

const seen = ({looks}: KeptJob, life: Life) => life.slice(0, looks);

/** A look at a job moves its life on. */
export function look(kept: KeptJob, life: Life) {
	if (!kept.paused) kept.looks++;
	return shown(kept, life);
}

/** A job as it stands. */
export function shown(kept: KeptJob, life: Life) {
	const moment = momentOf(kept, life);
	const status = kept.cancelled
		? 'cancelled'
		: kept.paused
			? 'paused'
			: moment?.status;
	return {
		...kept.job,
		status,
		error: moment?.error ?? {},
		fine_tuned_model:
			status === 'succeeded' ? `ft:${kept.job.model}:org:twin:1` : null,
	};
}

export const eventsOf = (kept: KeptJob, life: Life): RemoteEvent[] =>
	seen(kept, life)
		.flatMap(({events = []}) => events)
		.map((event, index) => ({
			object: 'fine_tuning.job.event',
			id: `ftevent-${index}`,
			// Several within a second, as in reality.
			created_at: 100 + Math.floor(index / 3),
			level: 'info',
			message: '',
			...event,
		}));

/** Newest first, with a cursor. */
export function page(
	events: RemoteEvent[],
	{after, limit}: Record<string, string>,
) {
	const from = after ? events.findIndex(({id}) => id === after) + 1 : 0;
	const data = events.slice(from, from + Number(limit ?? 20));
	return {object: 'list', data, has_more: from + data.length < events.length};
}

export const checkpointsOf = (kept: KeptJob, life: Life) =>
	seen(kept, life)
		.flatMap(({checkpoints = []}) => checkpoints)
		.reverse();

export const isEnded = (kept: KeptJob, life: Life): boolean =>
	['succeeded', 'failed'].includes(momentOf(kept, life)?.status ?? '');

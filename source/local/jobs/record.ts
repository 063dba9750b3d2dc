import type {OpenAI} from 'openai';
import type {Hyperparameters} from '../engine/types.ts';
import {toSeconds} from '../ids.ts';

type FineTuningJob = OpenAI.FineTuning.FineTuningJob;

/** A job as it was asked for; written once. */
export type KeptJob = {
	id: string;
	createdAt: string;
	model: string;
	trainingFile: string;
	validationFile: string | null;
	hyperparameters: Hyperparameters;
	/** Time budget of the network; null for automatic. */
	minutes: number | null;
	seed: number;
	metadata: Record<string, string>;
	/** The name that its model will have. */
	modelName: string;
};

/** A line of the job's journal. The first line that ends the job counts, so two programs cannot end it in two ways. */
export type Stage = {
	at: number;
	status: FineTuningJob['status'];
	error?: OpenAI.FineTuning.FineTuningJob.Error;
	trainedTokens?: number;
	resultFiles?: string[];
};

const ends = new Set<FineTuningJob['status']>([
	'succeeded',
	'failed',
	'cancelled',
]);

export const isEnd = ({status}: {status: FineTuningJob['status']}): boolean =>
	ends.has(status);

/** The stage a job is in: the first end, else the latest line. */
export const stageOf = (
	stages: readonly Stage[],
	kept: Pick<KeptJob, 'createdAt'>,
): Stage =>
	stages.find(isEnd) ??
	stages.at(-1) ?? {at: toSeconds(kept.createdAt), status: 'validating_files'};

/** A job as it is shown; one that is held carries a field of its own. */
export type ShownJob = FineTuningJob & {paused?: true};

/**
@param estimatedFinish Unix seconds; null where nobody knows.
@param paused shown as queued, for the protocol has no status of its own for it; an extra field tells the difference
*/
export function toJob(
	kept: KeptJob,
	stages: readonly Stage[],
	estimatedFinish: number | null,
	paused: boolean,
): ShownJob {
	const now = stageOf(stages, kept);
	const stage: Stage = paused && !isEnd(now) ? {...now, status: 'queued'} : now;
	const {hyperparameters} = kept;
	return {
		object: 'fine_tuning.job',
		id: kept.id,
		created_at: toSeconds(kept.createdAt),
		model: kept.model,
		status: stage.status,
		error: stage.error ?? null,
		fine_tuned_model: stage.status === 'succeeded' ? kept.modelName : null,
		finished_at: isEnd(stage) ? stage.at : null,
		estimated_finish: stage.status === 'running' ? estimatedFinish : null,
		trained_tokens: stage.trainedTokens ?? null,
		training_file: kept.trainingFile,
		validation_file: kept.validationFile,
		result_files: stage.resultFiles ?? [],
		hyperparameters,
		method: {type: 'supervised', supervised: {hyperparameters}},
		seed: kept.seed,
		metadata: kept.metadata,
		organization_id: 'org-local',
		integrations: [],
		...(paused && !isEnd(now) && {paused: true as const}),
	} satisfies ShownJob;
}

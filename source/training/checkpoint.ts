import {findProvider} from '../provider/providers.ts';
import type {Job, Twin} from '../store/types.ts';

/** A twin as it is at a step of its training: to be talked to, and kept nowhere. */
export const checkpointTwin = (
	job: Job,
	{step, model}: {step: number; model: string},
): Twin => ({
	id: `${job.id}-step-${step}`,
	name: `${job.name} (step ${step})`,
	provider: job.provider,
	baseURL: job.baseURL,
	model,
	made: 'fine-tuned',
	systemPrompt: job.systemPrompt,
	sampling: findProvider(job.provider).quirks.sampling,
	dataset: job.dataset,
	me: job.me,
	past: job.id,
	retrieval: true,
	style: null,
	shutdownDate: null,
	createdAt: job.createdAt,
});

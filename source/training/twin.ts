import type {OpenAI} from 'openai';
import type {Twin} from '../store/types.ts';
import type {TrainingEvent} from './events.ts';
import {checkpoints} from './progress.ts';
import {patiently, type Run, TrainingFailure, update} from './run-state.ts';
import {triesBefore} from './upload.ts';

type RemoteJob = OpenAI.FineTuning.FineTuningJob;

/** Makes the twin's record out of a job that succeeded. Its id comes from the job's, so that a kill in between makes no second one. */
export async function* saveTwin(
	run: Run,
	remote: RemoteJob,
): AsyncGenerator<TrainingEvent, void> {
	const {job, provider, store} = run;
	const model = yield* trainedModel(run, remote);
	const id = job.id.replace(/^job-/, 'twin-');
	const kept = await store.twins.get(id);
	const twin: Twin = kept ?? {
		id,
		name: job.name,
		provider: job.provider,
		baseURL: job.baseURL,
		model,
		made: 'fine-tuned',
		systemPrompt: job.systemPrompt,
		sampling: provider.quirks.sampling,
		dataset: job.dataset,
		me: job.me,
		...(job.names && {names: job.names}),
		past: job.id,
		retrieval: true,
		style: null,
		shutdownDate: await shutdownDate(run, model),
		createdAt: new Date().toISOString(),
	};
	await store.twins.save(twin);
	yield* update(run, {phase: 'succeeded', twinId: id, error: null});
	if (provider.quirks.beforeChat)
		yield {
			type: 'message',
			level: 'warn',
			text: `The model is called ${model}. ${provider.quirks.beforeChat}`,
			at: Date.now(),
		};
	yield {type: 'twin', twin};
}

/** The model's name; some clones give it with the last checkpoint only. */
async function* trainedModel(
	run: Run,
	remote: RemoteJob,
): AsyncGenerator<TrainingEvent, string> {
	if (remote.fine_tuned_model) return remote.fine_tuned_model;
	const list = yield* patiently(run, triesBefore, () => checkpoints(run));
	const last = list.at(-1)?.fine_tuned_model_checkpoint;
	if (last) return last;
	throw new TrainingFailure(
		`${run.provider.label} finished the training, but names no model to talk to: look at the job ${run.job.remoteId} there.`,
	);
}

/** The day on which the provider ends the model, or the one it rests on; null where it does not say. */
async function shutdownDate(
	{client, job, signal}: Run,
	model: string,
): Promise<string | null> {
	for (const name of [model, job.model]) {
		try {
			const options = {signal, maxRetries: 0};
			const {shutdown_date} = await client.models.retrieve(name, options);
			if (shutdown_date) return shutdown_date;
		} catch {
			if (signal.aborted) return null;
			// Compatible servers know neither the date nor, some, the call: the twin talks all the same.
		}
	}
	return null;
}

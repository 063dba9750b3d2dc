import type {OpenAI} from 'openai';
import {isPassing} from '../provider/errors.ts';
import type {Provider} from '../provider/types.ts';
import type {Job} from '../store/types.ts';
import type {TrainingEvent} from './events.ts';
import {patiently, type Run, update} from './run-state.ts';
import {idOf, triesBefore} from './upload.ts';

type RemoteJob = OpenAI.FineTuning.FineTuningJob;

/** Creates the job at the provider, exactly once: a kill between creating and saving finds it again. */
export async function* create(run: Run): AsyncGenerator<TrainingEvent, void> {
	if (run.job.phase !== 'uploaded') return;
	const {hyperparameters} = run.job;
	if (
		run.provider.quirks.absoluteLearningRate &&
		hyperparameters.learningRateMultiplier !== 'auto'
	)
		yield {
			type: 'message',
			level: 'warn',
			text: `${run.provider.label} takes a learning rate, not a multiplier: it is left to choose its own.`,
			at: Date.now(),
		};
	// Saved once more, so that a job that was cancelled meanwhile is never created.
	yield* update(run, {});
	const remoteId = yield* patiently(run, triesBefore, async () =>
		idOf((await findRemote(run)) ?? (await createRemote(run)), run),
	);
	yield* update(run, {remoteId, phase: 'created'});
}

/** The job that an interrupted run has created; servers that do not keep metadata still tell the file, which is this job's alone. */
export async function findRemote({
	client,
	job,
	provider,
	signal,
}: Pick<
	Run,
	'client' | 'job' | 'provider' | 'signal'
>): Promise<RemoteJob | null> {
	try {
		const page = await client.fineTuning.jobs.list(
			{limit: 100, metadata: metadataOf(job)},
			{signal, maxRetries: 0},
		);
		const found = page.data?.find(
			({metadata, training_file}) =>
				metadata?.job === job.id || training_file === job.uploaded.training,
		);
		return found ?? null;
	} catch (error) {
		if (signal.aborted || isPassing(error, provider)) throw error;
		return null;
	}
}

/** What finds the job again. */
const metadataOf = (job: Job) => ({app: 'twin-tui', job: job.id});

async function createRemote({client, job, provider, signal}: Run) {
	// No retry by the package: a first try may have arrived, and a second would train, and cost, twice.
	return client.fineTuning.jobs.create(createBody(job, provider), {
		signal,
		maxRetries: 0,
	});
}

/** The request, in the form that the provider wants (reference: openai-api.md, sections 2.1 and 4.3). */
export function createBody(
	job: Job,
	{name, quirks}: Provider,
): OpenAI.FineTuning.JobCreateParams & {minutes?: number} {
	const {epochs, batchSize, learningRateMultiplier, seed, minutes} =
		job.hyperparameters;
	const hyperparameters = {
		n_epochs: epochs,
		batch_size: batchSize,
		learning_rate_multiplier: quirks.absoluteLearningRate
			? ('auto' as const)
			: learningRateMultiplier,
	};
	return {
		model: job.model,
		training_file: job.uploaded.training ?? '',
		...(job.uploaded.validation && {validation_file: job.uploaded.validation}),
		suffix: job.suffix,
		metadata: {...metadataOf(job), dataset: job.dataset.hash},
		...(typeof seed === 'number' && {seed}),
		...(name === 'local' && typeof minutes === 'number' && {minutes}),
		...(quirks.topLevelHyperparameters
			? {hyperparameters: onlyNumbers(hyperparameters)}
			: {method: {type: 'supervised', supervised: {hyperparameters}}}),
	};
}

/** Not every clone knows 'auto'; left out means the same to all. */
const onlyNumbers = (values: Record<string, number | 'auto'>) =>
	Object.fromEntries(
		Object.entries(values).filter(([, value]) => value !== 'auto'),
	);

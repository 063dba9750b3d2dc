import {createHash, randomBytes} from 'node:crypto';
import type {ProviderName} from '../provider/types.ts';
import {datasetFiles} from '../store/datasets.ts';
import {writeFile} from '../store/files.ts';
import type {Store} from '../store/store.ts';
import type {Job} from '../store/types.ts';

export type NewJob = {
	/** What the twin shall be called. */
	name: string;
	provider: ProviderName;
	/** Base URL of a custom provider, else null. */
	baseURL: string | null;
	/** Base model. */
	model: string;
	/** Training examples as JSONL. */
	training: string;
	/** Held-out examples as JSONL; null or empty for none. */
	validation: string | null;
	hyperparameters: Job['hyperparameters'];
	/** Becomes a part of the model's name; made from `name` when empty. */
	suffix: string;
	systemPrompt: string;
	dataset: Omit<Job['dataset'], 'hash'>;
	me: string[];
	/** Who stands behind the labels of the data set; left out where names stay. */
	names?: Readonly<Record<string, string>>;
	/** Of one epoch, as the provider bills them; null or left out where nobody counted. */
	tokens?: number | null;
};

/**
Writes the data set into the home and a record beside it: from here on nothing that interrupts loses the job.
@throws the system's error, `ENOSPC` for a full disk among them; then there is no record
*/
export async function prepareJob(plan: NewJob, store: Store): Promise<Job> {
	const {training, validation, dataset, suffix, ...kept} = plan;
	const id = `job-${randomBytes(6).toString('hex')}`;
	const files = datasetFiles(store.home, id);
	const trainingFile = files.training;
	const validationFile = validation?.trim() ? files.validation : null;
	await writeFile(trainingFile, training);
	if (validationFile) await writeFile(validationFile, validation ?? '');
	const job: Job = {
		...kept,
		id,
		suffix: plainSuffix(suffix || plan.name),
		trainingFile,
		validationFile,
		dataset: {...dataset, hash: hashOf(training, validation)},
		uploaded: {training: null, validation: null},
		remoteId: null,
		phase: 'prepared',
		error: null,
		twinId: null,
		createdAt: new Date().toISOString(),
	};
	await store.jobs.save(job);
	return job;
}

/** Tells one data set from another; the same files, the same hash. */
export const hashOf = (training: string, validation: string | null): string =>
	createHash('sha256')
		.update(training)
		.update('\0')
		.update(validation ?? '')
		.digest('hex');

/** What every provider takes and a person can read (reference: openai-api.md, section 2.1). */
export const plainSuffix = (text: string): string =>
	text
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.slice(0, 18)
		.replaceAll(/^-+|-+$/g, '') || 'twin';

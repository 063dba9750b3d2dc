import type {OpenAI} from 'openai';
import {formatBytes} from '../../format.ts';
import type {Connection} from '../../provider/client.ts';
import type {Store} from '../../store/store.ts';
import type {Job} from '../../store/types.ts';
import {uploadsOf} from '../leftover.ts';
import {day, type Item} from './item.ts';

type Provided = Pick<Connection, 'client' | 'provider'>;

/**
What lies at a provider: training files, models that were trained, and jobs that still run. Its own models and files for
other purposes are left out.
@throws the package's errors where the provider cannot be asked
*/
export async function stockAt(
	{client, provider}: Provided,
	store: Store,
	signal: AbortSignal,
): Promise<Item[]> {
	const [twins, jobs] = await Promise.all([
		store.twins.list(),
		store.jobs.list(),
	]);
	const options = {signal, maxRetries: 0, timeout: 30_000};
	const known = {
		files: new Set(jobs.flatMap(uploadsOf)),
		models: new Set(twins.map(({model}) => model)),
		jobs: new Set(jobs.map(({remoteId}) => remoteId)),
	};
	const as = (
		type: 'remote file' | 'remote model' | 'remote job',
		id: string,
		words: string,
		ours: boolean,
	): Item => ({
		key: `${provider.name} ${type} ${id}`,
		place: provider.label,
		words: `${words}${ours ? '' : ' – not made by twin-tui'}`,
		ours,
		target: {
			type,
			provider: provider.name,
			baseURL: provider.name === 'custom' ? provider.baseURL : null,
			id,
		},
	});
	const [files, models, remoteJobs] = await Promise.all([
		listed(client.files.list({purpose: 'fine-tune', limit: 1000}, options)),
		listed(client.models.list(options)),
		listed(client.fineTuning.jobs.list({limit: 100}, options)),
	]);
	/** ' of Mika', by the records here. */
	const nameOf = (isIt: (job: Job) => boolean) => {
		const job = jobs.find(isIt);
		return job ? ` of ${job.name}` : '';
	};
	const isOurs = ({filename}: OpenAI.FileObject) =>
		/^job-[\da-f]{12}\.(training|validation)\.jsonl$/.test(filename);
	return [
		...files.map(file =>
			as(
				'remote file',
				file.id,
				`File${nameOf(job => uploadsOf(job).includes(file.id))}, ${formatBytes(file.bytes)}, uploaded ${day(new Date(file.created_at * 1000).toISOString())} (${file.filename})`,
				known.files.has(file.id) || isOurs(file),
			),
		),
		...models
			.filter(({id}) => isTrained(id) || known.models.has(id))
			.map(({id}) => {
				const twin = twins.find(({model}) => model === id);
				return as(
					'remote model',
					id,
					`Model ${id}${twin ? `: the twin ${twin.name} answers with it` : ''}`,
					known.models.has(id) || provider.name === 'local',
				);
			}),
		...remoteJobs
			.filter(
				({status}) => !['succeeded', 'failed', 'cancelled'].includes(status),
			)
			.map(job =>
				as(
					'remote job',
					job.id,
					`Training${nameOf(({remoteId}) => remoteId === job.id)}, ${statusWords[job.status] ?? job.status}: deleting cancels it (${job.id})`,
					known.jobs.has(job.id) || job.metadata?.app === 'twin-tui',
				),
			),
	];
}

const statusWords: Readonly<Record<string, string>> = {
	validating_files: 'being checked',
	queued: 'in the queue',
	running: 'running',
	paused: 'paused',
};

/** Trained models by their names: `ft:…` everywhere that copies OpenAI. */
const isTrained = (id: string): boolean => id.startsWith('ft:');

/** The first page; a server that keeps no such list has nothing of the kind. */
async function listed<T>(request: Promise<{data: T[]}>): Promise<T[]> {
	try {
		return (await request).data ?? [];
	} catch (error) {
		const {status} = error as {status?: number};
		if (status === 404 || status === 405 || status === 501) return [];
		throw error;
	}
}

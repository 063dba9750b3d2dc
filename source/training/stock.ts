import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import type {OpenAI} from 'openai';
import type {Connection} from '../provider/client.ts';
import {readTrouble} from '../provider/trouble.ts';
import type {ProviderName} from '../provider/types.ts';
import {datasetsFolder} from '../store/datasets.ts';
import {removeFile} from '../store/files.ts';
import {logPath} from '../store/log.ts';
import type {Store} from '../store/store.ts';
import type {Job, Twin} from '../store/types.ts';
import {isOver} from './unfinished.ts';

/** Something that can be deleted, with what it is in words. */
export type Item = {
	key: string;
	/** Where it lies: 'This machine', or a provider's label. */
	place: string;
	words: string;
	/** Whether this program made it; what others left at a provider is shown too. */
	ours: boolean;
	target:
		| {type: 'files'; files: string[]}
		| {type: 'twin' | 'job'; id: string}
		| {
				type: 'remote file' | 'remote model' | 'remote job';
				provider: ProviderName;
				baseURL: string | null;
				id: string;
		  };
};

/** What lies on this machine. */
export async function stockHere(store: Store): Promise<Item[]> {
	const {data} = store.home;
	const [twins, jobs] = await Promise.all([
		store.twins.list(),
		store.jobs.list(),
	]);
	const folders = await Promise.all([
		datasetItems(store, twins, jobs),
		folderItem(path.join(data, 'sessions'), 'Chat sessions with twins'),
		folderItem(
			path.join(data, 'scores'),
			'Moderation scores (hashes, no texts)',
		),
		fileItem(logPath(), 'The log of errors'),
	]);
	return [
		...twins.map(twinItem),
		...jobs.filter(isOver).map(jobItem),
		...folders.flat(),
	];
}

const here = 'This machine';

const twinItem = ({id, name, made, dataset, createdAt}: Twin): Item => ({
	key: `twin ${id}`,
	place: here,
	words: `Twin ${name}, ${made}, of ${dataset.examples} examples, ${day(createdAt)}`,
	ours: true,
	target: {type: 'twin', id},
});

const jobItem = ({id, name, phase, createdAt}: Job): Item => ({
	key: `job ${id}`,
	place: here,
	words: `Record of the training of ${name} (${phase}), ${day(createdAt)}`,
	ours: true,
	target: {type: 'job', id},
});

const day = (time: string): string => time.slice(0, 10);

/** Data sets by what was made of them; they hold the chats' texts. */
async function datasetItems(
	store: Store,
	twins: readonly Twin[],
	jobs: readonly Job[],
): Promise<Item[]> {
	const folder = datasetsFolder(store.home);
	const byId = new Map<string, {files: string[]; bytes: number}>();
	for (const {file, bytes} of await filesIn(folder)) {
		const [id = ''] = path.basename(file).split('.');
		const known = byId.get(id) ?? {files: [], bytes: 0};
		byId.set(id, {
			files: [...known.files, file],
			bytes: known.bytes + bytes,
		});
	}
	const open = new Set(jobs.filter(job => !isOver(job)).map(({id}) => id));
	return (
		[...byId]
			// A training that goes on needs it.
			.filter(([id]) => !open.has(id))
			.map(([id, {files, bytes}]) => {
				const twin = twins.find(({past}) => past === id);
				const job = jobs.find(job => job.id === id);
				const whose = twin
					? `of ${twin.name}: without it, past exchanges are not recalled`
					: `of ${job?.name ?? 'a twin that is gone'}`;
				return {
					key: `dataset ${id}`,
					place: here,
					words: `Data set ${whose} (${size(bytes)})`,
					ours: true,
					target: {type: 'files' as const, files},
				};
			})
	);
}

async function folderItem(folder: string, words: string): Promise<Item[]> {
	const files = await filesIn(folder);
	if (files.length === 0) return [];
	const bytes = files.reduce((sum, {bytes}) => sum + bytes, 0);
	return [
		{
			key: `folder ${folder}`,
			place: here,
			words: `${words}: ${files.length} ${files.length === 1 ? 'file' : 'files'}, ${size(bytes)}`,
			ours: true,
			target: {type: 'files', files: files.map(({file}) => file)},
		},
	];
}

async function fileItem(file: string, words: string): Promise<Item[]> {
	const found = await stat(file).catch(() => null);
	if (!found) return [];
	return [
		{
			key: `file ${file}`,
			place: here,
			words: `${words} (${size(found.size)})`,
			ours: true,
			target: {type: 'files', files: [file]},
		},
	];
}

async function filesIn(
	folder: string,
): Promise<{file: string; bytes: number}[]> {
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true,
	}).catch(() => []);
	return Promise.all(
		entries
			.filter(entry => entry.isFile())
			.map(async entry => {
				const file = path.join(entry.parentPath, entry.name);
				return {file, bytes: (await stat(file)).size};
			}),
	);
}

const size = (bytes: number): string =>
	bytes < 1_000_000
		? `${Math.ceil(bytes / 1000)} kB`
		: `${(bytes / 1_000_000).toFixed(1)} MB`;

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
		files: new Set(jobs.flatMap(({uploaded}) => Object.values(uploaded))),
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
	const isOurs = ({filename}: OpenAI.FileObject) =>
		/^job-[\da-f]{12}\.(training|validation)\.jsonl$/.test(filename);
	return [
		...files.map(file =>
			as(
				'remote file',
				file.id,
				`File ${file.filename} (${size(file.bytes)}), uploaded ${day(new Date(file.created_at * 1000).toISOString())}`,
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
					`Training ${job.id} of ${job.model}, ${job.status}: deleting cancels it`,
					known.jobs.has(job.id) || job.metadata?.app === 'twin-tui',
				),
			),
	];
}

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

/**
Deletes one item; what is gone already is fine.
@param connect gives the connection to a provider
@throws the package's or the system's error
*/
export async function removeItem(
	{target}: Item,
	store: Store,
	connect: (
		provider: ProviderName,
		baseURL: string | null,
	) => Promise<Provided>,
): Promise<void> {
	switch (target.type) {
		case 'files':
			for (const file of target.files) await removeFile(file);
			return;
		case 'twin':
			return store.twins.remove(target.id);
		case 'job':
			return store.jobs.remove(target.id);
		default: {
			const {client, provider} = await connect(target.provider, target.baseURL);
			try {
				if (target.type === 'remote file')
					await client.files.delete(target.id, {maxRetries: 1});
				else if (target.type === 'remote model')
					await client.models.delete(target.id, {maxRetries: 1});
				else await client.fineTuning.jobs.cancel(target.id);
			} catch (error) {
				if (readTrouble(error, provider).status !== 404) throw error;
			}
		}
	}
}

import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {formatBytes, plural} from '../../format.ts';
import {datasetsFolder} from '../../store/datasets.ts';
import {logPath} from '../../store/log.ts';
import type {Store} from '../../store/store.ts';
import type {Job, Twin} from '../../store/types.ts';
import {isOver} from '../unfinished.ts';
import {day, type Item} from './item.ts';

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
		folderItem(path.join(data, 'recipes'), 'Recipes, with texts of chats'),
		fileItem(path.join(data, 'blind-tests.jsonl'), 'Results of blind tests'),
		fileItem(path.join(data, 'comparisons.jsonl'), 'Picks of comparisons'),
		fileItem(
			path.join(data, 'excluded.jsonl'),
			'The list of exchanges that are not to be used',
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
					words: `Data set ${whose} (${formatBytes(bytes)})`,
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
			words: `${words}: ${plural(files.length, 'file')}, ${formatBytes(bytes)}`,
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
			words: `${words} (${formatBytes(found.size)})`,
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

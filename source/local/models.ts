import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {removeFile, type Write} from '../store/files.ts';
import {log} from '../store/log.ts';
import {openRecords} from '../store/records.ts';
import type {Load, Voice} from './engine.ts';

/** What every twin of the embedded provider is trained from; it knows nothing before that. */
export const baseModel = 'twin-base';

/** A trained model, or a checkpoint of one. */
export type KeptModel = {
	/** Its name: `ft:twin-base:local:<suffix>:<id>`, checkpoints with `:ckpt-step-<n>`. */
	id: string;
	createdAt: string;
	/** The job that made it. */
	job: string;
	/** Tokens it was trained on; null for checkpoints. */
	trainedTokens: number | null;
};

export type LoadedModel =
	| {voice: Voice}
	/** Why it cannot be used, in a sentence. */
	| {problem: string};

export type Models = {
	/** Newest first. */
	list(): Promise<KeptModel[]>;
	get(name: string): Promise<KeptModel | null>;
	save(
		model: Pick<KeptModel, 'id' | 'job' | 'trainedTokens'>,
		bytes: Uint8Array,
	): Promise<void>;
	remove(name: string): Promise<void>;
	/** Loaded once and kept while it is one of the two used last. */
	load(kept: KeptModel): Promise<LoadedModel>;
};

const mostLoaded = 2;

export function openModels(folder: string, write: Write, read: Load): Models {
	const records = openRecords<KeptModel>(folder);
	const loaded = new Map<string, Promise<LoadedModel>>();
	const forget = (name: string) => {
		void loaded.get(name)?.then(model => {
			if ('voice' in model) model.voice.close?.();
		});
		loaded.delete(name);
	};
	const fileOf = (name: string) =>
		path.join(folder, `${name.replaceAll(':', '_')}.model`);
	return {
		list: () => records.list(),
		async get(name) {
			if (!/^[\w:-]{1,180}$/.test(name)) return null;
			const kept = await records.get(name);
			return kept?.id === name ? kept : null;
		},
		async save(model, bytes) {
			// The record comes last: a model that is listed is whole.
			await write(fileOf(model.id), bytes);
			await records.save({...model, createdAt: new Date().toISOString()});
			forget(model.id);
		},
		async remove(name) {
			await records.remove(name);
			await removeFile(fileOf(name));
			forget(name);
		},
		async load(kept) {
			const {id} = kept;
			const model = loaded.get(id) ?? open(id, fileOf(id), read);
			loaded.delete(id);
			loaded.set(id, model);
			const [oldest] = loaded.keys();
			if (loaded.size > mostLoaded && oldest) forget(oldest);
			const result = await model;
			// What is damaged now may have been put back by the next time.
			if ('problem' in result) loaded.delete(id);
			return result;
		},
	};
}

async function open(
	id: string,
	file: string,
	read: Load,
): Promise<LoadedModel> {
	try {
		return {voice: await read(Uint8Array.from(await readFile(file)))};
	} catch (error) {
		log(`The model ${id} could not be loaded.`, error);
		return {
			problem: `The model "${id}" cannot be used, its file is ${file}. ${(error as Error).message}`,
		};
	}
}

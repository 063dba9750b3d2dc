import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {removeFile} from '../store/files.ts';
import {openRecords} from '../store/records.ts';
import type {Load, Voice} from './engine.ts';
import type {Write} from './write.ts';

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
	/** Of the file's bytes, so that damage is noticed before it talks. */
	sha256: string;
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
			await records.save({
				...model,
				createdAt: new Date().toISOString(),
				sha256: hash(bytes),
			});
			loaded.delete(keyOf(model.id, hash(bytes)));
		},
		async remove(name) {
			await records.remove(name);
			await removeFile(fileOf(name));
			for (const key of loaded.keys())
				if (key.startsWith(`${name} `)) loaded.delete(key);
		},
		async load(kept) {
			const key = keyOf(kept.id, kept.sha256);
			const model = loaded.get(key) ?? open(fileOf(kept.id), kept, read);
			loaded.delete(key);
			loaded.set(key, model);
			const [oldest] = loaded.keys();
			if (loaded.size > mostLoaded && oldest) loaded.delete(oldest);
			const result = await model;
			// What is damaged now may have been put back by the next time.
			if ('problem' in result) loaded.delete(key);
			return result;
		},
	};
}

const keyOf = (name: string, sha256: string) => `${name} ${sha256}`;

const hash = (bytes: Uint8Array) =>
	createHash('sha256').update(bytes).digest('hex');

async function open(
	file: string,
	{id, sha256}: KeptModel,
	read: Load,
): Promise<LoadedModel> {
	const remedy =
		'Train it again, or put its file back from a copy of the folder.';
	let bytes: Uint8Array;
	try {
		bytes = await readFile(file);
	} catch {
		return {
			problem: `The file of the model "${id}" cannot be read (${file}). ${remedy}`,
		};
	}
	if (hash(bytes) !== sha256)
		return {
			problem: `The file of the model "${id}" is damaged (${file}). ${remedy}`,
		};
	try {
		return {voice: read(bytes)};
	} catch {
		return {
			problem: `The file of the model "${id}" is from another version of this program. Train it again.`,
		};
	}
}

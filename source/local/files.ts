import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {OpenAI} from 'openai';
import {removeFile, type Write} from '../store/files.ts';
import {openRecords} from '../store/records.ts';
import {newId, toSeconds} from './ids.ts';

type KeptFile = {
	id: string;
	createdAt: string;
	filename: string;
	purpose: 'fine-tune' | 'fine-tune-results';
	bytes: number;
};

/** What was uploaded, and the results that jobs leave. */
export type Files = {
	/** Newest first. */
	list(): Promise<OpenAI.FileObject[]>;
	get(id: string): Promise<OpenAI.FileObject | null>;
	/** Null where there is none, or its content is gone. */
	content(id: string): Promise<Uint8Array<ArrayBuffer> | null>;
	add(
		file: Pick<KeptFile, 'filename' | 'purpose'> & {
			content: string | Uint8Array;
			id?: string;
		},
	): Promise<OpenAI.FileObject>;
	remove(id: string): Promise<void>;
};

export function openFiles(folder: string, write: Write): Files {
	const records = openRecords<KeptFile>(folder);
	const contentOf = (id: string) => path.join(folder, `${id}.content`);
	const find = async (id: string) =>
		/^file-\w{1,60}$/.test(id) ? await records.get(id) : null;
	return {
		list: async () => (await records.list()).map(toFile),
		async get(id) {
			const kept = await find(id);
			return kept && toFile(kept);
		},
		async content(id) {
			if (!(await find(id))) return null;
			try {
				return Uint8Array.from(await readFile(contentOf(id)));
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
				throw error;
			}
		},
		async add({filename, purpose, content, id = newId('file-')}) {
			const kept: KeptFile = {
				id,
				createdAt: new Date().toISOString(),
				filename,
				purpose,
				bytes: Buffer.byteLength(content),
			};
			// The record comes last: a file that is listed is whole.
			await write(contentOf(id), content);
			await records.save(kept);
			return toFile(kept);
		},
		async remove(id) {
			await records.remove(id);
			await removeFile(contentOf(id));
		},
	};
}

const toFile = ({id, createdAt, filename, purpose, bytes}: KeptFile) =>
	({
		id,
		object: 'file',
		bytes,
		created_at: toSeconds(createdAt),
		filename,
		purpose,
		status: 'processed',
	}) satisfies OpenAI.FileObject;

import path from 'node:path';
import {listFolder, readIfThere, removeFile, writeFile} from './files.ts';
import {log} from './log.ts';
import {hasShape, type Shape} from './shape.ts';

/** A record kept as one JSON file. */
type Kept = {id: string; createdAt: string};

/** A folder of records, one JSON file each, so that a damaged one costs no other. */
export type Records<T extends Kept> = {
	/** Newest first; a file that cannot be read as a record is left where it is and left out. */
	list(): Promise<T[]>;
	get(id: string): Promise<T | null>;
	save(record: T): Promise<void>;
	remove(id: string): Promise<void>;
};

type Reading<T> = {
	/** Of properties that records of earlier versions lack. */
	defaults?: Partial<T>;
	/** What a record must have besides, not to be taken for a damaged one. */
	shape?: Shape;
};

export function openRecords<T extends Kept>(
	folder: string,
	reading: Reading<T> = {},
): Records<T> {
	const fileOf = (id: string) =>
		path.join(folder, `${id.replaceAll(/[^\w-]/g, '_')}.json`);
	const read = async (file: string) => {
		const text = await readIfThere(file).catch(error => {
			log('a record cannot be read', error);
			return null;
		});
		return parseRecord<T>(text, reading);
	};
	return {
		async list() {
			const names = (await listFolder(folder)).filter(name =>
				name.endsWith('.json'),
			);
			const records = await Promise.all(
				names.map(name => read(path.join(folder, name))),
			);
			return records
				.filter(record => record !== null)
				.sort((a, b) =>
					a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0,
				);
		},
		get: id => read(fileOf(id)),
		save: record =>
			writeFile(fileOf(record.id), `${JSON.stringify(record, null, '\t')}\n`),
		remove: id => removeFile(fileOf(id)),
	};
}

const least: Shape = {id: 'string', createdAt: 'string'};

function parseRecord<T extends Kept>(
	text: string | null,
	{defaults, shape = {}}: Reading<T>,
): T | null {
	try {
		const record: unknown = JSON.parse(text ?? '');
		return hasShape(record, least) && hasShape(record, shape)
			? {...defaults, ...(record as T)}
			: null;
	} catch {
		return null;
	}
}

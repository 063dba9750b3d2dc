import {stat} from 'node:fs/promises';
import {removeFile, writeFile} from '../store/files.ts';

/** Writes a whole file or throws; tests put a full disk in its place. */
export type Write = typeof writeFile;

/**
`writeFile` that also looks whether all of it arrived: on a disk that is nearly full a write may end early without an error.
@throws the system's error, `ENOSPC` for a full disk among them.
*/
export const writeWhole: Write = async (file, content) => {
	await writeFile(file, content);
	const {size} = await stat(file);
	if (size === Buffer.byteLength(content)) return;
	await removeFile(file);
	throw Object.assign(new Error(`${file} was cut short.`), {code: 'ENOSPC'});
};

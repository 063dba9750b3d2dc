import path from 'node:path';
import type {RecipeFile} from '../dataset/recipes/types.ts';
import {
	listFolder,
	readIfThere,
	removeFile,
	writeFile,
} from '../store/files.ts';

/** Tells a folder of ours from anybody else's, and lists what we have put there. */
const marker = '.twin-tui-recipe.json';

/**
A recipe's folder is a new one, an empty one, or one of ours; then what was trained in it stays.
@throws Error with a sentence
*/
export async function checkFolder(folder: string): Promise<void> {
	const names = await listFolder(folder).catch(error => {
		throw new Error(
			(error as NodeJS.ErrnoException).code === 'ENOTDIR'
				? `${folder} is a file: name a folder with --out.`
				: `${folder} cannot be looked into: ${(error as Error).message}.`,
		);
	});
	if (names.length > 0 && !names.includes(marker))
		throw new Error(
			`${folder} is not empty, and nothing that twin-tui made: name a new folder with --out.`,
		);
}

/**
Writes a recipe, each file whole or not at all, for the owner's eyes only. What an earlier run put there and this one does
not is removed.
@throws the system's error
*/
export async function writeFolder(
	folder: string,
	files: readonly RecipeFile[],
): Promise<void> {
	const earlier = await readMarker(folder);
	const names = files.map(file => file.path);
	await writeMarker(folder, [...new Set([...earlier, ...names])]);
	for (const file of files)
		await writeFile(path.join(folder, file.path), file.content);
	for (const name of earlier)
		if (!names.includes(name)) await removeFile(path.join(folder, name));
	await writeMarker(folder, names);
}

const writeMarker = (folder: string, files: readonly string[]) =>
	writeFile(path.join(folder, marker), `${JSON.stringify({files})}\n`);

/** Names inside the folder only: the marker may have been changed. */
async function readMarker(folder: string): Promise<string[]> {
	try {
		const text = await readIfThere(path.join(folder, marker));
		const {files} = JSON.parse(text ?? '{}') as {files?: unknown};
		return Array.isArray(files)
			? files.filter(
					file =>
						typeof file === 'string' && /^(?:[\w-]+\/)?[\w.-]+$/.test(file),
				)
			: [];
	} catch {
		return [];
	}
}

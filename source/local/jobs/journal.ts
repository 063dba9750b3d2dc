import {appendLines, readIfThere} from '../../store/files.ts';

/** A file that only ever grows, one JSON value a line, so that a kill at any moment costs at most the line being written. */
export type Journal<T> = {
	append(items: readonly T[]): Promise<void>;
	/** In the order they were written; lines that a kill cut short are passed over. */
	read(): Promise<T[]>;
};

export const openJournal = <T>(file: string): Journal<T> => ({
	// The empty line ends one that an earlier kill or a full disk may have cut short.
	append: items =>
		appendLines(file, ['', ...items.map(item => JSON.stringify(item))]),
	async read() {
		const text = await readIfThere(file);
		return (text ?? '').split('\n').flatMap(line => parse<T>(line));
	},
});

function parse<T>(line: string): T[] {
	if (line === '') return [];
	try {
		return [JSON.parse(line) as T];
	} catch {
		return [];
	}
}

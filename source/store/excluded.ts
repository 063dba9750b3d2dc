import path from 'node:path';
import {appendLines, readIfThere} from './files.ts';
import type {Home} from './home.ts';

/** A past exchange that the owner wants out of the next data set. */
export type Excluded = {
	/** Tells it from all others. */
	key: string;
	/** Title of its chat; wall-clock times of its first message and of what came next in that chat. Null where not known. */
	chat: string | null;
	at: string | null;
	until: string | null;
	/** What was written, one message per line. */
	asked: string;
	reply: string;
};

export type ExcludeList = {
	all(): Promise<Excluded[]>;
	/** @throws the system's error, `ENOSPC` for a full disk among them */
	add(excluded: Excluded): Promise<void>;
	remove(key: string): Promise<void>;
};

/** The list of excluded exchanges in the home; only ever appended to. */
export function openExcluded({data}: Pick<Home, 'data'>): ExcludeList {
	const file = path.join(data, 'excluded.jsonl');
	return {
		async all() {
			const excluded = new Map<string, Excluded>();
			for (const line of ((await readIfThere(file)) ?? '').split('\n')) {
				const entry = parse(line);
				if (!entry) continue;
				if (entry.excluded) excluded.set(entry.key, entry.excluded);
				else excluded.delete(entry.key);
			}
			return [...excluded.values()];
		},
		add: excluded =>
			appendLines(file, [JSON.stringify({key: excluded.key, excluded})]),
		remove: key => appendLines(file, [JSON.stringify({key, excluded: null})]),
	};
}

function parse(line: string): {key: string; excluded: Excluded | null} | null {
	try {
		const entry = JSON.parse(line);
		return typeof entry.key === 'string' ? entry : null;
	} catch {
		// A kill tore it.
		return null;
	}
}

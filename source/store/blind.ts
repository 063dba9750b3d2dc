import path from 'node:path';
import type {BlindResult} from '../twin/blind/result.ts';
import {appendLines, readIfThere} from './files.ts';
import type {Home} from './home.ts';

/** A blind test that was taken: counts, and nothing of what was shown. */
export type KeptResult = BlindResult & {
	/** Id of the twin. */
	id: string;
	/** ISO 8601 in UTC. */
	at: string;
};

export type BlindResults = {
	/** Of a twin, oldest first. */
	of(id: string): Promise<KeptResult[]>;
	/** @throws the system's error, `ENOSPC` for a full disk among them */
	add(id: string, result: BlindResult, now?: Date): Promise<void>;
};

export function openBlindResults({data}: {data: Home['data']}): BlindResults {
	const file = path.join(data, 'blind-tests.jsonl');
	return {
		async of(id) {
			const lines = ((await readIfThere(file)) ?? '').split('\n');
			return lines.flatMap(line => {
				const result = parse(line);
				return result?.id === id ? [result] : [];
			});
		},
		add: (id, result, now = new Date()) =>
			appendLines(file, [
				JSON.stringify({id, at: now.toISOString(), ...result}),
			]),
	};
}

function parse(line: string): KeptResult | null {
	try {
		const result = JSON.parse(line) as KeptResult;
		return typeof result.picks === 'number' ? result : null;
	} catch {
		// A kill tore it.
		return null;
	}
}

import path from 'node:path';
import {appendLines, readIfThere} from './files.ts';
import type {Home} from './home.ts';

/** Which of two replies to the same turn was the better one. */
export type Pick = {
	twin: string;
	/** Id of whom it was compared with. */
	rival: string;
	better: 'twin' | 'rival' | 'neither';
};

/** How often which was better, by rival. */
export type Tally = Record<Pick['better'], number>;

export type Picks = {
	of(twin: string): Promise<Map<string, Tally>>;
	/** @throws the system's error, `ENOSPC` for a full disk among them */
	add(pick: Pick): Promise<void>;
};

export const noTally: Tally = {twin: 0, rival: 0, neither: 0};

/** What was picked in comparisons; only ever appended to. */
export function openPicks({data}: {data: Home['data']}): Picks {
	const file = path.join(data, 'comparisons.jsonl');
	return {
		async of(twin) {
			const tallies = new Map<string, Tally>();
			for (const line of ((await readIfThere(file)) ?? '').split('\n')) {
				const pick = parse(line);
				if (pick?.twin !== twin) continue;
				const tally = tallies.get(pick.rival) ?? noTally;
				tallies.set(pick.rival, {
					...tally,
					[pick.better]: tally[pick.better] + 1,
				});
			}
			return tallies;
		},
		add: pick => appendLines(file, [JSON.stringify(pick)]),
	};
}

function parse(line: string): Pick | null {
	try {
		const pick = JSON.parse(line) as Pick;
		return pick.better in noTally ? pick : null;
	} catch {
		// A kill tore it.
		return null;
	}
}

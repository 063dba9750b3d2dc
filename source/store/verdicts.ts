import path from 'node:path';
import {setImmediate as nextTick} from 'node:timers/promises';
import type {Verdict} from '../moderation/selection/settings.ts';
import {appendLines, readIfThere} from './files.ts';
import type {Home} from './home.ts';
import {hashOf} from './scores.ts';

/** What the owner decided about texts by hand, for all chats and runs: hashes, no texts. */
export type VerdictStore = {
	/** The decisions that stand about these texts, by text key. */
	known(texts: Iterable<string>): Promise<Map<string, Verdict>>;
	/** Keeps decisions by text; null takes one back. */
	add(verdicts: ReadonlyMap<string, Verdict | null>): Promise<void>;
};

/** Texts between two turns for the rest of the program: some milliseconds. */
const stride = 2000;

/**
Opens the decisions, `{"hash": …, "verdict": "keep" | "drop" | null}` a line; of a text the last one stands.
@throws the system's error, `ENOSPC` for a full disk among them.
*/
export function openVerdicts(home: Pick<Home, 'data'>): VerdictStore {
	const file = path.join(home.data, 'scores', 'by-hand.jsonl');
	return {
		async known(texts) {
			const verdicts = parse((await readIfThere(file)) ?? '');
			const found = new Map<string, Verdict>();
			if (verdicts.size === 0) return found;
			let seen = 0;
			for (const text of texts) {
				const verdict = verdicts.get(hashOf(text));
				if (verdict) found.set(text, verdict);
				if (++seen % stride === 0) await nextTick();
			}
			return found;
		},
		async add(verdicts) {
			const lines = Array.from(verdicts, ([text, verdict]) =>
				JSON.stringify({hash: hashOf(text), verdict}),
			);
			// An empty line first ends one that a kill tore, so that it spoils no other.
			if (lines.length > 0) await appendLines(file, ['', ...lines]);
		},
	};
}

function parse(content: string): Map<string, Verdict | null> {
	const verdicts = new Map<string, Verdict | null>();
	for (const line of content.split('\n')) {
		try {
			const {hash, verdict} = JSON.parse(line);
			if (typeof hash === 'string' && isVerdict(verdict))
				verdicts.set(hash, verdict);
		} catch {
			// Empty, or torn.
		}
	}
	return verdicts;
}

const isVerdict = (value: unknown): value is Verdict | null =>
	value === null || value === 'keep' || value === 'drop';

import {createHash} from 'node:crypto';
import path from 'node:path';
import {setImmediate as nextTick} from 'node:timers/promises';
import {textKey} from '../moderation/selection/texts.ts';
import {categories, type Scores} from '../moderation/types.ts';
import {appendLines, readIfThere} from './files.ts';
import type {Home} from './home.ts';
import {log} from './log.ts';

/** Scores of one scorer, for all chats and runs: hashes and numbers, no texts. */
export type ScoreStore = {
	/** What is kept of these texts, by text key; nothing where the file cannot be read. */
	known(texts: Iterable<string>): Promise<Map<string, Scores>>;
	/**
	Keeps scores by text (key); four decimals are kept. A disk that is full or read-only is noted in the log: scores save
	time, and a moderation that has them goes on without keeping them.
	*/
	add(scores: ReadonlyMap<string, Scores>): Promise<void>;
};

/** Texts and lines between two turns for the rest of the program: some milliseconds. */
const stride = 2000;

/**
Opens the scores that one scorer gave; `scorer` names provider and model, such
as 'local-lexicon', since scores of two scorers must not be mixed. The file has
one line per text, `{"hash": …, "scores": […]}`, and is only ever appended to:
a kill costs at most the line being written, which is then passed over. Never
throws.
*/
export function openScores(
	home: Pick<Home, 'data'>,
	scorer: string,
): ScoreStore {
	const name = `${scorer.replaceAll(/[^\w.-]/g, '_')}.jsonl`;
	const file = path.join(home.data, 'scores', name);
	return {
		async known(texts) {
			const keys = new Map<string, string>();
			for (const text of texts) {
				keys.set(hashOf(text), textKey(text));
				if (keys.size % stride === 0) await nextTick();
			}
			const found = new Map<string, Scores>();
			let read = 0;
			for (const line of (await readKept(file)).split('\n')) {
				if (++read % stride === 0) await nextTick();
				const entry = parseEntry(line);
				const key = entry ? keys.get(entry.hash) : undefined;
				if (entry && key !== undefined) found.set(key, entry.scores);
			}
			return found;
		},
		async add(scores) {
			if (scores.size === 0) return;
			const lines = Array.from(scores, ([text, scores]) =>
				JSON.stringify({hash: hashOf(text), scores: scores.map(round)}),
			);
			try {
				await appendLines(file, lines);
			} catch (error) {
				log('scores were not kept', error);
			}
		},
	};
}

async function readKept(file: string): Promise<string> {
	try {
		return (await readIfThere(file)) ?? '';
	} catch (error) {
		log('kept scores cannot be read', error);
		return '';
	}
}

/** The first 128 bits of the SHA-256 of a text's key: enough that no two texts meet. */
export const hashOf = (text: string): string =>
	createHash('sha256')
		.update(textKey(text))
		.digest()
		.subarray(0, 16)
		.toString('base64url');

const round = (score: number): number => Math.round(score * 10_000) / 10_000;

function parseEntry(line: string): {hash: string; scores: Scores} | null {
	if (!line) return null;
	try {
		const {hash, scores} = JSON.parse(line);
		return typeof hash === 'string' && areScores(scores)
			? {hash, scores}
			: null;
	} catch {
		return null;
	}
}

const areScores = (value: unknown): value is Scores =>
	Array.isArray(value) &&
	(value.length === categories.length ||
		value.length === categories.length + 1) &&
	value.every(score => typeof score === 'number' && score >= 0 && score <= 1);

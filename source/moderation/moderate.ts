import {setImmediate as nextTick} from 'node:timers/promises';
import type {ScoreStore} from '../store/scores.ts';
import {type ScanOptions, scanTexts} from './scan.ts';
import {textKey} from './selection/texts.ts';
import type {ScanEvent, Scores} from './types.ts';

export type ModerateOptions = Omit<ScanOptions, 'known'> & {
	/** Of this provider and model (`openScores`). */
	scores: ScoreStore;
};

/**
Scores texts as `scanTexts` does, but asks only for what the store does not
have, and keeps each answer before it tells of it: a second run, or one that
goes on after a kill, asks for nothing twice but the batch in flight.
@throws as `scanTexts`.
*/
export async function* moderate(
	texts: Iterable<string>,
	{scores: store, ...options}: ModerateOptions,
	signal: AbortSignal,
): AsyncGenerator<ScanEvent> {
	const keys = await keysOf(texts, signal);
	const known = await store.known(keys);
	for await (const event of scanTexts(keys, {...options, known}, signal)) {
		if (event.type === 'scored') await store.add(without(event.scores, known));
		yield event;
	}
}

/** Texts between two turns for the rest of the program: some milliseconds. */
const stride = 2000;

async function keysOf(
	texts: Iterable<string>,
	signal: AbortSignal,
): Promise<Set<string>> {
	const keys = new Set<string>();
	let seen = 0;
	for (const text of texts) {
		keys.add(textKey(text));
		if (++seen % stride > 0) continue;
		await nextTick();
		signal.throwIfAborted();
	}
	return keys;
}

function without(
	scores: ReadonlyMap<string, Scores>,
	known: ReadonlyMap<string, Scores>,
): Map<string, Scores> {
	return new Map([...scores].filter(([text]) => !known.has(text)));
}

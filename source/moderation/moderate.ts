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
	const keys = new Set([...texts].map(textKey));
	const known = await store.known(keys);
	for await (const event of scanTexts(keys, {...options, known}, signal)) {
		if (event.type === 'scored') await store.add(without(event.scores, known));
		yield event;
	}
}

function without(
	scores: ReadonlyMap<string, Scores>,
	known: ReadonlyMap<string, Scores>,
): Map<string, Scores> {
	return new Map([...scores].filter(([text]) => !known.has(text)));
}

import {stat} from 'node:fs/promises';
import {setImmediate as nextTick} from 'node:timers/promises';
import type {ReadEvent} from './events.ts';
import {readFileAt} from './read-file.ts';
import {sentences} from './sentences.ts';

/**
 * Why files of a folder that are called like exports are none: for each the sentence that it would get if it were named
 * alone. What is no file, as a pipe, is passed over: it would be waited for.
 * @throws the signal's reason when it is aborted.
 */
export async function* whyLeftOut(
	others: readonly string[],
	signal: AbortSignal,
): AsyncGenerator<Extract<ReadEvent, {type: 'unreadable'}>> {
	for (const file of others) {
		signal.throwIfAborted();
		await nextTick();
		const info = await stat(file).catch(() => null);
		if (info && !info.isFile()) continue;
		const result = await readFileAt(file, {}, signal);
		const error = 'error' in result ? result.error : sentences.lateExport;
		yield {type: 'unreadable', file, error};
	}
}

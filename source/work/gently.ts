import {setImmediate as nextTick} from 'node:timers/promises';
import type {Chat} from '../chats/message.ts';
import type {ChatTable} from '../dataset/columns.ts';
import {type Judges, tabulateInSteps} from '../dataset/table.ts';

/** Messages that are put into tables before the event loop gets its turn: a few milliseconds. */
const step = 2000;

/** A chat's table, made while keys are answered. */
export const tabulateGently = (
	chat: Chat,
	judges: Judges,
): Promise<ChatTable> => gently(tabulateInSteps(chat, judges, step));

/**
Goes through work that pauses, with a turn for the rest of the program at each pause.
@throws the signal's reason after an abort
*/
export async function gently<Result>(
	steps: Generator<void, Result>,
	signal?: AbortSignal,
): Promise<Result> {
	for (;;) {
		const one = steps.next();
		if (one.done) return one.value;
		await nextTick();
		signal?.throwIfAborted();
	}
}

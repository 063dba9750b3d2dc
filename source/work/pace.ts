import {setTimeout} from 'node:timers/promises';
import {isStill} from '../motion.ts';

/** Milliseconds between two looks at what comes in: about 30 frames a second, or a part of it now and then where nothing shall move. */
export const frame = () => (isStill() ? 2000 : 33);

/**
What comes within so many milliseconds, joined: a screen has no use for more than a frame's worth at a time.
What the source throws is thrown once everything before it was given.
*/
export async function* paced<T>(
	source: AsyncIterator<T>,
	join: (items: readonly T[]) => readonly T[],
	milliseconds: number,
): AsyncGenerator<T> {
	let next = quiet(source.next());
	for (;;) {
		const first = await next;
		if (first.done) return;
		const items = [first.value];
		const deadline = setTimeout(milliseconds, null);
		let end: {error?: unknown} | null = null;
		while (!end) {
			next = quiet(source.next());
			try {
				const result = await Promise.race([next, deadline]);
				if (result === null) break;
				if (result.done) end = {};
				else items.push(result.value);
			} catch (error) {
				end = {error};
			}
		}
		yield* join(items);
		if (end && 'error' in end) throw end.error;
		if (end) return;
	}
}

/** A promise whose failure is told where it is waited for, and is nobody's business where it is not. */
function quiet<T>(promise: Promise<T>): Promise<T> {
	promise.catch(() => undefined);
	return promise;
}

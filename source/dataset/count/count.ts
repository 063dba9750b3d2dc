import {once} from 'node:events';
import {setImmediate} from 'node:timers/promises';
import {Worker} from 'node:worker_threads';
import {textHash} from '../text-hash.ts';
import {loadTokenizer, tokensOf} from '../tokens.ts';
import type {Example} from '../types.ts';

/** Counts tokens, and remembers those of every text for its own life. */
export type TokenCounter = {
	/**
	Tokens of each example, before the limit of OpenAI's billing (`billable`).
	@throws the signal's reason after an abort
	*/
	perExample(
		examples: readonly Example[],
		signal: AbortSignal,
	): Promise<number[]>;
};

/** Characters that are counted in this thread: fewer than 0.1 s of work, about what it takes to start another one. */
const fewCharacters = 400_000;

/** The bundle of `count-worker.ts`; a worker cannot run TypeScript, so from source it is the one in dist/. */
const workerURL = new URL(
	import.meta.url.endsWith('.ts')
		? '../../../dist/count-worker.js'
		: './count-worker.js',
	import.meta.url,
);

/** Examples, or texts for the other thread, after which the screen gets a turn. */
const step = 1000;

/** @param few characters from which on another thread counts */
export function openTokenCounter(few = fewCharacters): TokenCounter {
	const known = new Map<number, number>();
	return {
		async perExample(examples, signal) {
			signal.throwIfAborted();
			/** Of every entry, in order. */
			const keys: number[] = [];
			const unknown = new Map<number, string>();
			let characters = 0;
			for await (const part of inParts(examples, signal))
				for (const {messages} of part)
					for (const {content} of messages) {
						const key = textHash(content);
						keys.push(key);
						if (known.has(key) || unknown.has(key)) continue;
						unknown.set(key, content);
						characters += content.length;
					}
			const texts = [...unknown.values()];
			const counts =
				characters < few
					? await countHere(texts)
					: await countInThread(texts, signal);
			let at = 0;
			for await (const part of inParts([...unknown.keys()], signal))
				for (const key of part) known.set(key, counts[at++] ?? 0);
			const tokens: number[] = [];
			let entry = 0;
			for await (const part of inParts(examples, signal))
				for (const example of part)
					tokens.push(
						tokensOf(example, () => known.get(keys[entry++] ?? 0) ?? 0),
					);
			return tokens;
		},
	};
}

/** All, with a turn for the rest of the program in between. @throws the signal's reason after an abort */
async function* inParts<Item>(
	items: readonly Item[],
	signal: AbortSignal,
): AsyncGenerator<readonly Item[]> {
	for (let from = 0; from < items.length; from += step) {
		if (from > 0) await setImmediate();
		signal.throwIfAborted();
		yield items.slice(from, from + step);
	}
}

async function countHere(texts: readonly string[]): Promise<number[]> {
	if (texts.length === 0) return [];
	const count = await loadTokenizer();
	return texts.map(text => count(text));
}

/** @throws the signal's reason after an abort, and what the thread throws */
async function countInThread(
	texts: readonly string[],
	signal: AbortSignal,
): Promise<number[]> {
	if (texts.length === 0) return [];
	const worker = new Worker(workerURL);
	const counts: number[] = [];
	try {
		// A part at a time, since what is handed over is copied in this thread.
		for (let from = 0; from < texts.length; from += step) {
			worker.postMessage(texts.slice(from, from + step));
			const [part] = await once(worker, 'message', {signal});
			counts.push(...(part as Uint32Array));
		}
		return counts;
	} catch (error) {
		signal.throwIfAborted();
		throw error;
	} finally {
		await worker.terminate();
	}
}

import {on} from 'node:events';
import {setImmediate} from 'node:timers/promises';
import {Worker} from 'node:worker_threads';
import {textHash} from '../text-hash.ts';
import {loadTokenizer, tokensOf} from '../tokens.ts';
import type {Example} from '../types.ts';

/** Counts tokens, and remembers those of every text for its own life. */
export type TokenCounter = {
	/**
	Tokens of each text.
	@throws the signal's reason after an abort, and what the other thread throws
	*/
	perText(texts: readonly string[], signal: AbortSignal): Promise<number[]>;
	/**
	Tokens of each example, before the limit of OpenAI's billing (`billable`).
	@throws the signal's reason after an abort, and what the other thread throws
	*/
	perExample(
		examples: readonly Example[],
		signal: AbortSignal,
	): Promise<number[]>;
	/** Ends the other thread. */
	close(): Promise<unknown>;
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
	const thread = createThread();
	/** Counts what is new among these. */
	const learn = async (
		unknown: ReadonlyMap<number, string>,
		characters: number,
		signal: AbortSignal,
	) => {
		const texts = [...unknown.values()];
		const counts =
			characters < few
				? await countHere(texts)
				: await thread.count(texts, signal);
		let at = 0;
		for await (const part of inParts([...unknown.keys()], signal))
			for (const key of part) known.set(key, counts[at++] ?? 0);
	};
	const keysOf = async (
		parts: AsyncIterable<readonly string[]>,
		signal: AbortSignal,
	): Promise<number[]> => {
		const keys: number[] = [];
		const unknown = new Map<number, string>();
		let characters = 0;
		for await (const part of parts)
			for (const text of part) {
				const key = textHash(text);
				keys.push(key);
				if (known.has(key) || unknown.has(key)) continue;
				unknown.set(key, text);
				characters += text.length;
			}
		await learn(unknown, characters, signal);
		return keys;
	};
	return {
		async perText(texts, signal) {
			signal.throwIfAborted();
			const keys = await keysOf(inParts(texts, signal), signal);
			return keys.map(key => known.get(key) ?? 0);
		},
		async perExample(examples, signal) {
			signal.throwIfAborted();
			/** Of every entry, in order. */
			const keys = await keysOf(contents(examples, signal), signal);
			const tokens: number[] = [];
			let entry = 0;
			for await (const part of inParts(examples, signal))
				for (const example of part)
					tokens.push(
						tokensOf(example, () => known.get(keys[entry++] ?? 0) ?? 0),
					);
			return tokens;
		},
		close: thread.close,
	};
}

async function* contents(examples: readonly Example[], signal: AbortSignal) {
	for await (const part of inParts(examples, signal))
		yield part.flatMap(({messages}) => messages.map(({content}) => content));
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

/** What the thread is asked, and what it answers; the number tells which answer is to which question. */
export type ToCount = {number: number; texts: readonly string[]};
export type Counted = {number: number; counts: Uint32Array};

/** A thread that has the vocabulary: begun when it is first needed, then kept. Only while it counts does it keep the program alive. */
function createThread() {
	let worker: Worker | null = null;
	let questions = 0;
	let waiting = 0;
	const close = async () => {
		const last = worker;
		worker = null;
		await last?.terminate();
	};
	const ask = async (
		thread: Worker,
		texts: readonly string[],
		signal: AbortSignal,
	): Promise<Uint32Array> => {
		const number = questions++;
		thread.postMessage({number, texts} satisfies ToCount);
		// Answers to earlier questions are nobody's: those were given up.
		for await (const [answer] of on(thread, 'message', {signal}))
			if ((answer as Counted).number === number) return answer.counts;
		throw new Error('The thread ended without an answer.');
	};
	return {
		/** @throws the signal's reason after an abort, and what the thread throws */
		async count(texts: readonly string[], signal: AbortSignal) {
			if (texts.length === 0) return [];
			worker ??= new Worker(workerURL);
			const thread = worker;
			if (waiting++ === 0) thread.ref();
			const counts: number[] = [];
			try {
				// A part at a time, since what is handed over is copied in this thread.
				for (let from = 0; from < texts.length; from += step) {
					const part = texts.slice(from, from + step);
					counts.push(...(await ask(thread, part, signal)));
				}
				return counts;
			} catch (error) {
				// Whoever gave up is followed by others soon: loading the vocabulary again would cost more than the part that is counted for nobody.
				signal.throwIfAborted();
				await close();
				throw error;
			} finally {
				if (--waiting === 0) thread.unref();
			}
		},
		close,
	};
}

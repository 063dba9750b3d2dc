import {once} from 'node:events';
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

/** @param few characters from which on another thread counts */
export function openTokenCounter(few = fewCharacters): TokenCounter {
	const known = new Map<number, number>();
	return {
		async perExample(examples, signal) {
			signal.throwIfAborted();
			const {texts, characters} = unknownTexts(examples, known);
			const all = [...texts.values()];
			const counts =
				all.length === 0
					? []
					: characters < few
						? await countHere(all)
						: await countInThread(all, signal);
			let at = 0;
			for (const key of texts.keys()) known.set(key, counts[at++] ?? 0);
			return examples.map(example =>
				tokensOf(example, text => known.get(textHash(text)) ?? 0),
			);
		},
	};
}

/** Each text whose tokens are not known yet, once. */
function unknownTexts(
	examples: readonly Example[],
	known: ReadonlyMap<number, number>,
): {texts: Map<number, string>; characters: number} {
	const texts = new Map<number, string>();
	let characters = 0;
	for (const {messages} of examples)
		for (const {content} of messages) {
			const key = textHash(content);
			if (known.has(key) || texts.has(key)) continue;
			texts.set(key, content);
			characters += content.length;
		}
	return {texts, characters};
}

async function countHere(texts: readonly string[]): Promise<number[]> {
	const count = await loadTokenizer();
	return texts.map(text => count(text));
}

/** @throws the signal's reason after an abort, and what the thread throws */
async function countInThread(
	texts: readonly string[],
	signal: AbortSignal,
): Promise<Uint32Array> {
	const worker = new Worker(workerURL, {workerData: texts});
	try {
		const [counts] = await once(worker, 'message', {signal});
		return counts;
	} catch (error) {
		signal.throwIfAborted();
		throw error;
	} finally {
		await worker.terminate();
	}
}

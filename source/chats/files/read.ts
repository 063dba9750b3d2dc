import {stat} from 'node:fs/promises';
import {setImmediate as nextTick} from 'node:timers/promises';
import type {ReadEvent} from './events.ts';
import {findTargets, type Target} from './find.ts';
import {type FileResult, type ReadOptions, readFileAt} from './read-file.ts';
import {type Found, settled} from './settle.ts';
import {type Readers, startThreads} from './threads.ts';

/** Bytes that are read here sooner than threads have started for them. */
const SMALL = 1024 * 1024;

/** Files that are read ahead of the one that is waited for, for each thread. */
const AHEAD = 2;

/** `screen: false` where nothing is drawn meanwhile: one file is then read here, which needs the least memory. */
export type ReadExportsOptions = ReadOptions & {screen?: boolean};

/**
 * Finds and reads exports: .txt, .zip and folders, in worker threads unless they are small. One event names the files,
 * then one follows per chat or unreadable file, in the order given. A chat whose order of day and month nothing in it
 * decides waits until the others are read, which may.
 * @throws the signal's reason when it is aborted.
 */
export async function* readExports(
	paths: string[],
	signal: AbortSignal,
	{screen = true, ...options}: ReadExportsOptions = {},
): AsyncGenerator<ReadEvent> {
	const {targets, others} = await findTargets(paths, signal);
	const files = targets
		.filter(each => !('error' in each))
		.map(({file}) => file);
	yield {type: 'found', files, others};
	const readers =
		(screen || files.length > 1) && (await sizeOf(files)) > SMALL
			? startThreads(files.length)
			: readHere(signal);
	const stop = () => void readers.close();
	signal.addEventListener('abort', stop, {once: true});
	try {
		yield* settled(inOrder(targets, options, readers, signal), readers);
		signal.throwIfAborted();
	} finally {
		signal.removeEventListener('abort', stop);
		await readers.close();
	}
}

/** Reads one file after the other in this thread; in between the event loop gets its turn. */
function readHere(signal: AbortSignal): Readers {
	return {
		count: 1,
		async read(file, options) {
			await nextTick();
			signal.throwIfAborted();
			return readFileAt(file, options, signal);
		},
		close: async () => {},
	};
}

async function sizeOf(files: readonly string[]): Promise<number> {
	const infos = await Promise.all(
		files.map(file => stat(file).catch(() => null)),
	);
	return infos.reduce((sum, info) => sum + (info?.size ?? 0), 0);
}

/** What came of each target, in order, however the threads finish. */
async function* inOrder(
	targets: readonly Target[],
	options: ReadOptions,
	readers: Readers,
	signal: AbortSignal,
): AsyncGenerator<Found> {
	const ahead = readers.count === 1 ? 1 : readers.count * AHEAD;
	const reading: Promise<FileResult>[] = [];
	for (let at = 0; at < targets.length; at++) {
		while (reading.length < ahead && at + reading.length < targets.length) {
			const {file, ...failed} = targets[at + reading.length] as Target;
			reading.push(
				'error' in failed
					? Promise.resolve(failed as FileResult)
					: readers.read(file, options),
			);
		}
		const {file: target} = targets[at] as Target;
		const result = await (reading.shift() as Promise<FileResult>);
		signal.throwIfAborted();
		if ('error' in result) {
			const {error} = result;
			yield {event: {type: 'unreadable', file: target, error}, target};
		} else
			for (const chat of result.chats)
				yield {event: {type: 'chat', chat}, target};
	}
}

import {parentPort} from 'node:worker_threads';
import {buffersOf, type PackedChat, pack} from './pack.ts';
import {type FileResult, type ReadOptions, readFileAt} from './read-file.ts';

/** What a reading thread is asked, one file at a time, and what it answers. */
export type Request = {file: string; options: ReadOptions};
export type Answer = {chats: PackedChat[]} | {error: string};

// Nothing aborts inside the thread: who no longer wants an answer ends the thread.
const {signal} = new AbortController();

parentPort?.on('message', async ({file, options}: Request) => {
	const result: FileResult = await readFileAt(file, options, signal);
	if ('error' in result) {
		parentPort?.postMessage(result satisfies Answer);
		return;
	}
	const chats = result.chats.map(pack);
	parentPort?.postMessage(
		{chats} satisfies Answer,
		chats.flatMap(chat => buffersOf(chat)),
	);
});

import {availableParallelism} from 'node:os';
import {Worker} from 'node:worker_threads';
import {unpack} from './pack.ts';
import type {FileResult, ReadOptions} from './read-file.ts';
import type {Answer, Request} from './read-worker.ts';
import {sentences} from './sentences.ts';

/** Threads at most; one core is left to whoever draws the screen. */
const MOST = 4;

/** The bundle of `read-worker.ts`; a worker cannot run TypeScript, so from source it is the one in dist/. */
const workerURL = new URL(
	import.meta.url.endsWith('.ts')
		? '../../../dist/read-worker.js'
		: './read-worker.js',
	import.meta.url,
);

/** Whoever reads files: this thread, or several others. */
export type Readers = {
	/** How many files are read at the same time. */
	count: number;
	read(file: string, options: ReadOptions): Promise<FileResult>;
	/** Ends what was started; what is still being read comes to nothing. */
	close(): Promise<void>;
};

/** Starts threads, at most one for each file. They keep the program alive only while they read. */
export function startThreads(files: number): Readers {
	const count = Math.min(MOST, Math.max(1, availableParallelism() - 1), files);
	const idle: Worker[] = [];
	const all = new Set<Worker>();
	const waiting: (() => void)[] = [];
	let closed = false;
	return {
		count,
		async read(file, options) {
			while (idle.length === 0 && all.size >= count)
				await new Promise<void>(resolve => waiting.push(resolve));
			if (closed) return {error: sentences.tooMuch};
			const worker = idle.pop() ?? new Worker(workerURL);
			all.add(worker);
			const answer = await ask(worker, {file, options});
			if (answer) idle.push(worker);
			else all.delete(worker);
			waiting.shift()?.();
			if (!answer) return {error: sentences.tooMuch};
			if ('error' in answer) return answer;
			return {chats: answer.chats.map(unpack)};
		},
		async close() {
			closed = true;
			await Promise.all([...all].map(worker => worker.terminate()));
		},
	};
}

/** The thread's answer; null where it ended without one, most likely for want of memory. */
function ask(worker: Worker, request: Request): Promise<Answer | null> {
	return new Promise(resolve => {
		const done = (answer: Answer | null) => {
			worker.off('message', done).off('exit', ended);
			worker.unref();
			resolve(answer);
		};
		const ended = () => done(null);
		worker.on('message', done).on('exit', ended);
		if (worker.listenerCount('error') === 0) worker.on('error', () => {});
		worker.ref();
		worker.postMessage(request);
	});
}

import {Worker} from 'node:worker_threads';
import type {EngineEvent, Hyperparameters} from './engine/types.ts';

/** Everything that a training needs, as plain data; the same input and seed give the same events. */
export type TrainingInput = {
	/** The content of the uploaded JSONL file; the thread takes it over. */
	training: Uint8Array<ArrayBuffer>;
	validation: Uint8Array<ArrayBuffer> | null;
	hyperparameters: Hyperparameters;
	/** Wall-clock time for the network; null for automatic, 0 for no network. */
	minutes: number | null;
	seed: number;
	/** What an earlier run of the same training saved last. */
	saved: Uint8Array | null;
};

export type Train = (
	input: TrainingInput,
	signal: AbortSignal,
) => AsyncIterable<EngineEvent>;

/** The bundle of `training-worker.ts`; a worker cannot run TypeScript, so from source it is the one in dist/. */
const workerURL = new URL(
	import.meta.url.endsWith('.ts')
		? '../../dist/training-worker.js'
		: './training-worker.js',
	import.meta.url,
);

/**
Trains in a worker thread, which ends with the loop over its events. The thread does not keep the program alive.
@throws what the training throws; Error where the thread ends early.
*/
export async function* trainInThread(
	input: TrainingInput,
	signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
	const arrived: EngineEvent[] = [];
	let end: {error: Error | null} | undefined;
	let wake = () => {};
	const worker = new Worker(workerURL);
	worker.unref();
	const finish = (error: Error | null) => {
		end ??= {error};
		wake();
	};
	worker.on('message', (event: EngineEvent) => {
		arrived.push(event);
		wake();
	});
	worker.on('error', finish);
	worker.on('exit', () => finish(null));
	const {training, validation} = input;
	worker.postMessage(
		input,
		[training, ...(validation ? [validation] : [])].map(({buffer}) => buffer),
	);
	const stop = () => finish(signal.reason as Error);
	signal.addEventListener('abort', stop);
	try {
		if (signal.aborted) stop();
		while (!signal.aborted && (arrived.length > 0 || !end)) {
			const event = arrived.shift();
			if (event) yield event;
			else
				await new Promise<void>(resolve => {
					wake = resolve;
				});
		}
		if (end?.error) throw end.error;
	} finally {
		signal.removeEventListener('abort', stop);
		await worker.terminate();
	}
}

/** Lets the event loop run (keys, streams, an abort), then goes on unless `signal` was aborted: then it throws the signal's reason. */
export async function pause(signal?: AbortSignal): Promise<void> {
	await new Promise<void>(resolve => setImmediate(resolve));
	signal?.throwIfAborted();
}

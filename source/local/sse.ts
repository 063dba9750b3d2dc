type Options = {
	/** The reader has gone away. */
	onCancel: () => void;
	/** Turns what was thrown into the last event. */
	onError: (error: unknown) => Promise<object>;
};

/**
Values as server-sent events, each taken when the reader wants the next; ends with OpenAI's `[DONE]`.
An abort breaks the stream at once, as that of a real connection would.
*/
export function toEventStream(
	values: AsyncGenerator<object>,
	signal: AbortSignal,
	{onCancel, onError}: Options,
): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	const encode = (data: string) => encoder.encode(`data: ${data}\n\n`);
	return new ReadableStream<Uint8Array>({
		start(controller) {
			const stop = () => {
				// The generator may be in the middle of a step; it ends by the same signal.
				void values.return(undefined).catch(() => undefined);
				try {
					controller.error(signal.reason);
				} catch {
					// Closed before.
				}
			};
			if (signal.aborted) stop();
			else signal.addEventListener('abort', stop, {once: true});
		},
		async pull(controller) {
			try {
				const {value, done} = await values.next();
				if (signal.aborted) return;
				controller.enqueue(encode(done ? '[DONE]' : JSON.stringify(value)));
				if (done) controller.close();
			} catch (error) {
				if (signal.aborted) return;
				controller.enqueue(encode(JSON.stringify(await onError(error))));
				controller.close();
			}
		},
		cancel() {
			onCancel();
		},
	});
}

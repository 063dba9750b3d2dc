type Options = {
	/** The reader has gone away, so nothing more is to be made. */
	onCancel: () => void;
	/** Turns what was thrown into the last event. */
	onError: (error: unknown) => Promise<object>;
};

/** Values as server-sent events, each made when the reader wants it; ends with OpenAI's `[DONE]`. */
export function toEventStream(
	values: AsyncGenerator<object>,
	{onCancel, onError}: Options,
): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	const encode = (data: string) => encoder.encode(`data: ${data}\n\n`);
	let left = false;
	return new ReadableStream<Uint8Array>({
		async pull(controller) {
			try {
				const {value, done} = await values.next();
				if (left) return;
				controller.enqueue(encode(done ? '[DONE]' : JSON.stringify(value)));
				if (done) controller.close();
			} catch (error) {
				if (left) return;
				controller.enqueue(encode(JSON.stringify(await onError(error))));
				controller.close();
			}
		},
		async cancel() {
			left = true;
			onCancel();
			// A generator that is not in the middle of a step does not hear of the abort.
			await values.return(undefined).catch(() => undefined);
		},
	});
}

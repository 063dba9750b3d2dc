/** Bytes that no answer of a provider has: a data set that is read back is a tenth of it. */
const most = 64 * 1024 * 1024;

/** Of a stream: a reply of 500 tokens has 200 kB, and reading a line that does not end takes longer the longer it is. */
const mostStreamed = 8 * 1024 * 1024;

/** Thrown into the reading of an answer that does not end. */
class TooLong extends Error {
	override name = 'TooLong';
	constructor() {
		super('The answer does not end: it was cut off.');
	}
}

/** `fetch`, whose answers end: one that is larger than any provider's is broken off before it fills the memory. */
export const limitedFetch =
	(fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
	async (input, init) => {
		const response = await fetch(input, init);
		if (!response.body) return response;
		const isStream = response.headers
			.get('content-type')
			?.startsWith('text/event-stream');
		let room = isStream ? mostStreamed : most;
		const limit = new TransformStream<Uint8Array, Uint8Array>({
			transform(part, controller) {
				room -= part.byteLength;
				if (room < 0) controller.error(new TooLong());
				else controller.enqueue(part);
			},
		});
		const {status, statusText, headers} = response;
		return new Response(response.body.pipeThrough(limit), {
			status,
			statusText,
			headers,
		});
	};

/** Bytes that no answer of a provider has: a data set that is read back is a tenth of it. */
const most = 64 * 1024 * 1024;

/** Thrown into the reading of an answer that does not end. */
export class TooLong extends Error {
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
		let size = 0;
		const limit = new TransformStream<Uint8Array, Uint8Array>({
			transform(part, controller) {
				size += part.byteLength;
				if (size > most) controller.error(new TooLong());
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

import {createLocalApp, type LocalOptions} from './app.ts';

/**
The embedded provider as the `fetch` of the openai package; its base URL is `http://twin.invalid/v1`, for nothing leaves the process.
A signal that is aborted rejects the request, or breaks the body of the response, and ends the generation behind it.
`close` stops what is training, to go on in the next program.
*/
export function createLocalFetch(options: LocalOptions): {
	fetch: typeof globalThis.fetch;
	close(): Promise<void>;
} {
	const {app, close} = createLocalApp(options);
	return {
		async fetch(input, init) {
			const request = new Request(input, init);
			const {signal} = request;
			signal.throwIfAborted();
			const aborted = new Promise<never>((_, reject) => {
				signal.addEventListener('abort', () => reject(signal.reason), {
					once: true,
				});
			});
			const response = await Promise.race([app.fetch(request), aborted]);
			// Nobody but this passes the abort on to a body that is being read.
			const body = response.body?.pipeThrough(new TransformStream(), {signal});
			return new Response(body ?? null, response);
		},
		close,
	};
}

import {AsyncLocalStorage} from 'node:async_hooks';

/** Is told how much of an upload has been handed to the network, 0 to 1. */
export type Sent = (share: number) => void;

const listener = new AsyncLocalStorage<Sent>();

/** Makes a request whose upload is told of, piece by piece, where its client was made with `tellUploads`. */
export const tellingSent = <T>(sent: Sent, request: () => T): T =>
	listener.run(sent, request);

/** Bytes of a piece. */
const step = 65_536;

/** A `fetch` that sends forms in pieces and tells how far it is; with a length, since some servers insist on one. */
export function tellUploads(
	fetch: typeof globalThis.fetch,
): typeof globalThis.fetch {
	return async (input, init) => {
		const sent = listener.getStore();
		if (!sent || !(init?.body instanceof FormData)) return fetch(input, init);
		const whole = new Response(init.body);
		const bytes = new Uint8Array(await whole.arrayBuffer());
		const headers = new Headers(init.headers);
		headers.set('content-type', whole.headers.get('content-type') ?? '');
		headers.set('content-length', String(bytes.length));
		const pieces = inPieces(bytes, sent);
		const request = {...init, headers, body: pieces, duplex: 'half'};
		return fetch(input, request as RequestInit);
	};
}

function inPieces(bytes: Uint8Array, sent: Sent): ReadableStream<Uint8Array> {
	let at = 0;
	return new ReadableStream({
		pull(controller) {
			if (at >= bytes.length) return controller.close();
			controller.enqueue(bytes.subarray(at, at + step));
			at = Math.min(at + step, bytes.length);
			sent(at / bytes.length);
		},
	});
}

import {networkError} from './faults.ts';

/** A streamed reply, and what becomes of it behind its words. */
export type ChatScript = {
	words: string[];
	end?:
		| 'finish'
		/** The connection breaks. */
		| 'cut'
		/** The other side closes as if all had been said. */
		| 'close'
		/** An error within the stream. */
		| 'error'
		/** Nothing more comes until the client gives up. */
		| 'wait';
};

export function chatStream(
	{words, end = 'finish'}: ChatScript,
	signal: AbortSignal,
): Response {
	const encoder = new TextEncoder();
	const chunk = (delta: object, reason: string | null = null) =>
		event({
			id: 'chatcmpl-1',
			object: 'chat.completion.chunk',
			created: 1,
			model: 'test',
			choices: [{index: 0, delta, finish_reason: reason, logprobs: null}],
		});
	const event = (data: object | string) =>
		encoder.encode(
			`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`,
		);
	const rest: Record<NonNullable<ChatScript['end']>, () => Uint8Array[]> = {
		finish: () => [chunk({}, 'stop'), event('[DONE]')],
		close: () => [],
		cut: () => [],
		wait: () => [],
		error: () => [
			event({
				error: {
					message: 'Overloaded.',
					type: 'server_error',
					code: null,
					param: null,
				},
			}),
		],
	};
	const chunks = [...words.map(content => chunk({content})), ...rest[end]()];
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const next = chunks.shift();
			if (next) return controller.enqueue(next);
			if (end === 'wait')
				await new Promise<void>(resolve => {
					signal.addEventListener('abort', () => resolve(), {once: true});
				});
			if (end === 'cut' || signal.aborted) controller.error(networkError());
			else controller.close();
		},
	});
	return new Response(body, {headers: {'content-type': 'text/event-stream'}});
}

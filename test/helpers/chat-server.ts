import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';
import {onTestFinished} from 'vitest';

/** What a client asked. */
export type Asked = {
	model: string;
	messages: {role: string; content: string}[];
	[name: string]: unknown;
};

/**
A server of the owner's own (Ollama, llama.cpp, vLLM…) that streams what `answer` gives, in pieces; it is gone after the test.
@param answer pieces of the reply, as they come; null waits until the client gives up
*/
export async function chatServer(
	answer: (asked: Asked) => Iterable<string> | AsyncIterable<string> | null,
) {
	const asked: Asked[] = [];
	/** Requests that their clients gave up. */
	let left = 0;
	const server = createServer(async (request, response) => {
		const body = JSON.parse(await text(request)) as Asked;
		asked.push(body);
		const pieces = answer(body);
		const say = (content: string, finish_reason: string | null = null) => {
			const choices = [{index: 0, delta: {content}, finish_reason}];
			response.write(`data: ${JSON.stringify({choices})}\n\n`);
		};
		response.on('close', () => {
			if (!response.writableEnded) left++;
		});
		response.writeHead(200, {'content-type': 'text/event-stream'});
		for await (const piece of pieces ?? ['so far']) say(piece);
		if (pieces === null) return;
		say('', 'stop');
		response.end('data: [DONE]\n\n');
	}).listen(0, '127.0.0.1');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		asked,
		left: () => left,
	};
}

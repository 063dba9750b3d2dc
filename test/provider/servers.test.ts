import type {AddressInfo} from 'node:net';
import {type ServerType, serve} from '@hono/node-server';
import {expect, onTestFinished, test} from 'vitest';
import {isLoopback, leavesMachine} from '../../source/provider/reach.ts';
import {findServers} from '../../source/provider/servers.ts';

const never = new AbortController().signal;

/** A server on this machine that answers everything so. */
async function answering(answer: () => Response | Promise<Response>) {
	const asked: string[] = [];
	const server = await new Promise<ServerType>(resolve => {
		const starting = serve(
			{
				fetch(request) {
					asked.push(`${request.method} ${new URL(request.url).pathname}`);
					return answer();
				},
				port: 0,
				hostname: '127.0.0.1',
			},
			() => resolve(starting),
		);
	});
	onTestFinished(() => void server.close());
	return {port: (server.address() as AddressInfo).port, asked};
}

test('servers that answer with models are found; who answers otherwise, or not, is none', async () => {
	const models = await answering(() =>
		Response.json({object: 'list', data: [{id: 'llama3.2'}, {id: 7}]}),
	);
	const page = await answering(() => new Response('<html>'));
	const broken = await answering(() => new Response('', {status: 500}));
	const away = await answering(() =>
		Response.redirect('http://192.0.2.1/v1/models', 302),
	);
	const found = await findServers(never, [
		[models.port, 'Ollama'],
		[page.port, 'page'],
		[broken.port, 'broken'],
		[away.port, 'away'],
		[1, 'nobody'],
	]);
	expect(found).toEqual([
		{
			label: 'Ollama',
			baseURL: `http://127.0.0.1:${models.port}/v1`,
			models: ['llama3.2'],
		},
	]);
	expect(models.asked).toEqual(['GET /v1/models']);
});

test.each([
	['http://127.0.0.1:11434/v1', true],
	['http://localhost:8080/v1', true],
	['http://[::1]:1234/v1', true],
	['http://127.0.0.1.evil.example/v1', false],
	['http://localhost.example/v1', false],
	['https://api.openai.com/v1', false],
	['http://192.168.1.5:11434/v1', false],
	['no url', false],
])('%s is this machine: %s', (url, expected) => {
	expect(isLoopback(url)).toBe(expected);
});

test('only the embedded provider and a server on this machine keep what is said here', () => {
	expect(leavesMachine('local', null)).toBe(false);
	expect(leavesMachine('custom', 'http://127.0.0.1:1/v1')).toBe(false);
	expect(leavesMachine('custom', null)).toBe(true);
	expect(leavesMachine('custom', 'https://example.com/v1')).toBe(true);
	// A key for a hosted provider, whatever its address says.
	expect(leavesMachine('openai', 'http://127.0.0.1:1/v1')).toBe(true);
});

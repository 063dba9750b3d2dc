import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import {serve} from '@hono/node-server';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {createLocalApp} from '../../source/local/app.ts';
import {endlessVoice, hi, openWith} from './voices.ts';

describe('stopping', () => {
	it.each(['abort', 'break'] as const)(
		'ends the generation of a stream: %s',
		async how => {
			const {load, state} = endlessVoice();
			const {client, model} = await openWith(load);
			const stream = await client.chat.completions.create({
				model,
				messages: hi,
				stream: true,
			});
			let chunks = 0;
			for await (const _ of stream) {
				if (++chunks < 5) continue;
				if (how === 'break') break;
				stream.controller.abort();
			}
			expect(chunks).toBeGreaterThanOrEqual(5);
			await vi.waitFor(() => expect(state.speaking).toBe(0));
		},
	);

	it('ends the generation of a whole reply', async () => {
		const {load, state} = endlessVoice();
		const {client, model} = await openWith(load);
		const controller = new AbortController();
		const reply = client.chat.completions.create(
			{model, messages: hi},
			{signal: controller.signal},
		);
		const refused = expect(reply).rejects.toThrow('aborted');
		await vi.waitFor(() => expect(state.pieces).toBeGreaterThan(3));
		controller.abort();
		await refused;
		await vi.waitFor(() => expect(state.speaking).toBe(0));
	});

	it.each([true, false])(
		'ends it over a port too, where the client goes away: stream %s',
		async stream => {
			const {load, state} = endlessVoice();
			const {model, folder} = await openWith(load);
			const {app, close} = createLocalApp({folder, load});
			const server = serve({fetch: app.fetch, port: 0, hostname: '127.0.0.1'});
			onTestFinished(async () => {
				server.close();
				await close();
			});
			await once(server, 'listening');
			const {port} = server.address() as AddressInfo;
			const controller = new AbortController();
			const asked = fetch(`http://127.0.0.1:${port}/v1/chat/completions`, {
				method: 'POST',
				body: JSON.stringify({model, messages: hi, stream}),
				signal: controller.signal,
			}).then(response => response.text());
			const refused = expect(asked).rejects.toThrow('aborted');
			await vi.waitFor(() => expect(state.pieces).toBeGreaterThan(3));
			controller.abort();
			await refused;
			await vi.waitFor(() => expect(state.speaking).toBe(0));
		},
	);

	it('makes no more than the reader takes', async () => {
		const {load, state} = endlessVoice();
		const {client, model} = await openWith(load);
		const stream = await client.chat.completions.create({
			model,
			messages: hi,
			stream: true,
		});
		for (let time = 0; time < 50; time++)
			await new Promise(resolve => setImmediate(resolve));
		expect(state.pieces).toBeLessThan(5);
		stream.controller.abort();
	});
});

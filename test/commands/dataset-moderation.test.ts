import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {serve} from '@hono/node-server';
import {Hono} from 'hono';
import {expect, onTestFinished, test} from 'vitest';
import {moderateTexts} from '../../source/commands/dataset-moderation.ts';
import {defaultSettings} from '../../source/moderation/selection/settings.ts';
import {openVerdicts} from '../../source/store/verdicts.ts';
import {fakeIo} from '../helpers/io.ts';
import {answer, refusal} from '../moderation/moderator.ts';

/** An endpoint that takes every text but one that is mad. */
async function endpoint(): Promise<string> {
	const app = new Hono().post('/v1/moderations', async context => {
		const {input} = await context.req.json<{input: string[]}>();
		return input.some(text => text.startsWith('mad'))
			? refusal(400, 'invalid_input', {}, 'Not a \u001B[31mtext.')
			: answer(input);
	});
	const server = serve({fetch: app.fetch, port: 0, hostname: '127.0.0.1'});
	onTestFinished(() => void server.close());
	await once(server, 'listening');
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

test('a refused text stays out and is told with its reason, until it is kept by hand', async () => {
	const home = await mkdtemp(path.join(tmpdir(), 'twin-dataset-moderation-'));
	onTestFinished(() => rm(home, {recursive: true, force: true}));
	const environment = {
		CUSTOM_API_KEY: 'sk-test',
		CUSTOM_BASE_URL: await endpoint(),
	};
	const moderate = async () => {
		const {io, written} = fakeIo(home, {environment});
		const drops = await moderateTexts(
			new Map(['text 1', 'text 90', 'mad\nand bad'].map(text => [text, 1])),
			{provider: 'custom', threshold: 0.6, selection: defaultSettings},
			io,
			new AbortController().signal,
		);
		return {drops, told: written.stderr};
	};

	const {drops, told} = await moderate();
	expect(['text 1', 'text 90', 'mad\nand bad'].map(drops)).toEqual([
		false,
		true,
		true,
	]);
	expect(told).toContain('refused one text: without scores it stays out.');
	expect(told).toContain('  “mad and bad” (400: Not a text)');
	expect(told).toContain('Keep or drop it by hand on the moderation screen');

	await openVerdicts({data: home}).add(new Map([['mad\nand bad', 'keep']]));
	const again = await moderate();
	expect(again.drops('mad\nand bad')).toBe(false);
	expect(again.told).toBe('');
});

import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';
import {expect, onTestFinished, test} from 'vitest';
import {atOnce, runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';

test('a model that a recipe trained is talked to on its own server', async () => {
	const asked: unknown[] = [];
	const server = createServer(async (request, response) => {
		asked.push(JSON.parse(await text(request)));
		const delta = {content: 'all good, you?'};
		const chunk = {choices: [{index: 0, delta, finish_reason: 'stop'}]};
		response.writeHead(200, {'content-type': 'text/event-stream'});
		response.end(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`);
	}).listen(0, '127.0.0.1');
	onTestFinished(() => void server.close());
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	const program = await runInPty(
		[
			...['--chat', 'Nora', '--provider', 'custom', '--model', 'twin'],
			...['--base-url', `http://127.0.0.1:${port}/v1`, '--system', 'Be Nora.'],
		],
		{env: atOnce},
	);
	// What is typed before the program listens is the terminal's, which makes a line break of Enter.
	await program.until(
		screen =>
			screen.includes('Say something to Nora') &&
			program.terminal.modes.bracketedPasteMode,
	);
	program.write('how are you?');
	await program.until('❯ how are you?');
	program.write(keys.enter);
	await program.until('all good, you?');
	expect(asked).toMatchObject([
		{
			model: 'twin',
			messages: [
				{role: 'system', content: 'Be Nora.'},
				{role: 'user', content: 'how are you?'},
			],
		},
	]);
	program.write(ctrl('c') + ctrl('c'));
	expect(await program.exit).toBe(0);
	// It is known from now on, and what was said is there.
	const again = await runInPty(['--chat', 'nora'], {home: program.home});
	await again.until('all good, you?');
});

import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';

/** A server of one's own that says a word and then waits, until it is told to go on. */
async function slowServer() {
	let goOn = () => {};
	const server = createServer((_, response) => {
		const say = (content: string, finish_reason: string | null = null) => {
			const choices = [{index: 0, delta: {content}, finish_reason}];
			response.write(`data: ${JSON.stringify({choices})}\n\n`);
		};
		response.writeHead(200, {'content-type': 'text/event-stream'});
		say('all good\nand ');
		goOn = () => {
			say('you?', 'stop');
			response.end('data: [DONE]\n\n');
		};
	}).listen(0, '127.0.0.1');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	return {url: `http://127.0.0.1:${port}/v1`, goOn: () => goOn()};
}

test('killed in the middle of a reply: the next start goes on with what had come', async () => {
	const server = await slowServer();
	const first = await runInPty([
		...['--chat', 'Nora', '--provider', 'custom', '--model', 'twin'],
		...['--base-url', server.url],
	]);
	await first.until('Say something to Nora');
	await first.until(() => first.terminal.modes.bracketedPasteMode);
	first.write(`how are you?`);
	await first.until('❯ how are you?');
	first.write(keys.enter);
	await first.until('all good');
	first.kill('SIGKILL');
	await first.exit;

	const second = await runInPty(['--chat'], {home: first.home});
	await second.until('■ stopped');
	expect(second.text()).toContain('how are you?');
	expect(second.text()).toMatch(/▖ and\s/);
	await second.until(() => second.terminal.modes.bracketedPasteMode);

	// Answered again, named, searched for, and written to a file.
	second.write('/retry');
	await second.until('❯ /retry');
	second.write(keys.enter);
	await second.until(/▖ all good\n\s*▖ …/);
	server.goOn();
	await second.until('and you?');
	await second.until(screen => !screen.includes('is writing'));
	// What had come before the kill is kept behind it.
	await second.until('2/2 · ^Y next');
	second.write(ctrl('y'));
	await second.until('■ stopped · 1/2');
	second.write(ctrl('y'));
	await second.until('2/2 · ^Y next');
	second.write('/rename Check-up\r');
	await second.until('is called “Check-up”');
	const file = path.join(second.home, 'talk.md');
	second.write(`/export ${file}\r`);
	await second.until('The conversation is in');
	second.write('/sessions\r');
	await second.until('Your conversations');
	second.write('/and you');
	await second.until('1 of 1 conversation found');
	expect(second.text()).toContain('Check-up');
	second.write(ctrl('c'));
	expect(await second.exit).toBe(0);
	expect(await readFile(file, 'utf8')).toBe(
		'# Check-up\n\n**Me:** how are you?\n\n**Nora:** all good  \nand you?\n',
	);
});

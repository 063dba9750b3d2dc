import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {chatServer} from '../helpers/chat-server.ts';
import {runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';

/** A server of one's own that says a word and then waits, until it is told to go on with what was asked last. */
async function slowServer() {
	let goOn = () => {};
	const {url} = await chatServer(async function* () {
		yield 'all good\nand ';
		await new Promise<void>(resolve => {
			goOn = resolve;
		});
		yield 'you?';
	});
	return {url, goOn: () => goOn()};
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

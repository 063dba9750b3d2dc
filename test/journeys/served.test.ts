import {expect, test} from 'vitest';
import {chatServer} from '../helpers/chat-server.ts';
import {atOnce, runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';

test('a model that a recipe trained is talked to on its own server', async () => {
	const {url, asked} = await chatServer(() => ['all good, you?']);
	const program = await runInPty(
		[
			...['--chat', 'Nora', '--provider', 'custom', '--model', 'twin'],
			...['--base-url', url, '--system', 'Be Nora.'],
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

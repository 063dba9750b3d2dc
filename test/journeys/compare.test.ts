import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {datasetFiles} from '../../source/store/datasets.ts';
import {findHome} from '../../source/store/home.ts';
import {openStore} from '../../source/store/store.ts';
import {servedTwin} from '../../source/twin/served.ts';
import {chatServer} from '../helpers/chat-server.ts';
import {atOnce, runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';

/** A home with a fine-tuned twin, what it was made of, and a prompted twin that is older, all at one server. */
async function homeWith(baseURL: string): Promise<string> {
	const home = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-compare-'));
	onTestFinished(() => rm(home, {recursive: true, force: true}));
	const found = findHome({TWIN_TUI_HOME: home});
	const {twins} = openStore(found);
	const nora = servedTwin({
		name: 'Nora',
		baseURL,
		model: 'ft:base-7b:me::1',
		systemPrompt: 'Be Nora.',
	});
	await twins.save({...nora, retrieval: false, past: 'job-1'});
	await twins.save({
		...nora,
		id: 'twin-prompted',
		name: 'Norina',
		model: 'chat-9b',
		made: 'prompted',
		systemPrompt: 'Be Norina.',
		createdAt: '2020-01-01T00:00:00.000Z',
	});
	const {training} = datasetFiles(found, 'job-1');
	await mkdir(path.dirname(training), {recursive: true});
	const messages = [
		{role: 'user', content: 'how are you today?'},
		{role: 'assistant', content: 'splendid as ever'},
	];
	await writeFile(training, `${JSON.stringify({messages})}\n`);
	return home;
}

test('the same turn is answered by the base model, by it with the past, and by another twin; which was better is kept', async () => {
	const server = await chatServer(({model, messages}) => {
		const knows = messages[0]?.content.includes('splendid as ever');
		return [`${model} ${knows ? 'with a past' : 'alone'}`];
	});
	const home = await homeWith(server.url);
	const open = async () => {
		const program = await runInPty(['--chat'], {
			...{home, env: atOnce},
			...{columns: 100, rows: 30},
		});
		await program.until('Write to Nora');
		await program.until(() => program.terminal.modes.bracketedPasteMode);
		return program;
	};
	const first = await open();
	first.write('how are you?');
	await first.until('❯ how are you?');
	first.write(keys.enter);
	await first.until('ft:base-7b:me::1 alone');
	first.write('\t');
	await first.until('←→ change');
	first.write('2');
	await first.until('❯ base-7b, the base model');
	first.write(keys.enter);
	await first.until('  base-7b alone');
	first.write('t');
	await first.until('better: twin 1, other 0, even 0');
	// Each pair is judged once.
	first.write('o');
	await first.until('compare the next reply');

	first.write(keys.down);
	await first.until('❯ base-7b with your past');
	first.write(keys.enter);
	await first.until('base-7b with a past');
	first.write('o');
	await first.until('better: twin 0, other 1, even 0');

	first.write(keys.down);
	await first.until('❯ Norina (prompted, chat-9b)');
	first.write(keys.enter);
	await first.until('chat-9b alone');
	first.write('e');
	await first.until('better: twin 0, other 0, even 1');
	first.write(ctrl('c'));
	expect(await first.exit).toBe(0);

	expect(
		server.asked.map(({model, messages: [system]}) => [model, system]),
	).toMatchObject([
		['ft:base-7b:me::1', {role: 'system', content: 'Be Nora.'}],
		['base-7b', {role: 'system', content: 'Be Nora.'}],
		['base-7b', {content: expect.stringContaining('splendid as ever')}],
		['chat-9b', {role: 'system', content: 'Be Norina.'}],
	]);

	const second = await open();
	second.write('\t');
	await second.until('better: twin 1, other 0, even 0');
	second.write(keys.down);
	await second.until('better: twin 0, other 1, even 0');
	second.write(keys.down);
	await second.until('better: twin 0, other 0, even 1');
	second.write(ctrl('c'));
	expect(await second.exit).toBe(0);
});

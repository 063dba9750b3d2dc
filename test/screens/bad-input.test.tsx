import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {createLocalFetch} from '../../source/local/fetch.ts';
import {connect} from '../../source/provider/client.ts';
import {keys} from '../helpers/screen.ts';
import {exportWith, open} from './program.tsx';

describe('chats', () => {
	test('a folder without exports is named, with what to do', async () => {
		const program = await open();
		await program.until(/✗ chats: .+/);
	});

	test('a binary file is listed with its reason, the others can be picked', async () => {
		const program = await open({
			files: {
				'noise.txt': Uint8Array.from(
					{length: 4000},
					(_, index) => (index * 7919) % 256,
				),
				'WhatsApp Chat with Ada.txt': exportWith(20),
			},
		});
		await program.until('◯ Ada');
		expect(program.text()).toMatch(/✗ noise\.txt: /);
		await program.press('a', 'i');
		await program.until('Receipt');
		await program.press(keys.escape, keys.enter);
		await program.until('Which one are you?');
	});

	test('nothing picked: enter says so', async () => {
		const program = await open({files: {'a.txt': exportWith(20)}});
		await program.until('❯ ◯');
		await program.press(keys.enter);
		await program.until('! Pick at least one chat first (space).');
	});
});

test('you: a chat in which a name does not occur is told', async () => {
	const program = await open({
		files: {'a.txt': exportWith(20), 'b.txt': exportWith(20, 'Mika', 'Ben')},
	});
	await program.until('◯ Ben');
	await program.press('a', keys.enter);
	await program.until('this name wrote in all 2 chats');
	await program.press(keys.down);
	await program.until(
		'in 1 of 2 chats: the other one teaches your twin nothing',
	);
});

test('moderation: where nothing is left, the way on is told', async () => {
	const program = await open({
		files: {
			'a.txt': exportWith(20, 'Mika', 'Ada').replaceAll(
				/answer \d+/g,
				'fuck you',
			),
		},
	});
	await program.until('❯ ◯');
	await program.press('a', keys.enter);
	await program.until('Which one');
	await program.press(keys.enter);
	await program.until('keeps');
	await program.press(keys.home);
	// Counted at this very threshold: the usual one leaves nothing either.
	await program.until(/drops 20[\s\S]*(?<!\d)0 examples · 0 tokens(?! …)/);
	await program.press(keys.enter);
	await program.until('! Nothing is left to train on: raise the threshold');
	await program.press(keys.end, keys.enter);
	await program.until('Ready to train');
});

test('training: too few examples cannot be trained on', async () => {
	const program = await open({files: {'a.txt': exportWith(4)}});
	await program.until('❯ ◯');
	await program.press('a', keys.enter);
	await program.until('Which one');
	await program.press(keys.enter);
	await program.until(/keeps 8/);
	await program.press(keys.enter);
	await program.until('Not ready to train');
	expect(program.text()).toContain('at least 10 are needed');
	await program.press(keys.enter);
	await program.until('! This cannot start: see above.');
	await program.press(keys.escape);
	await program.until('keeps 8');
});

test('training: a full disk fails in a sentence, and can be tried again', async () => {
	let isFull = true;
	const program = await open({
		files: {'a.txt': exportWith(30)},
		change: ({home}) => ({
			async connect() {
				const connection = await connect('local', {home});
				const local = createLocalFetch({
					folder: path.join(home.data, 'local'),
					write: async (...write) => {
						if (isFull)
							throw Object.assign(
								new Error('ENOSPC: no space left on device'),
								{code: 'ENOSPC'},
							);
						const {writeFile} = await import('../../source/store/files.ts');
						return writeFile(...write);
					},
				});
				const client = connection.client.withOptions({fetch: local.fetch});
				return {...connection, client, close: () => local.close()};
			},
		}),
	});
	await program.until('❯ ◯');
	await program.press('a', keys.enter);
	await program.until('Which one');
	await program.press(keys.enter);
	await program.until(/keeps 60/);
	await program.press(keys.enter);
	await program.until('Ready to train');
	await program.press(keys.enter);
	await program.until('The disk is full');
	expect(program.text()).toContain('The training failed');
	isFull = false;
	await program.press(keys.enter);
	await program.until('Ready to train');
	await program.press(keys.enter);
	await program.until('Your twin is ready', 20_000);
});

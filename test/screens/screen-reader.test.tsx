import {expect, test} from 'vitest';
import {keys} from '../helpers/screen.ts';
import {exportWith, open} from './program.tsx';

/** Boxes, bars, blocks, curves, braille: pictures, which a reader would spell. */
const picture = /[\u2500-\u25A0\u2800-\u28FF╌░█]/;

test('every screen is words: where one is, what is chosen, what the keys do; no picture, no second pane', async () => {
	const program = await open({
		files: {
			'WhatsApp Chat with Ada.txt': exportWith(30),
			'noise.txt': 'nothing of the kind',
		},
		columns: 160,
		rows: 60,
		screenReader: true,
	});
	const expectWords = () => {
		expect(program.text()).not.toMatch(picture);
		expect(program.text()).toMatch(/^Keys: /m);
	};
	await program.until('twin-tui, step 1 of 5: Chats');
	await program.until(/checkbox: here: Ada, 60 messages, 2 people/);
	await program.until(/checkbox: noise\.txt cannot be read: /);
	expect(program.text()).toContain('Keys: up and down move, space pick');
	expectWords();
	await program.press(keys.space);
	await program.until(/checkbox: \(checked\) here: Ada/);
	await program.press('i');
	await program.until('Receipt');
	expectWords();
	await program.press(keys.escape, keys.enter);
	await program.until('twin-tui, step 2 of 5: You');
	await program.until(/here: Mika 1 chat/);
	expectWords();
	await program.press(keys.enter);
	await program.until('twin-tui, step 3 of 5: Moderation');
	await program.until('Threshold 0.60, from 0 to 1');
	await program.until('keeps 60');
	expectWords();
	await program.press(keys.enter);
	await program.until('twin-tui, step 4 of 5: Training');
	await program.until('Ready to train');
	await program.press('e');
	await program.until('Example 1 of');
	await program.press(keys.escape);
	await program.until('Ready to train');
	await program.press(keys.enter);
	await program.until('Your twin is ready', 20_000);
	expect(program.text()).toMatch(/Loss now: training \d+\.\d\d/);
	expect(program.text()).toContain('trained: 100 %');
	expectWords();
	await program.press(keys.enter);
	await program.until('twin-tui, step 5 of 5: Chat');
	await program.until('Write to Mika');
	expectWords();
	await program.type('hello');
	await program.press(keys.enter);
	await program.until('You: hello');
	await program.until(screen => !screen.includes('is writing'), 20_000);
	expectWords();
});

test('the program itself draws on the normal screen then', async () => {
	const {runInPty} = await import('../helpers/pty.ts');
	const program = await runInPty(['--demo'], {
		columns: 160,
		rows: 60,
		env: {INK_SCREEN_READER: 'true'},
	});
	await program.until('twin-tui, step 1 of 5: Chats');
	await program.until('Keys: ');
	expect(program.terminal.buffer.active.type).toBe('normal');
	program.write('q');
	expect(await program.exit).toBe(0);
	expect(await program.isRestored()).toBe(true);
});

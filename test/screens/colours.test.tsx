import {expect, test} from 'vitest';
import {keys} from '../helpers/screen.ts';
import {exportWith, open, type Program} from './program.tsx';

/*
No meaning by colour alone: whatever a key changes is seen in the signs of the screen, as somebody sees it who is blind
to colours or has none (NO_COLOR). Where only a colour changed, the wait for other signs would be in vain.
*/

/** Presses each key and waits until the screen has other signs. */
async function changesSigns(program: Program, ...pressed: string[]) {
	for (const key of pressed) {
		const before = program.text();
		await program.press(key);
		await program.until(text => text !== before);
	}
}

test('each choice, mark, place and tab is told by signs', {
	timeout: 60_000,
}, async () => {
	const program = await open({
		files: {
			'WhatsApp Chat with Ada.txt': `${exportWith(40)}01/06/2024, 10:00 - Ada: fuck off, you stupid idiot\n01/06/2024, 10:01 - Mika: Will and Rose came too\n`,
			'WhatsApp Chat with Ben.txt': exportWith(20, 'Mika', 'Ben'),
			'noise.txt': 'nothing of the kind',
		},
		columns: 120,
		rows: 36,
	});
	// Chats: the cursor, one chat, all of them, none; the receipt.
	await program.until('2 chats, 1 unreadable');
	await program.until('nothing picked yet');
	await changesSigns(program, keys.down, keys.up, ' ', 'a', 'a', 'a', 'i', 'i');
	await program.press(keys.enter);
	await program.until('Which one');
	await changesSigns(program, keys.down, keys.up);
	await program.press(keys.enter);
	// Moderation: the threshold, presets, each list beside it, a text kept by hand, a category switched off.
	await program.until(/keeps \d/);
	await changesSigns(program, keys.left, keys.right, 'p', keys.tab, keys.tab);
	await changesSigns(program, keys.tab, keys.down, ' ', ' ');
	await program.press(keys.enter);
	await program.until('Ready to train');
	// The data set: examples, knobs, and back; the names; the trainings; the providers.
	await program.press('e');
	await program.until('Example 1 of');
	await changesSigns(program, keys.tab, keys.down, keys.left, keys.tab);
	await program.press(keys.escape);
	await program.until('Ready to train');
	await program.press('v');
	await program.until('● also words');
	await changesSigns(program, keys.right, keys.right, keys.left);
	await program.press(keys.escape);
	await program.until('Ready to train');
	await program.press('p');
	await program.until('always ready');
	await changesSigns(program, keys.down, keys.up);
	await program.press(keys.escape);
	await program.until('Ready to train');
	await program.press('X');
	await program.until(/◯ Moderation scores/);
	await changesSigns(program, ' ', ' ');
	await program.press(keys.escape);
	await program.until('Ready to train');
	await program.press(keys.enter);
	await program.until('Your twin is ready');
	await program.press(keys.enter);
	// The chat: who says what, and the tab of the pane that is read.
	await program.until('Write to Mika');
	await program.type('hello');
	await program.press(keys.enter);
	await program.until(/You[\s\S]*hello/);
	await changesSigns(program, keys.shiftTab, keys.shiftTab, keys.shiftTab);
	await changesSigns(program, keys.tab);
	expect(program.text()).toContain('Mika');
});

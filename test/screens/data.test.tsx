import {expect, test} from 'vitest';
import {createDesks} from '../../source/work/desks.ts';
import {ctrl, keys} from '../helpers/screen.ts';
import {open, type Program} from './program.tsx';

const stamp = (day: number, time: string): string =>
	`${String(day).padStart(2, '0')}/03/2024, ${time} - `;

/** Ada and Mika on twelve days: a conversation each morning; on the second day Ada writes again, and is answered on the fourth. */
function letters(other: string): string {
	const lines = Array.from({length: 12}, (_, index) => {
		const day = index < 2 ? index + 1 : index + 2;
		return [
			`${stamp(day, '10:00')}${other}: morning ${index}, ${index === 7 ? 'lobster' : 'bread'}?`,
			`${stamp(day, '10:01')}Mika: yes ${index}`,
			...(index === 1
				? [
						`${stamp(day, '20:00')}${other}: still there?`,
						`${stamp(day, '20:01')}${other}: hello?`,
						`${stamp(day, '20:02')}${other}: <Media omitted>`,
					]
				: []),
		];
	});
	return `${lines.flat().join('\n')}\n`;
}

async function openData(
	size: {columns: number; rows: number},
	more: Parameters<typeof open>[0] = {},
): Promise<Program> {
	const program = await open({
		files: {
			'WhatsApp Chat with Ada.txt': letters('Ada'),
			'WhatsApp Chat with Ben.txt': letters('Ben'),
		},
		...size,
		...more,
	});
	await program.until('◯ Ben');
	await program.press('a', keys.enter);
	await program.until('Which one');
	await program.press(keys.enter);
	await program.until(/keeps \d/);
	await program.press(keys.enter);
	await program.until('Ready to train');
	await program.press('e');
	await program.until('Example 1 of 24');
	return program;
}

test('wide: examples with their labels beside knobs whose counts follow', async () => {
	const program = await openData({columns: 120, rows: 36});
	expect(program.text()).toMatch(
		/── start of the chat ──[\s\S]*2024-03-01 10:00[\s\S]*gap of 23 h 59 m/,
	);
	expect(program.text()).toMatch(/22 examples, 2 held out/);
	await program.press('n', 'n');
	await program.until('roll-over of 2 messages from two days before');
	expect(program.text()).toContain('gap of 37 h 59 m, then');
	expect(program.text()).toContain('4 rolled over, oldest 38 h 0 m');
	await program.press(keys.tab, keys.down, keys.left);
	await program.until('roll-over        ‹ up to 30 days › *');
	await program.burst(keys.left.repeat(5));
	await program.until('‹ up to 24 h ›');
	await program.until(/out: 4 too old to roll\s/);
	expect(program.text()).toContain('nothing rolled over');
	// The example stays the one that was looked at.
	expect(program.text()).toContain('Example 3 of 24');
	await program.press('d');
	await program.until('4 rolled over');
	await program.press(keys.end, keys.right);
	await program.until('‹ yes, 2 › *');
	await program.until('54 of 54 messages kept');
	await program.until('[media]');
});

test('tokens, price, distributions and what to expect follow the knobs, and stand in the consent', async () => {
	const program = await openData(
		{columns: 120, rows: 40},
		{start: {providers: ['openai', 'local']}},
	);
	const billed = /tokens +([\d,]+) × (\d+) epochs = ([\d,]+) billed/;
	const read = () =>
		(billed.exec(program.text()) ?? [])
			.slice(1)
			.map(count => Number(count.replaceAll(',', '')));
	await program.until(billed);
	const [tokens = 0, epochs = 0, all = 0] = read();
	expect(epochs).toBe(4);
	expect(all).toBe(tokens * epochs);
	expect(program.text()).toMatch(/cost +\$0\.\d\d for gpt-4o-mini/);
	expect(program.text()).toMatch(/turns each +\S/);
	expect(program.text()).toMatch(/22 of yours\. Enough to try/);
	await program.press(keys.tab, ...Array(3).fill(keys.down), keys.right);
	await program.until('pairs            ‹ yes › *');
	await program.until('22 examples, 2 held out');
	await program.press(...Array(8).fill(keys.down));
	await program.until('❯ free tokens');
	await program.press(keys.right);
	await program.until(/gpt-4o-mini, 250,000/);
	await program.press(keys.escape);
	await program.until(/Costs .*\$0\.00 for gpt-4o-mini, 250,000 tokens free/);
});

test('narrow: tab changes between examples and knobs, which are trained on and kept', async () => {
	const program = await openData({columns: 60, rows: 16});
	expect(program.text()).not.toContain('roll-over  ');
	await program.press(keys.tab);
	await program.until('❯ gap');
	await program.burst('jjjjjjjjj');
	await program.until('❯ cap per chat');
	await program.burst(keys.right + keys.left + keys.left);
	await program.press(keys.left, keys.left, keys.left);
	await program.press(keys.left, keys.left, keys.left, keys.left);
	await program.press(keys.left, keys.left, keys.left);
	await program.until('‹ 10 examples › *');
	await program.until('18 examples, 2 held out');
	await program.until(/8 over the cap/);
	await program.press(keys.escape);
	await program.until('18 examples, 2 held out; 44 of 54 messages');
});

test('searching finds an example, in whatever chat it is, and esc takes the search back first', async () => {
	const program = await openData({columns: 80, rows: 24});
	await program.press('/');
	await program.type('lobster');
	await program.press(keys.enter);
	await program.until('Example 8 of 24');
	expect(program.text()).toContain('morning 7, lobster?');
	await program.press('n');
	await program.until('Example 20 of 24 · Ben (chat 2 of 2)');
	await program.press('n');
	await program.until('nothing further on with “lobster”');
	await program.press('p');
	await program.until('Example 8 of 24');
	await program.press(keys.escape);
	await program.until('as written: nothing of it leaves this machine');
	await program.press('N');
	await program.until('Example 13 of 24 · Ben');
	await program.press('P');
	await program.until('Example 1 of 24');
	await program.burst('nnnnp');
	await program.until('Example 4 of 24');
	await program.press(keys.end);
	await program.until('Example 24 of 24 · held out');
	await program.until('end of the chat');
	await program.press(keys.escape);
	await program.until('Ready to train');
});

test('a system prompt begins with a template, is edited, and goes into training', async () => {
	const program = await openData({columns: 120, rows: 36});
	await program.press(keys.tab);
	await program.burst('jjjjjjj');
	await program.press(keys.enter);
	await program.until('You are Mika. You live in …');
	expect(program.text()).toContain('System prompt');
	await program.press(ctrl('u'));
	await program.type('You are Mika, a q.');
	await program.press(keys.enter);
	await program.until('‹ your own › *');
	await program.press(keys.left);
	await program.until('‹ none › *');
	await program.press(keys.right);
	await program.until('‹ your own › *');
});

test('many messages are counted in a thread, with the same answer', async () => {
	const desks = createDesks(1);
	const program = await openData(
		{columns: 120, rows: 36},
		{change: () => ({desks: async () => desks})},
	);
	await program.press('n', 'n');
	await program.until('roll-over of 2 messages from two days before');
	await program.press(keys.tab, ...Array(3).fill(keys.down), keys.right);
	await program.until('pairs            ‹ yes › *');
	await program.until('0 splits by size');
	await desks.close();
});

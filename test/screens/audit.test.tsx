import {expect, test} from 'vitest';
import {openSettings} from '../../source/store/settings.ts';
import {keys} from '../helpers/screen.ts';
import {open, type Program} from './program.tsx';

const stamp = (day: number, time: string): string =>
	`${String(day).padStart(2, '0')}/03/2024, ${time} - `;

/** Will Harper writes to Mika of Juliane; his first name is a word, too. */
function letters(): string {
	const lines = Array.from({length: 14}, (_, index) => {
		const day = stamp(index + 1, '10:00');
		return [
			`${day}Will Harper: will you come, and bring Juliane along? ${index}`,
			`${day}Mika: yes. Will and I ask Juliane, +49 170 1234567, w@example.org`,
		];
	});
	return `${lines.flat().join('\n')}\n`;
}

async function openAudit(
	size: {columns: number; rows: number},
	providers: ('openai' | 'local')[] = ['openai', 'local'],
): Promise<Program> {
	const program = await open({
		files: {'WhatsApp Chat with Will Harper.txt': letters()},
		start: {providers},
		...size,
	});
	await program.until('◯ Will');
	await program.press('a', keys.enter);
	await program.until('Which one');
	await program.until('❯ Mika');
	await program.press(keys.enter);
	await program.until(/keeps \d/);
	await program.press(keys.enter);
	await program.until(/(R|Not r)eady to train/);
	await program.press('v');
	await program.until('words 1 ·');
	return program;
}

test.each([
	{columns: 80, rows: 24},
	{columns: 120, rows: 36},
	{columns: 60, rows: 16},
])(
	'$columns×$rows: names are decided about, and the counts follow',
	async size => {
		const program = await openAudit(size);
		expect(program.text()).toMatch(/❯ +14× Will +a participant’s, and a word/);
		expect(program.text()).toContain('yes. Will and I ask Juliane');
		expect(program.text()).toMatch(/● (?:also )?words 1 · maybe.*· kinds \d/);
		await program.press(keys.right);
		await program.until(/words 1 · ● maybe/);
		await program.until(/❯ +28× Juliane/);
		await program.press(keys.right, keys.right, keys.right);
		await program.until(/14× phone/);
		expect(program.text()).toMatch(/14× email/);
		expect(program.text()).not.toMatch(/× name/);
		await program.press(keys.right, 'r');
		await program.until('No name is left');
		await program.press(keys.right, 'r');
		await program.until(/maybe (?:names )?0 · decided 2/);
		await program.press(keys.right);
		await program.until(/14× Will +is replaced/);
		await program.until(/28× Juliane +is replaced/);
		await program.press(keys.right);
		await program.until(/28× \[name\] +Juliane 28×/);
		await program.until(/14× Person1 +Will 14×/);
		await program.press(keys.left, keys.down, 'u');
		await program.until('decided 1');
		await program.until(/maybe (?:names )?1/);
		await program.press(keys.escape);
		await program.until(/(R|Not r)eady to train/);
	},
);

test('what was decided goes into what leaves, and is remembered', async () => {
	const program = await openAudit({columns: 120, rows: 36});
	await program.press('r', keys.right, 'l', keys.escape);
	await program.until('they ▌ will you come');
	await program.until(
		'you  ▌ yes. Person1 and I ask Juliane, [phone], [email]',
	);
	await program.press('e');
	await program.until('Example 1 of 14');
	await program.press('v');
	await program.until('decided 2');
	await program.press(keys.escape);
	await program.until('Example 1 of 14');
	const settings = await openSettings(program.services.home);
	expect(settings.values().names).toEqual({
		replaceNames: ['Will'],
		keepNames: ['Juliane'],
	});
});

test('where nothing leaves the machine, it says so', async () => {
	const program = await openAudit({columns: 80, rows: 24}, ['local']);
	expect(program.text()).toContain(
		'Nothing leaves this machine; else this would be replaced',
	);
});

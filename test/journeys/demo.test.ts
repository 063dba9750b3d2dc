import {expect, test} from 'vitest';
import {runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';

/** The whole way takes a training; a slow machine may take its time. */
const patience = 20_000;

test.each([
	{columns: 80, rows: 24},
	{columns: 120, rows: 36},
	{columns: 60, rows: 16},
])(
	'at $columns×$rows: from exports to a streamed reply, and out again',
	{timeout: 3 * patience},
	async size => {
		const program = await runInPty(['--demo'], size);
		await program.until('Which chats');
		program.write('a');
		await program.until('5 picked, 2,419 messages');
		program.write(keys.enter);
		await program.until(/❯ Mika Sommer/);
		program.write(keys.enter);
		await program.until(/keeps [\d,]+ · drops \d+/, patience);
		const {drops: before} = counts(program.text());
		program.write(`8${keys.enter}`);
		await program.until('0.80');
		expect(counts(program.text()).drops).toBeLessThan(before);
		program.write(keys.enter);
		await program.until('Ready to train');
		program.write(keys.enter);
		await program.until('Your twin is ready', patience);
		program.write(keys.enter);
		await program.until('Write to Mika');
		program.write('hey, wie gehts?');
		program.write(keys.enter);
		await program.until(/Mika\b.*\n\s*[▌▖] \S/, patience);
		await program.until(screen => !screen.includes('is writing'), patience);
		program.write(ctrl('c'));
		expect(await program.exit).toBe(0);
		expect(await program.isRestored()).toBe(true);
		expect(program.text()).toContain('Your twin Mika is here: ');
	},
);

function counts(screen: string) {
	const [, keeps = '', drops = ''] =
		/keeps ([\d,]+) · drops (\d+)/.exec(screen) ?? [];
	return {keeps: Number(keeps.replace(',', '')), drops: Number(drops)};
}

import {expect, test} from 'vitest';
import {runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';

/** The whole way takes a training; a slow machine may take its time. */
const patience = 45_000;

// At 60×16 the same way is gone without a network (`private.test.ts`), at 80×24 with one’s own export (`come-back.test.ts`).
test('at 120×36: from exports to a streamed reply, and out again', {
	timeout: 3 * patience,
}, async () => {
	const program = await runInPty(['--demo'], {columns: 120, rows: 36});
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
	await lookAround(program);
	program.write(ctrl('c'));
	expect(await program.exit).toBe(0);
	expect(await program.isRestored()).toBe(true);
	expect(program.text()).toContain('Your twin Mika is here: ');
});

/** What the chat has beside the chat: where the reply comes from, how alike they write, and the blind test on held-out moments. */
async function lookAround(program: Awaited<ReturnType<typeof runInPty>>) {
	program.write(`${keys.tab}3`);
	await program.until(/(quoted|used|near) [A-Z]/, patience);
	program.write('4');
	await program.until(/likeness \d+ % of 1 reply/, patience);
	program.write(keys.tab);
	await program.until('Write to Mika');
	program.write('/blind\r');
	await program.until(/\d+ moments are there/, patience);
	program.write(keys.enter);
	await program.until(/Which reply is Mika’s own\? 1 of/, patience);
	program.write('1');
	await program.until(/Which reply is Mika’s own\? 2 of/, patience);
	program.write(keys.escape);
	await program.until(/[01] of 1 took the twin for Mika; guessing gives 0.5/);
	program.write(keys.escape);
	await program.until('Write to Mika');
	program.write('/as J');
	await program.until('❯ /as J');
	program.write(keys.tab);
	await program.until('❯ /as Jonas Weber');
	program.write(keys.enter);
	await program.until('takes you for Jonas Weber');
}

function counts(screen: string) {
	const [, keeps = '', drops = ''] =
		/keeps ([\d,]+) · drops (\d+)/.exec(screen) ?? [];
	return {keeps: Number(keeps.replace(',', '')), drops: Number(drops)};
}

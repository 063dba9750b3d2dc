import {expect, test} from 'vitest';
import {refuse} from '../helpers/faults.ts';
import {keys} from '../helpers/screen.ts';
import {type AtProvider, openAtProvider, toRunning} from './at-provider.tsx';

const model = 'ft:gpt-4o-mini-2024-07-18:org:twin:1';

/** A twin was trained at the provider, where others left something too; all of it is listed. */
async function toCleanUp(): Promise<AtProvider> {
	const program = await openAtProvider({columns: 120, rows: 36});
	const {provider} = program;
	provider.script.models.push(model);
	provider.files.set('file-other', {
		id: 'file-other',
		filename: 'payroll.jsonl',
		content: '',
		bytes: 1000,
	});
	await toRunning(program);
	await program.until('Your twin is ready');
	await program.press('X');
	await program.until(/^\s*\d+ things/m);
	return program;
}

/** Moves to the row that begins so, and deletes it. */
async function deleteRow(program: AtProvider, words: string): Promise<void> {
	for (let moved = 0; !program.text().includes(`❯ ◯ ${words}`); moved++) {
		if (moved > 30) throw new Error(`${words}\n${program.text()}`);
		await program.press(keys.down);
	}
	await program.press('d');
	await program.until('for good?');
}

test('what lies here and at a provider is listed by place, in words; what others left is told apart', async () => {
	const program = await toCleanUp();
	const text = program.text();
	const [before = '', there = ''] = text.split(/^\s*OpenAI\s*$/m);
	expect(before).toMatch(/This machine/);
	expect(before).toMatch(/Twin Mika, fine-tuned, of \d+ examples, \d{4}-/);
	expect(before).toMatch(/Record of the training of Mika \(succeeded\)/);
	expect(before).toMatch(/Data set of Mika: without it, past exchanges/);
	expect(before).toMatch(/Moderation scores \(hashes, no texts\)/);
	expect(there).toMatch(/File of Mika, \d+ kB, .*training\.jsonl\)/);
	expect(there).toMatch(/File of Mika, .*validation\.jsonl\)/);
	expect(there).toMatch(/payroll\.jsonl\) – not made by twin-tui/);
	expect(there).toMatch(/Model ft:.*: the twin Mika answers with it/);
});

test('one is deleted, once that is agreed to: n, esc and enter keep it', async () => {
	const program = await toCleanUp();
	const {provider} = program;
	for (const no of ['n', keys.escape, keys.enter]) {
		await deleteRow(program, 'File of Mika');
		expect(program.text()).toMatch(/Delete 1 thing for good\?/);
		expect(program.text()).toMatch(/· OpenAI: File of Mika, /);
		await program.press(no);
		await program.until('What is kept');
		expect(provider.files.size).toBe(3);
	}
	await deleteRow(program, 'File of Mika');
	await program.press('y');
	await program.until(/^\s*\d+ things/m);
	expect(provider.files.size).toBe(2);
	expect(program.text().match(/File of Mika/g)).toHaveLength(1);
});

test('all that is ours is deleted at once; what others left stays, and what cannot be deleted is said', async () => {
	const program = await toCleanUp();
	const {provider, services} = program;
	provider.fault(
		'DELETE /models/:id',
		refuse(403, {message: 'Only owners may delete models.', code: null}),
	);
	await program.press('a', 'd');
	await program.until('for good?');
	expect(program.text()).not.toContain('payroll');
	await program.press('y');
	await program.until(/^\s*2 things/m);
	expect(program.text()).toMatch(
		/! Not deleted: Model ft:[\s\S]*OpenAI does not allow this\s+with this key: Only owners/,
	);
	expect([...provider.files.keys()]).toEqual(['file-other']);
	expect(provider.script.models).toContain(model);
	expect(await services.store.twins.list()).toEqual([]);
	expect(await services.store.jobs.list()).toEqual([]);
	// It stays on the list: the next try may.
	await program.press('d');
	await program.until('for good?');
	await program.press('y');
	await program.until(/^\s*1 thing\b/m);
	expect(provider.script.models).not.toContain(model);
	// The twin is gone, and with it the screen that offered to talk to it.
	await program.press(keys.escape);
	await program.until('Ready to train');
});

test('a provider that cannot be asked is said; the rest is listed', async () => {
	const program = await openAtProvider({columns: 100});
	program.provider.fault('GET /files', 'network');
	await program.until('❯ ◯');
	await program.press('X');
	await program.until(/OpenAI .*cannot be reached/);
});

import {cp, readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect} from 'vitest';
import {atOnce, runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';
import {mountDisk} from './disks.ts';
import {
	demo,
	expectTold,
	makeData,
	me,
	run,
	temporaryFolder,
	trainedHome,
} from './program.ts';
import {promise} from './promise.ts';

const patience = 30_000;

/** The whole way on a home that cannot be written: everything but the training works, and that says why. */
async function goAsFarAsPossible(home: string, why: RegExp): Promise<void> {
	const program = await runInPty(['--demo'], {home});
	await program.until('Which chats', patience);
	program.write('a');
	await program.until('5 picked');
	program.write(keys.enter);
	await program.until(/❯ Mika Sommer/);
	program.write(keys.enter);
	await program.until(/keeps [\d,]+[\s\S]*?\d examples/, patience);
	program.write(keys.enter);
	await program.until('Ready to train', patience);
	program.write(keys.enter);
	await program.until('The training failed', patience);
	expect(program.text().replaceAll(/\s+/g, ' ')).toMatch(why);
	program.write('q');
	expect(await program.exit).toBe(0);
}

describe('a full disk', () => {
	promise(
		'under --out of dataset',
		'a sentence; the older file is as it was; nothing half is left',
		async context => {
			const disk = await mountDisk('48k', context);
			const out = path.join(disk.folder, 'data.jsonl');
			await writeFile(out, 'older\n');
			const home = path.join(await temporaryFolder(), 'home');
			const ended = await run(['dataset', demo, '--me', me, '--out', out], {
				home,
			});
			expectTold(ended);
			expect(ended.code).toBe(1);
			expect(await readFile(out, 'utf8')).toBe('older\n');
			expect(await readdir(disk.folder)).toEqual(['data.jsonl']);
			return `“${ended.stderr.trim().split('\n').at(-1)?.replace(out, 'data.jsonl')}”`;
		},
	);

	promise(
		'under the home, dataset',
		'the data set is made all the same; scores are not kept',
		async context => {
			const disk = await mountDisk('16k', context);
			await disk.fill();
			const out = path.join(await temporaryFolder(), 'data.jsonl');
			const ended = await run(['dataset', demo, '--me', me, '--out', out], {
				home: path.join(disk.folder, 'home'),
			});
			expectTold(ended);
			expect(ended.code, ended.stderr).toBe(0);
			expect((await readFile(out, 'utf8')).split('\n').length).toBeGreaterThan(
				100,
			);
			return ended.stderr.trim() ? `“${ended.stderr.trim()}”` : '';
		},
	);

	promise(
		'under the home, train',
		'a sentence; with room again the same command ends with a twin',
		async context => {
			const disk = await mountDisk('300k', context);
			const home = path.join(disk.folder, 'home');
			const args = ['train', await makeData(await temporaryFolder())];
			const ended = await run(args, {home});
			expectTold(ended);
			expect(ended.code).toBe(1);
			expect(ended.stderr).toContain('disk is full');
			disk.change('size=50m');
			const again = await run(args, {home});
			expect(again.code, again.stderr).toBe(0);
			return `“${ended.stderr.trim()}”`;
		},
	);

	promise(
		'under the home, the program',
		'all but the training works; that says why; leaving works',
		async context => {
			const disk = await mountDisk('16k', context);
			await disk.fill();
			await goAsFarAsPossible(path.join(disk.folder, 'home'), /disk is full/i);
		},
	);

	promise(
		'under the home, a talk with the twin',
		'it answers; what cannot be kept is not kept',
		async context => {
			const disk = await mountDisk('20m', context);
			const home = path.join(disk.folder, 'home');
			await cp(await trainedHome(), home, {recursive: true});
			await disk.fill();
			await expectTalk(home);
		},
	);
});

describe('a read-only home', () => {
	promise('inspect, dataset, reply', 'they do what they did', async context => {
		const disk = await mountDisk('20m', context);
		const home = path.join(disk.folder, 'home');
		await cp(await trainedHome(), home, {recursive: true});
		disk.change('ro');
		const out = path.join(await temporaryFolder(), 'data.jsonl');
		for (const args of [
			['inspect', demo],
			['dataset', demo, '--me', me, '--out', out],
			['reply', '--twin', 'Mika'],
		]) {
			const ended = await run(args, {home, input: 'hey'});
			expectTold(ended);
			expect(ended.code, ended.stderr).toBe(0);
		}
	});

	promise('train', 'a sentence', async context => {
		const disk = await mountDisk('1m', context);
		disk.change('ro');
		const ended = await run(
			['train', await makeData(await temporaryFolder())],
			{home: path.join(disk.folder, 'home')},
		);
		expectTold(ended);
		expect(ended.code).toBe(1);
		return `“${ended.stderr.trim()}”`;
	});

	promise(
		'the program',
		'all but the training works; that says why; leaving works',
		async context => {
			const disk = await mountDisk('1m', context);
			disk.change('ro');
			await goAsFarAsPossible(
				path.join(disk.folder, 'home'),
				/read-only|may not|cannot be written/i,
			);
		},
	);

	promise('a talk with the twin', 'it answers', async context => {
		const disk = await mountDisk('20m', context);
		const home = path.join(disk.folder, 'home');
		await cp(await trainedHome(), home, {recursive: true});
		disk.change('ro');
		await expectTalk(home);
	});
});

async function expectTalk(home: string): Promise<void> {
	const reply = await run(['reply', '--twin', 'Mika'], {home, input: 'hey'});
	expect([reply.code, reply.stdout.trim() !== ''], reply.stderr).toEqual([
		0,
		true,
	]);
	const program = await runInPty(['--chat', 'Mika'], {home, env: atOnce});
	await program.until('Write to Mika', patience);
	program.write('hey');
	await program.until('❯ hey');
	program.write(keys.enter);
	await program.until(/Mika\b.*\n\s*[▌▖] \S/, patience);
	await program.until(screen => !screen.includes('is writing'), patience);
	program.write(ctrl('c') + ctrl('c'));
	expect(await program.exit).toBe(0);
}

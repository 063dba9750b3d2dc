import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect} from 'vitest';
import {openStore} from '../../source/store/store.ts';
import {atOnce, runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';
import {
	demo,
	type Ended,
	expectSound,
	makeData,
	me,
	run,
	temporaryFolder,
	trainedHome,
} from './program.ts';

/** A moment within a time, in milliseconds. */
export type Moment = (within: number) => number;

/** Moments that are the same for the same seed. */
export function moments(seed: number): Moment {
	let state = seed;
	return within => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return ((state >>> 8) / 0x7fffff) * within;
	};
}

const wasKilled = ({signal}: Ended): boolean => signal === 'SIGKILL';

/** Files that a write was begun with and not ended. */
const unfinishedIn = async (folder: string): Promise<string[]> =>
	(await readdir(folder, {recursive: true})).filter(name =>
		name.endsWith('.tmp'),
	);

/** Kills `dataset` while it writes over an older file: that one is there as it was, or the new one is whole. */
export async function killDataset(
	rounds: number,
	moment: Moment,
): Promise<string> {
	const folder = await temporaryFolder();
	const home = path.join(folder, 'home');
	const out = path.join(folder, 'out', 'data.jsonl');
	const args = ['dataset', demo, '--me', me, '--out'];
	const whole = path.join(folder, 'whole.jsonl');
	await mkdir(path.dirname(out));
	const begun = performance.now();
	await run([...args, whole], {home: path.join(folder, 'other')});
	const time = performance.now() - begun;
	const expected = await readFile(whole, 'utf8');
	await run([...args, out], {home});
	let killed = 0;
	for (let round = 0; round < rounds; round++) {
		await writeFile(out, 'older\n');
		const ended = await run([...args, out], {
			home,
			killAfter: moment(0.8 * time),
		});
		if (wasKilled(ended)) killed++;
		expect(['older\n', expected]).toContain(await readFile(out, 'utf8'));
		await expectSound(home);
	}
	const last = await run([...args, out], {home});
	expect(last.code, last.stderr).toBe(0);
	expect(await readFile(out, 'utf8')).toBe(expected);
	expect(await unfinishedIn(folder)).toEqual([]);
	return `${killed} of ${rounds} killed`;
}

/** Kills `train`, then gives the same command again: it goes on, and one twin comes of it. */
export async function killTraining(
	rounds: number,
	moment: Moment,
): Promise<string> {
	const folder = await temporaryFolder();
	const home = path.join(folder, 'home');
	const data = await makeData(folder);
	const store = openStore({settings: home, data: home, log: home});
	const begun = performance.now();
	await run(['train', data, '--name', 'Whole'], {home});
	const time = performance.now() - begun;
	let killed = 0;
	let resumed = 0;
	for (let round = 0; round < rounds; round++) {
		const name = `Twin ${round}`;
		const args = ['train', data, '--name', name];
		const first = await run(args, {home, killAfter: moment(0.8 * time)});
		if (wasKilled(first)) killed++;
		await expectSound(home);
		const ended = (await store.jobs.list()).filter(
			job => job.name === name && job.phase === 'succeeded',
		);
		const again = await run(args, {home});
		expect(again.code, again.stderr).toBe(0);
		if (again.stderr.includes('Going on')) resumed++;
		const twins = (await store.twins.list()).filter(twin => twin.name === name);
		expect(twins).toHaveLength(ended.length + 1);
		const reply = await run(['reply', '--twin', name], {home, input: 'hey'});
		expect(reply.code, reply.stderr).toBe(0);
	}
	expect(await unfinishedIn(home)).toEqual([]);
	return `${killed} of ${rounds} killed, ${resumed} gone on with`;
}

/** Kills `reply`: the next one answers. */
export async function killReply(
	rounds: number,
	moment: Moment,
): Promise<string> {
	const home = await trainedHome();
	let killed = 0;
	for (let round = 0; round < rounds; round++) {
		const ended = await run(['reply'], {
			home,
			input: 'hey',
			killAfter: moment(500),
		});
		if (wasKilled(ended)) killed++;
		await expectSound(home);
	}
	const last = await run(['reply'], {home, input: 'hey'});
	expect([last.code, last.stdout.trim() !== '']).toEqual([0, true]);
	return `${killed} of ${rounds} killed`;
}

type Running = Awaited<ReturnType<typeof runInPty>>;

/** From the first screen to the chat, as fast as the program goes. */
export async function journey(program: Running): Promise<void> {
	const patience = 30_000;
	await program.until(/Which chats|Your twin is/, patience);
	if (!program.text().includes('Which chats')) {
		// A training that was left comes first.
		await program.until('Your twin is ready', patience);
		program.write(keys.escape);
		await program.until('Which chats', patience);
	}
	program.write('a');
	await program.until(/[1-9] picked/, patience);
	program.write(keys.enter);
	await program.until(/❯ Mika/, patience);
	program.write(keys.enter);
	await program.until(/keeps [\d,]+[\s\S]*?\d examples/, patience);
	program.write(keys.right);
	program.write(keys.enter);
	await program.until('Ready to train', patience);
	program.write(keys.enter);
	await program.until('Your twin is ready', patience);
	program.write(keys.enter);
	await program.until('Write to Mika', patience);
	program.write('hey');
	await program.until('❯ hey', patience);
	program.write(keys.enter);
	await program.until(/Mika\b.*\n\s*[▌▖] \S/, patience);
	await program.until(screen => !screen.includes('is writing'), patience);
}

/** Kills the program itself somewhere between its first screen and a reply; the next start comes up, and goes the whole way at last. */
export async function killJourney(
	rounds: number,
	moment: Moment,
): Promise<string> {
	const home = path.join(await temporaryFolder(), 'home');
	const seen = new Map<string, number>();
	for (let round = 0; round < rounds; round++) {
		const program = await runInPty(['--demo'], {home, env: atOnce});
		const timer = setTimeout(
			() => program.kill('SIGKILL'),
			4000 * moment(1) ** 2,
		);
		// It ends in the middle of it, or at its end where the time was long enough.
		await journey(program).catch(() => undefined);
		clearTimeout(timer);
		const step = /(\d)\/5/.exec(program.text())?.[1] ?? 'start';
		seen.set(step, (seen.get(step) ?? 0) + 1);
		program.kill('SIGKILL');
		await program.exit;
		await expectSound(home);
		const next = await runInPty(['--demo'], {home, env: atOnce});
		await next.until(/Which chats|Your twin is/);
		await next.until('? help');
		next.write(ctrl('c') + ctrl('c'));
		expect(await next.exit).toBe(0);
	}
	const last = await runInPty(['--demo'], {home, env: atOnce});
	await journey(last);
	return `killed in ${[...seen].map(([step, count]) => `${step}: ${count}×`).join(', ')}`;
}

import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect} from 'vitest';
import {openStore} from '../../source/store/store.ts';
import {chatsOf} from '../local/engine/author.ts';
import {filesIn, run, temporaryFolder} from './program.ts';
import {promise} from './promise.ts';

const jsonl = (examples: readonly object[]) =>
	examples.map(example => `${JSON.stringify(example)}\n`).join('');

/** The bytes of the one model that is complete. */
async function modelIn(home: string): Promise<Buffer> {
	const found = (await filesIn(home)).filter(name =>
		/(?<!ckpt-step-\d+)\.model$/.test(name),
	);
	expect(found).toHaveLength(1);
	return readFile(path.join(home, found[0] as string));
}

promise(
	'kill -9 in the middle of training the network',
	'the same job goes on from where it was saved last, and ends as one that was never interrupted, to the last bit of the model',
	async () => {
		const folder = await temporaryFolder();
		const data = path.join(folder, 'data.jsonl');
		const heldOut = path.join(folder, 'data.validation.jsonl');
		await writeFile(data, jsonl(chatsOf(300, 1)));
		await writeFile(heldOut, jsonl(chatsOf(20, 2)));
		const args = [
			...['train', data, '--validation', heldOut, '--name', 'Mia'],
			// By epochs, not by the clock: then the seed alone says what the steps are.
			...['--epochs', '16', '--seed', '1', '--json'],
		];
		const env = {TWIN_TUI_MINUTES: ''};
		const stepIn = (stdout: string) =>
			Number(
				stdout
					.match(/"step":(\d+)/g)
					?.at(-1)
					?.slice(7),
			);

		const whole = path.join(folder, 'whole');
		const unbroken = await run(args, {home: whole, env});
		expect(unbroken.code, unbroken.stderr).toBe(0);

		const home = path.join(folder, 'home');
		const total = stepIn(unbroken.stdout);
		const middle = new RegExp(`"step":${Math.round(0.6 * total)}\\b`);
		const killed = await run(args, {home, env, killAt: middle});
		expect(killed.signal).toBe('SIGKILL');
		const saved = (await filesIn(home)).filter(
			name => path.basename(name) === 'network',
		);
		expect(saved).toHaveLength(1);
		const again = await run(args, {home, env});
		expect(again.code, again.stderr).toBe(0);
		expect(again.stderr).toContain('Going on');

		const store = openStore({settings: home, data: home, log: home});
		expect(await store.jobs.list()).toHaveLength(1);
		expect(await store.twins.list()).toHaveLength(1);
		const from = Number(again.stdout.match(/network from step (\d+)/)?.[1]);
		expect(from).toBeGreaterThan(0);
		expect(await modelIn(home)).toEqual(await modelIn(whole));
		return `killed at step ${stepIn(killed.stdout)} of ${total}, gone on from step ${from}; the same model to the last bit`;
	},
	600_000,
);

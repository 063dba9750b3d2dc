import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {rolldown} from 'rolldown';
import {expect, test} from 'vitest';
import {config, output} from '../build.js';
import {median, run} from './exports/measure.ts';
import {record} from './record.ts';

/*
A million messages to JSONL, as they are and anonymised, against serialising the same messages with `JSON.stringify`.
All in one process, the cases taking turns, medians.
*/

const root = path.resolve(import.meta.dirname, '..');
const MESSAGES = 1_000_000;
const ROUNDS = 7;

test('messages to JSONL', async () => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-dataset-'));
	try {
		const bundle = await rolldown({
			...config,
			input: {child: path.join(root, 'benchmarks/dataset/child.ts')},
			cwd: root,
		});
		await bundle.write({...output, dir: folder});
		const {stdout} = await run([
			path.join(folder, 'child.js'),
			String(MESSAGES),
			String(ROUNDS),
		]);
		const times: Record<string, number[]> = JSON.parse(stdout);
		const floor = median(times['JSON.stringify'] ?? []);
		for (const what of ['to JSONL', 'to JSONL, anonymised'])
			record({
				what: `${MESSAGES.toLocaleString('en')} messages ${what}`,
				measured: `${median(times[what] ?? []).toFixed(0)} ms`,
				against: `JSON.stringify: ${floor.toFixed(0)} ms`,
				ratio: (median(times[what] ?? []) / floor).toFixed(2),
			});
		console.log(`\n${MESSAGES.toLocaleString('en')} messages`);
		for (const [name, rounds] of Object.entries(times))
			console.log(
				`${name.padEnd(24)}${median(rounds).toFixed(0).padStart(8)} ms${(median(rounds) / floor).toFixed(2).padStart(8)} ×`,
			);
		expect(floor).toBeGreaterThan(0);
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
});

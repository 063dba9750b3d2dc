import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {rolldown} from 'rolldown';
import {expect, test} from 'vitest';
import {config, output} from '../build.js';
import {writeExport} from './exports/generate.ts';
import {exponent, median, run} from './exports/measure.ts';
import {record} from './record.ts';

/*
How each stage grows from 10,000 to 1,000,000 messages: its time is measured at four sizes, and the exponent is the slope
of the line through them (logarithms; 1 is as much longer as there is more). With the peak memory of the whole process.
*/

const root = path.resolve(import.meta.dirname, '..');
/** From 40,000 on in whole chats of 40,000, as they are exported. */
const sizes = [10_000, 40_000, 200_000, 1_000_000];
/** Counting n-grams takes minutes where there is much: once is enough there. */
const roundsFor = (stage: string, messages: number) =>
	stage === 'engine' && messages > 100_000 ? 1 : 3;
const stages = ['parse', 'dataset', 'selection', 'engine'];

type Point = {messages: number; milliseconds: number; megabytes: number};

test('growth', {timeout: 3_600_000}, async () => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-growth-'));
	try {
		const bundle = await rolldown({
			...config,
			input: {child: path.join(root, 'benchmarks/growth/child.ts')},
			cwd: root,
		});
		await bundle.write({...output, dir: folder});
		const files = new Map(
			sizes.map(messages => [
				messages,
				writeExport(
					path.join(folder, `${messages}.txt`),
					'Android, German',
					messages,
				),
			]),
		);
		for (const stage of stages) {
			const points: Point[] = [];
			for (const messages of sizes) {
				const runs: {milliseconds: number; megabytes: number}[] = [];
				for (let round = 0; round < roundsFor(stage, messages); round++) {
					const {stdout, megabytes} = await run([
						path.join(folder, 'child.js'),
						stage,
						String(messages),
						files.get(messages) ?? '',
					]);
					runs.push({milliseconds: Number(stdout), megabytes});
				}
				points.push({
					messages,
					milliseconds: median(runs.map(one => one.milliseconds)),
					megabytes: median(runs.map(one => one.megabytes)),
				});
			}
			const slope = exponent(points);
			const [first, last] = [points[0], points.at(-1)];
			for (const {messages, milliseconds, megabytes} of points)
				console.log(
					`${stage.padEnd(10)}${messages.toLocaleString('en').padStart(11)} messages${milliseconds.toFixed(0).padStart(8)} ms${megabytes.toFixed(0).padStart(7)} MB`,
				);
			console.log(`${stage.padEnd(10)}exponent ${slope.toFixed(2)}`);
			record({
				what: `growth of ${stage === 'engine' ? 'the engine’s n-grams' : stage}, 10,000 to 1,000,000 messages`,
				measured: `${first?.milliseconds.toFixed(0)} ms to ${last?.milliseconds.toFixed(0)} ms, at most ${last?.megabytes.toFixed(0)} MB`,
				against: 'as much longer as there is more: exponent 1',
				ratio: `exponent ${slope.toFixed(2)}`,
			});
			expect(slope).toBeGreaterThan(0);
		}
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
});

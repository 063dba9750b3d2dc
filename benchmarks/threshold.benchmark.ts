import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {rolldown} from 'rolldown';
import {expect, test} from 'vitest';
import {config, output} from '../build.js';
import {barsAt} from '../source/moderation/selection/bars.ts';
import {droppedMost, nearest} from '../source/moderation/selection/lists.ts';
import {defaultSettings} from '../source/moderation/selection/settings.ts';
import {
	countsAt,
	type Table,
	tableOf,
} from '../source/moderation/selection/table.ts';
import {categories} from '../source/moderation/types.ts';
import {run} from './exports/measure.ts';
import {record} from './record.ts';
import {manyScored} from './threshold/scored.ts';

/*
A step of the threshold over a million scored messages: what it computes, against counting the messages one by one, and
what it takes in the bundled program from a key to the bytes that the terminal gets, against the same screen with a hundred
messages, in the same run.
*/

const root = path.resolve(import.meta.dirname, '..');
const messages = 1_000_000;
const steps = 200;
const frame = 1000 / 30;

const percentile = (times: readonly number[], share: number): number =>
	times.toSorted((one, other) => one - other)[
		Math.ceil(times.length * share) - 1
	] ?? 0;

/** Everything that the screen asks the table for. */
function look(table: Table, threshold: number): number {
	const {keeps} = countsAt(table, threshold);
	nearest(table, threshold, 12);
	droppedMost(table, threshold, 12);
	barsAt(table, threshold);
	return keeps;
}

/** What would have to be done without a table. */
function countOneByOne({columns}: Table, threshold: number): number {
	const line = threshold * 10_000;
	let keeps = 0;
	for (let row = 0; row < columns.counts.length; row++) {
		let isKept = true;
		for (const column of columns.scores)
			if ((column[row] as number) > line) isKept = false;
		if (isKept) keeps += columns.counts[row] as number;
	}
	return keeps;
}

const row = (...cells: (string | number)[]) =>
	console.log(
		cells
			.map((cell, at) =>
				at === 0 ? String(cell).padEnd(44) : String(cell).padStart(12),
			)
			.join(''),
	);

test('a step of the threshold', async () => {
	const columns = manyScored(messages);
	const begun = performance.now();
	const table = tableOf(columns, defaultSettings);
	const making = performance.now() - begun;
	const off = {...defaultSettings, categories: new Set(categories.slice(1))};
	const again = performance.now();
	tableOf(columns, off, table);
	const switching = performance.now() - again;

	const times: number[] = [];
	const cpu = process.cpuUsage();
	for (let step = 0; step < steps; step++) {
		const threshold = ((step * 37) % 101) / 100;
		const before = performance.now();
		look(table, threshold);
		times.push(performance.now() - before);
	}
	const {user, system} = process.cpuUsage(cpu);
	// Of the processor: what else goes on on the machine makes no difference to it.
	const each = (user + system) / 1000 / steps;
	const byHand = performance.now();
	const counted = countOneByOne(table, 0.6);
	const plain = performance.now() - byHand;
	expect(countsAt(table, 0.6).keeps).toBe(counted);

	row('', 'ms', '95 of 100');
	row(
		'counts, lists, bars of a step',
		percentile(times, 0.5).toFixed(3),
		percentile(times, 0.95).toFixed(3),
	);
	row('the same, processor time, mean', each.toFixed(3));
	row('counting one by one, counts alone', plain.toFixed(1));
	row('table made (once)', making.toFixed(0));
	row('table made again (a category switched)', switching.toFixed(0));
	record({
		what: 'threshold: counts, lists and bars of a step, 1,000,000 messages',
		measured: `${percentile(times, 0.5).toFixed(2)} ms, 95th percentile ${percentile(times, 0.95).toFixed(2)} ms`,
		against: `counting one by one, counts alone: ${plain.toFixed(0)} ms`,
		ratio: `1/${(plain / percentile(times, 0.5)).toFixed(0)}`,
	});
	expect(each).toBeLessThan(1);
	expect(percentile(times, 0.5)).toBeLessThan(plain / 100);
});

test('from a key to the screen', async () => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-threshold-'));
	try {
		const bundle = await rolldown({
			...config,
			input: {child: path.join(root, 'benchmarks/threshold/child.tsx')},
			cwd: root,
		});
		// A failure is told by line, and not with the whole bundle.
		await bundle.write({...output, minify: false, dir: folder});
		const {stdout} = await run([path.join(folder, 'child.js')]);
		const {few, many} = JSON.parse(stdout) as Record<'few' | 'many', number[]>;
		row('', 'ms', '95 of 100');
		for (const [name, times] of Object.entries({few, many}))
			row(
				`from the key to the bytes, ${name === 'few' ? 'a hundred' : 'a million'} messages`,
				percentile(times, 0.5).toFixed(1),
				percentile(times, 0.95).toFixed(1),
			);
		const ratio = percentile(many, 0.5) / percentile(few, 0.5);
		row('ratio', ratio.toFixed(2), `frame ${frame.toFixed(0)} ms`);
		record({
			what: 'threshold: from a key to the bytes of the screen, 1,000,000 messages, 140×36',
			measured: `${percentile(many, 0.5).toFixed(1)} ms, 95th percentile ${percentile(many, 0.95).toFixed(1)} ms`,
			against: `the same screen with 100 messages: ${percentile(few, 0.5).toFixed(1)} ms; a frame has 33 ms`,
			ratio: `${ratio.toFixed(2)}×`,
		});
		// The number of messages makes no difference to a step.
		expect(ratio).toBeLessThan(1.2);
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
});

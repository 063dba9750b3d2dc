import process from 'node:process';
import {expect, test} from 'vitest';
import {barsAt} from '../source/moderation/selection/bars.ts';
import {
	type Columns,
	enterScores,
	makeColumns,
} from '../source/moderation/selection/columns.ts';
import {droppedMost, nearest} from '../source/moderation/selection/lists.ts';
import {defaultSettings} from '../source/moderation/selection/settings.ts';
import {
	countsAt,
	type Table,
	tableOf,
} from '../source/moderation/selection/table.ts';
import {categories} from '../source/moderation/types.ts';
import {reduce} from '../source/state.ts';
import {openThreshold, thresholdWith} from '../test/screens/threshold.tsx';
import {key} from '../test/state/samples.ts';

/*
A step of the threshold over a million scored messages: what it computes, against counting the messages one by one, and
what it takes until the screen shows it, against the same screen with a hundred messages, in the same run.
*/

const messages = 1_000_000;
const steps = 200;
const frame = 1000 / 30;

/** A million distinct texts with scores as chats have them: most low, a few high. */
function manyScored() {
	const texts = new Map<string, number>();
	for (let number = 0; number < messages; number++)
		texts.set(`message number ${number}`, 1 + (number % 97 === 0 ? 40 : 0));
	const columns = makeColumns(texts);
	let row = 0;
	for (const text of texts.keys()) {
		const base = ((row * 7919) % 10_007) / 10_007;
		enterScores(
			columns,
			new Map([
				[
					text,
					categories.map((_, at) => base ** (2 + at) * (row % 20 ? 0.2 : 1)),
				],
			]),
		);
		row++;
	}
	return columns;
}

/** The first texts of many. */
const fewOf = (columns: Columns, count: number): Columns => ({
	...columns,
	texts: columns.texts.slice(0, count),
	counts: columns.counts.slice(0, count),
	scores: columns.scores.map(column => column.slice(0, count)),
	scored: columns.scored.slice(0, count),
	flagged: columns.flagged.slice(0, count),
});

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
	const columns = manyScored();
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
	expect(each).toBeLessThan(1);
	expect(percentile(times, 0.5)).toBeLessThan(plain / 100);

	const drawn: Record<string, number[]> = {};
	const busy: Record<string, number> = {};
	for (const [name, shown] of [
		['a hundred', fewOf(columns, 100)],
		['a million', columns],
	] as const) {
		let state = thresholdWith(shown, {columns: 140, rows: 36});
		const screen = await openThreshold(state);
		const painted: number[] = [];
		const cpu = process.cpuUsage();
		for (let step = 0; step < 60; step++) {
			const before = performance.now();
			state = reduce(state, key(step % 2 ? 'left' : 'L'));
			await screen.show(state);
			painted.push(performance.now() - before);
		}
		const {user, system} = process.cpuUsage(cpu);
		drawn[name] = painted;
		busy[name] = (user + system) / 1000 / painted.length;
		row(
			`from the key to the screen, ${name} messages`,
			percentile(painted, 0.5).toFixed(1),
			percentile(painted, 0.95).toFixed(1),
		);
		row('the same, processor time, mean', (busy[name] ?? 0).toFixed(1));
		await screen.unmount();
	}
	const ratio =
		percentile(drawn['a million'] ?? [], 0.5) /
		percentile(drawn['a hundred'] ?? [], 0.5);
	row('ratio', ratio.toFixed(2), `frame ${frame.toFixed(0)} ms`);
	// The number of messages makes no difference to a step.
	expect(ratio).toBeLessThan(1.5);
});

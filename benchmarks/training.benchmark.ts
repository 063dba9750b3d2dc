import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {expect, test} from 'vitest';
import {writeConversations} from './engine/conversations.ts';
import {exponent} from './exports/measure.ts';
import {record} from './record.ts';

/*
What a training with the embedded engine takes: the built program trains on 10,000 to 1,000,000 messages, its network for a
bounded time. The peak memory of the whole process with its threads, and how each stage grows.
`SIZES=10000,100000 npm run benchmark -- training` takes other sizes.
*/

const root = path.resolve(import.meta.dirname, '..');
const sizes = (process.env.SIZES ?? '10000,100000,1000000')
	.split(',')
	.map(Number);
const minutes = '0.1';
const mostMegabytes = 1500;
/** Of n log n from 10,000 to 1,000,000 it is 1.09; the rest is for a machine with other work. */
const steepest = 1.25;

/** What the program says when a stage begins; the network's own is not measured, for its time is given. */
const stages: readonly [name: string, begins: RegExp][] = [
	['checking and keeping the file', /^$/],
	['vocabulary and tokens', /^Fine-tuning job started/],
	['counting n-grams', /^Counting n-grams/],
	['', /^Training a network/],
	['weighing, writing', /^Weighing/],
];

/** Milliseconds that a process has computed; by the clock where the system does not say. */
function computed(pid: number): number {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ');
		return 10 * (Number(fields[13]) + Number(fields[14]));
	} catch {
		return performance.now();
	}
}

const report = `data:text/javascript,${encodeURIComponent(
	"import {isMainThread} from 'node:worker_threads'; if (isMainThread) process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS / 1024 + '\\n'))",
)}`;

/** Trains once: milliseconds by stage, and the peak memory. */
async function trainOn(file: string, home: string) {
	const child = spawn(
		process.execPath,
		[
			...['--import', report, path.join(root, 'dist/cli.js')],
			...['train', file, '--minutes', minutes, '--seed', '1', '--json'],
		],
		{
			env: {...process.env, TWIN_TUI_HOME: home},
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	);
	const pid = child.pid ?? 0;
	const spent = new Map<string, number>();
	let stage = stages[0]?.[0] ?? '';
	let begun = 0;
	let now = 0;
	const enter = (next: string) => {
		spent.set(stage, (spent.get(stage) ?? 0) + now - begun);
		[stage, begun] = [next, now];
	};
	let words = '';
	child.stderr.on('data', data => {
		words += data;
	});
	for await (const line of createInterface(child.stdout)) {
		now = computed(pid);
		const {text = ''} = JSON.parse(line) as {text?: string};
		const next = stages.find(([, begins]) => text && begins.test(text));
		if (next) enter(next[0]);
	}
	enter('');
	if (child.exitCode === null) await once(child, 'exit');
	expect(child.exitCode, words).toBe(0);
	return {
		spent,
		megabytes: Number(/peak ([\d.]+)/.exec(words)?.[1]),
	};
}

test('1,000,000 messages train within 1.5 GB, and no stage grows faster than n log n', {
	timeout: 3_600_000,
}, async () => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-training-'));
	try {
		const runs: (Awaited<ReturnType<typeof trainOn>> & {
			messages: number;
		})[] = [];
		for (const messages of sizes) {
			const file = path.join(folder, `${messages}.jsonl`);
			writeConversations(file, messages);
			const run = await trainOn(file, path.join(folder, `${messages}`));
			runs.push({messages, ...run});
			console.log(
				`${messages.toLocaleString('en')} messages: ${run.megabytes.toFixed(0)} MB; ${[...run.spent].map(([name, ms]) => (name ? `${name} ${(ms / 1000).toFixed(1)} s` : '')).join('  ')}`,
			);
		}
		const last = runs.at(-1);
		if (!last) return;
		record({
			what: `memory of training on ${last.messages.toLocaleString('en')} messages, whole program`,
			measured: `${last.megabytes.toFixed(0)} MB at most`,
			against: `${mostMegabytes.toLocaleString('en')} MB`,
			ratio: (last.megabytes / mostMegabytes).toFixed(2),
		});
		expect(last.megabytes).toBeLessThan(mostMegabytes);
		for (const [name] of stages.filter(([name]) => name)) {
			const slope = exponent(
				runs.map(({messages, spent}) => ({
					messages,
					milliseconds: spent.get(name) ?? 0,
				})),
			);
			const seconds = runs.map(({spent}) =>
				((spent.get(name) ?? 0) / 1000).toFixed(1),
			);
			record({
				what: `training: ${name}, ${runs[0]?.messages.toLocaleString('en')} to ${last.messages.toLocaleString('en')} messages`,
				measured: `${seconds.join(' s, ')} s of processor time`,
				against: 'n log n: exponent 1.09',
				ratio: `exponent ${slope.toFixed(2)}`,
			});
			expect(slope, name).toBeLessThan(steepest);
		}
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
});

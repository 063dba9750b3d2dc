import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {spawn} from '@lydell/node-pty';
import {rolldown} from 'rolldown';
import {test} from 'vitest';
import {config, output} from '../build.js';
import {record} from './record.ts';

/*
How long until something is seen: the program's first screen against an Ink "hello world" that is bundled the same way,
and `--version` against bare Node. All in one run, the cases taking turns, medians of `rounds`.
*/

const rounds = 15;
const root = path.resolve(import.meta.dirname, '..');

type Case = {name: string; args: string[]; shows: string};

/** Milliseconds from the start of the process until the terminal has been sent a text. */
function untilShown({args, shows}: Case, folder: string): Promise<number> {
	return new Promise((resolve, reject) => {
		const begun = performance.now();
		const child = spawn(process.execPath, args, {
			cols: 80,
			rows: 24,
			cwd: folder,
			env: {
				...process.env,
				CI: 'false',
				HOME: folder,
				TWIN_TUI_HOME: path.join(folder, 'home'),
			},
		});
		let output = '';
		let seen: number | null = null;
		child.onData(data => {
			output += data;
			if (seen !== null || !output.includes(shows)) return;
			seen = performance.now() - begun;
			child.kill('SIGKILL');
		});
		child.onExit(() =>
			seen === null
				? reject(new Error(`Never shown: ${shows}\n${output}`))
				: resolve(seen),
		);
	});
}

const median = (values: number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ??
	Number.NaN;

async function bundleHello(folder: string): Promise<string> {
	const bundle = await rolldown({
		...config,
		input: {hello: path.join(root, 'benchmarks/hello/hello.tsx')},
		cwd: root,
	});
	await bundle.write({...output, dir: path.join(folder, 'hello')});
	return path.join(folder, 'hello/hello.js');
}

function report(times: ReadonlyMap<string, number[]>): void {
	const of = (name: string) => median(times.get(name) ?? []);
	for (const name of times.keys())
		console.log(`${name.padEnd(26)} ${of(name).toFixed(0).padStart(6)} ms`);
	const ratios = {
		'--version / bare Node': of('twin-tui --version') / of('bare Node'),
		'first paint / hello world':
			of('twin-tui, first paint') / of('Ink hello world'),
	};
	for (const [name, ratio] of Object.entries(ratios))
		console.log(`${name.padEnd(26)} ${ratio.toFixed(2).padStart(6)}`);
	for (const [what, peer] of [
		['twin-tui --version', 'bare Node'],
		['twin-tui, first paint', 'Ink hello world'],
	] as const)
		record({
			what,
			measured: `${of(what).toFixed(0)} ms`,
			against: `${peer}: ${of(peer).toFixed(0)} ms`,
			ratio: (of(what) / of(peer)).toFixed(2),
		});
}

test('first paint', async () => {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-paint-'));
	try {
		const cli = path.join(root, 'dist/cli.js');
		const cases: Case[] = [
			{name: 'bare Node', args: ['-e', 'console.log("ready")'], shows: 'ready'},
			{name: 'twin-tui --version', args: [cli, '--version'], shows: '.'},
			{
				name: 'Ink hello world',
				args: [await bundleHello(folder)],
				shows: 'Hello, world',
			},
			{name: 'twin-tui, first paint', args: [cli], shows: 'Which chats'},
		];
		const times = new Map(cases.map(({name}) => [name, [] as number[]]));
		for (let round = 0; round < rounds; round++) {
			for (const one of cases)
				times.get(one.name)?.push(await untilShown(one, folder));
		}
		report(times);
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
});

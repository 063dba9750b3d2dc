import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {rolldown} from 'rolldown';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {config, output} from '../build.js';
import {readExports} from '../source/chats/files/read.ts';
import type {FormName} from './exports/forms.ts';
import {writeExport} from './exports/generate.ts';
import {median, run} from './exports/measure.ts';
import {record} from './record.ts';

/*
Reading exports against npm `whatsapp-chat-parser` and against splitting lines alone: whole processes with a million
messages (time, peak memory and how many were read; of Arabic dates the parser reads none), and within a process that
has read several before. What each of them does is said in `exports/readers.ts`: the parser makes an array of messages
with sender and `Date`, and neither kinds nor a receipt. Then what a screen notices of 25 exports of 40,000 messages.
Whole processes take turns; medians. "faster" and "memory" are against the parser, "lines" is the time of splitting lines.
*/

const root = path.resolve(import.meta.dirname, '..');
const MESSAGES = 1_000_000;
const ROUNDS = 5;
const FORMS: FormName[] = [
	'Android, German',
	'iPhone, English (US)',
	'Android, Spanish',
	'iPhone, Arabic',
];
const READERS = [
	'twin-tui',
	'twin-tui, each message',
	'twin-tui, an array',
	'whatsapp-chat-parser',
	'lines alone',
];
/** What the program does with every export, and against what it is measured. */
const OWN = 'twin-tui';
const PEER = 'whatsapp-chat-parser';

let folder = '';
let child = '';
beforeAll(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-exports-'));
	const bundle = await rolldown({
		...config,
		input: {child: path.join(root, 'benchmarks/exports/child.ts')},
		cwd: root,
	});
	await bundle.write({...output, dir: path.join(folder, 'child')});
	child = path.join(folder, 'child/child.js');
});
afterAll(() => rm(folder, {recursive: true, force: true}));

const row = (...cells: (string | number)[]) =>
	console.log(
		cells
			.map((cell, at) =>
				at === 0 ? String(cell).padEnd(24) : String(cell).padStart(12),
			)
			.join(''),
	);

const perSecond = (messages: number, milliseconds: number) =>
	Math.round((messages / milliseconds) * 1000).toLocaleString('en');

test.each(FORMS)('%s, whole process', async form => {
	const file = writeExport(path.join(folder, 'chat.txt'), form, MESSAGES);
	const commands = new Map<string, string[]>([
		...READERS.map(
			name => [name, [child, name, file, '1']] as [string, string[]],
		),
		[
			'inspect --json',
			[path.join(root, 'dist/cli.js'), 'inspect', '--json', file],
		],
	]);
	const runs = new Map(
		[...commands.keys()].map(name => [
			name,
			[] as Awaited<ReturnType<typeof run>>[],
		]),
	);
	for (let round = 0; round < ROUNDS; round++)
		for (const [name, args] of commands) runs.get(name)?.push(await run(args));
	console.log(
		`\n${form}: ${MESSAGES.toLocaleString('en')} messages, whole process`,
	);
	row('', 'ms', 'MB', 'messages/s', 'faster ×', 'memory ×', 'lines ×', 'read');
	const time = (name: string) =>
		median((runs.get(name) ?? []).map(each => each.milliseconds));
	const memory = (name: string) =>
		median((runs.get(name) ?? []).map(each => each.megabytes));
	for (const name of commands.keys())
		row(
			name,
			time(name).toFixed(0),
			memory(name).toFixed(0),
			perSecond(MESSAGES, time(name)),
			(time(PEER) / time(name)).toFixed(2),
			(memory(name) / memory(PEER)).toFixed(2),
			(time(name) / time('lines alone')).toFixed(2),
			(
				JSON.parse(runs.get(name)?.[0]?.stdout ?? '{}').messages ?? 0
			).toLocaleString('en'),
		);
	record({
		what: `read an export of ${MESSAGES.toLocaleString('en')} messages, whole process (${form})`,
		measured: `${time(OWN).toFixed(0)} ms, ${memory(OWN).toFixed(0)} MB`,
		against: `${PEER}: ${time(PEER).toFixed(0)} ms, ${memory(PEER).toFixed(0)} MB; lines alone: ${time('lines alone').toFixed(0)} ms`,
		ratio: `${(time(PEER) / time(OWN)).toFixed(1)} × as fast, ${(memory(OWN) / memory(PEER)).toFixed(2)} of the memory`,
	});
	const [first] = runs.get(OWN) ?? [];
	expect(JSON.parse(first?.stdout ?? '{}')).toMatchObject({messages: MESSAGES});
});

test.each(FORMS)('%s, in process', async form => {
	const messages = 100_000;
	const file = writeExport(path.join(folder, 'chat.txt'), form, messages);
	console.log(
		`\n${form}: ${messages.toLocaleString('en')} messages, in process`,
	);
	row('', 'ms', 'messages/s', 'faster ×', 'lines ×');
	const times = new Map<string, number>();
	for (const name of READERS) {
		const {stdout} = await run([child, name, file, '11']);
		times.set(name, median(JSON.parse(stdout).times));
	}
	for (const [name, time] of times)
		row(
			name,
			time.toFixed(0),
			perSecond(messages, time),
			((times.get(PEER) ?? 0) / time).toFixed(2),
			(time / (times.get('lines alone') ?? 0)).toFixed(2),
		);
});

test('a screen while 25 exports of 40,000 messages load', async () => {
	const files = Array.from({length: 25}, (_, seed) =>
		writeExport(
			path.join(folder, `chat-${seed}.txt`),
			FORMS[seed % FORMS.length] as FormName,
			40_000,
			seed,
		),
	);
	let messages = 0;
	const idle = await framesDuring(() => sleep(3000));
	const loading = await framesDuring(async () => {
		const {signal} = new AbortController();
		for await (const event of readExports(files, signal))
			if (event.type === 'chat') messages += event.chat.messages.length;
	});
	console.log(
		`\n${messages.toLocaleString('en')} messages: frames a second of 30, and milliseconds between them`,
	);
	row('', 'frames', 'median', '95 %', 'longest', 'missed');
	row('nothing else', ...idle);
	row('while they load', ...loading);
	record({
		what: 'frames a second while 25 exports of 40,000 messages load',
		measured: `${loading[0]} (95 % within ${loading[2]} ms, ${loading[4]} missed)`,
		against: `nothing else: ${idle[0]}`,
		ratio: `${(Number(loading[0]) / Number(idle[0])).toFixed(2)} × as many`,
	});
	expect(messages).toBe(1_000_000);
});

/** Frames a second that a timer of 30 draws meanwhile (it is late by up to a millisecond anyway), and the gaps. */
async function framesDuring(work: () => Promise<unknown>): Promise<string[]> {
	const gaps: number[] = [];
	const begun = performance.now();
	let last = begun;
	const timer = setInterval(() => {
		const now = performance.now();
		gaps.push(now - last);
		last = now;
	}, 1000 / 30);
	await work();
	clearInterval(timer);
	// The frame that was not due yet when the work ended is none.
	const took = last - begun;
	gaps.sort((one, other) => one - other);
	const at = (share: number) =>
		(gaps[Math.floor((gaps.length - 1) * share)] ?? 0).toFixed(0);
	const missed = gaps.filter(gap => gap > 50).length;
	return [
		((gaps.length / took) * 1000).toFixed(1),
		at(0.5),
		at(0.95),
		at(1),
		String(missed),
	];
}

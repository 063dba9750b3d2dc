import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {expect, onTestFinished, test} from 'vitest';
import {openStore} from '../source/store/store.ts';
import {servedTwin} from '../source/twin/served.ts';
import {chatServer} from '../test/helpers/chat-server.ts';
import {runInPty} from '../test/helpers/pty.ts';
import {keys} from '../test/helpers/screen.ts';
import {record} from './record.ts';

/*
What the chat costs: bytes that go to the terminal while a reply streams (against the bytes of the reply itself), processor
time while nothing happens, and how soon a page is on the screen in a session of 10,000 messages (against one of 100).
*/

const size = {columns: 100, rows: 30};
/** Bytes a second that may go to the terminal while a reply streams. */
const mostBytes = 10_000;
/** Share of a processor that may be used while nothing happens. */
const mostIdle = 0.01;
/** A session of 10,000 messages may take this much longer to scroll than one of 100. */
const mostSlower = 2;

/** Words a second: faster than anybody reads. */
const pace = 60;
/** None twice, or it would be cut as going round in circles. */
const words = Array.from({length: 300}, (_, at) => {
	const word = ['soup', 'bread', 'climbing', 'müde', '😂'][at % 5];
	return `${word}${at}${at % 12 === 11 ? '\n' : ' '}`;
});

const streamingServer = () =>
	chatServer(async function* () {
		for (const word of words) {
			yield word;
			await setTimeout(1_000 / pace);
		}
	});

async function homeWith(baseURL: string, messages: number): Promise<string> {
	const home = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-chat-'));
	onTestFinished(() => rm(home, {recursive: true, force: true}));
	const store = openStore({settings: home, data: home, log: home});
	const twin = servedTwin({
		name: 'Nora',
		baseURL,
		model: 'm',
		systemPrompt: '',
	});
	await store.twins.save(twin);
	if (messages === 0) return home;
	const lines = Array.from({length: messages}, (_, at) => ({
		n: at + 2,
		at: '2026-01-01T00:00:00Z',
		entry: {
			type: 'turn',
			turn: {
				id: at + 1,
				role: at % 2 ? 'assistant' : 'user',
				text: `message ${at} about ${words[at % words.length]}\nand more`,
				status: 'done',
			},
		},
	}));
	const begin = {
		n: 1,
		at: '2026-01-01T00:00:00Z',
		entry: {type: 'begin', twin: {id: twin.id, name: twin.name}},
	};
	await mkdir(path.join(home, 'sessions'), {mode: 0o700});
	await writeFile(
		path.join(home, 'sessions', `${twin.id}~a~0.jsonl`),
		[begin, ...lines].map(line => `${JSON.stringify(line)}\n`).join(''),
	);
	return home;
}

async function open(home: string, env: Record<string, string> = {}) {
	const program = await runInPty(['--chat'], {...size, home, env});
	await program.until('Write to Nora', 60_000);
	await program.until(() => program.terminal.modes.bracketedPasteMode);
	return program;
}

/** Seconds of processor time that the program under a shell has used. */
async function processorTime(shell: number): Promise<number> {
	const child = (
		await readFile(`/proc/${shell}/task/${shell}/children`, 'utf8')
	).trim();
	const stat = await readFile(`/proc/${child}/stat`, 'utf8');
	const [user = 0, system = 0] = stat
		.slice(stat.lastIndexOf(')') + 2)
		.split(' ')
		.slice(11, 13)
		.map(Number);
	return (user + system) / 100;
}

test.each([
	['as it comes', {REDUCE_MOTION: '1'}, 4],
	// A bubble may be held back for four seconds.
	['in bubbles', {}, 9],
] as const)(
	'bytes to the terminal while a reply streams %s',
	async (how, env, seconds) => {
		const {url} = await streamingServer();
		const program = await open(await homeWith(url, 0), env);
		program.write('hi');
		await program.until('❯ hi');
		program.write(keys.enter);
		await program.until('is writing');
		const before = Buffer.byteLength(program.output());
		await setTimeout(seconds * 1_000);
		const bytes = Buffer.byteLength(program.output()) - before;
		const own = (Buffer.byteLength(words.join('')) / words.length) * pace;
		console.log(
			`${how}: ${Math.round(bytes / seconds)} bytes a second for a reply of ${Math.round(own)} bytes a second (${(bytes / seconds / own).toFixed(1)} ×)`,
		);
		record({
			what: `bytes to the terminal at 100×30 while a reply streams ${how}`,
			measured: `${Math.round(bytes / seconds)} B/s`,
			against: `${Math.round(own)} B/s of reply`,
			ratio: `${(bytes / seconds / own).toFixed(1)} ×`,
		});
		expect(bytes / seconds).toBeLessThan(mostBytes);
		expect(bytes).toBeGreaterThan(0);
	},
);

test('processor time while nothing happens', async () => {
	const program = await open(await homeWith('http://127.0.0.1:9/v1', 1_000));
	await setTimeout(1_500);
	const before = await processorTime(program.pid);
	const bytes = program.output().length;
	const seconds = 5;
	await setTimeout(seconds * 1_000);
	const share = ((await processorTime(program.pid)) - before) / seconds;
	console.log(`idle: ${(share * 100).toFixed(2)} % of a processor`);
	record({
		what: 'processor time while the chat waits',
		measured: `${(share * 100).toFixed(2)} %`,
		against: 'a whole processor',
		ratio: share.toFixed(4),
	});
	expect(share).toBeLessThanOrEqual(mostIdle);
	expect(program.output().length).toBe(bytes);
});

/** Milliseconds from a key to the page that it leads to: the median of many. */
async function pageTime(messages: number): Promise<number> {
	const program = await open(await homeWith('http://127.0.0.1:9/v1', messages));
	await program.until(`message ${messages - 1} `);
	const times: number[] = [];
	for (let turn = 0; turn < 60; turn++) {
		const before = program.text();
		const begun = performance.now();
		program.write(turn % 12 < 6 ? keys.pageUp : keys.pageDown);
		await program.until(screen => screen !== before);
		times.push(performance.now() - begun);
		// The rest of the page may still be on its way.
		await setTimeout(80);
	}
	program.kill('SIGKILL');
	await program.exit;
	return times.sort((one, other) => one - other)[30] ?? 0;
}

test('a page of a session of 10,000 messages against one of 100', async () => {
	const short = await pageTime(100);
	const long = await pageTime(10_000);
	console.log(
		`a page: ${long.toFixed(1)} ms with 10,000 messages, ${short.toFixed(1)} ms with 100 (${(long / short).toFixed(2)} ×); 30 frames a second leave 33 ms`,
	);
	record({
		what: 'a page of a conversation of 10,000 messages',
		measured: `${long.toFixed(1)} ms`,
		against: `${short.toFixed(1)} ms with 100 messages`,
		ratio: `${(long / short).toFixed(2)} ×`,
	});
	expect(long / short).toBeLessThan(mostSlower);
});

import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import {chatter} from './chatter.ts';
import {answer} from './moderator.ts';

const program = path.resolve('dist/cli.js');

/** One run of the program: what it asked for, by request, and whether it lived to the end. */
type Life = {requests: string[][]; code: number | null};

/** Always the same numbers, from 0 to 1. */
function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/** A chat of so many messages as Android exports it. */
function exportOf(messages: number): string {
	const at = (number: number) =>
		new Date(Date.UTC(2022, 0, 1) + number * 600_000).toISOString();
	return chatter(messages)
		.map((text, number) => {
			const [year, month, rest = ''] = at(number).split('-');
			const time = rest.slice(3, 8);
			return `${rest.slice(0, 2)}/${month}/${year}, ${time} - ${number % 2 ? 'Mika' : 'Ada'}: ${text}\n`;
		})
		.join('');
}

/** A moderation endpoint on a port of this machine that answers after a moment. */
async function serve(asked: (input: string[]) => void) {
	const server = http.createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const {input} = JSON.parse(Buffer.concat(chunks).toString());
		asked(input);
		await setTimeout(2);
		response.setHeader('content-type', 'application/json');
		response.end(await answer(input).text());
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return server;
}

/**
Lets the built program score a chat at a provider and kills it so many times, with SIGKILL: before, between and in the
middle of requests. Then lets it come to its end, and once more.
*/
export async function killAndGoOn({
	kills,
	messages,
	requestsPerLife,
}: {
	kills: number;
	messages: number;
	requestsPerLife: number;
}) {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'twin-tui-killed-'));
	const file = path.join(folder, 'WhatsApp Chat with Ada.txt');
	await writeFile(file, exportOf(messages));
	const next = random(11);
	const lives: Life[] = [];
	let asked = (_input: string[]) => {};
	const server = await serve(input => asked(input));
	const {port} = server.address() as AddressInfo;
	const start = (): ChildProcess =>
		spawn(
			process.execPath,
			[
				...[program, 'dataset', file, '--me', 'Mika', '--json'],
				...['--moderation', 'custom', '--out', path.join(folder, 'out.jsonl')],
			],
			{
				stdio: ['ignore', 'pipe', 'inherit'],
				env: {
					...process.env,
					TWIN_TUI_HOME: path.join(folder, 'home'),
					CUSTOM_BASE_URL: `http://127.0.0.1:${port}/v1`,
				},
			},
		);
	const live = async (deadly: boolean) => {
		const life: Life = {requests: [], code: null};
		lives.push(life);
		const last = 1 + Math.floor(next() * requestsPerLife);
		const delay = next() * 5;
		const child = start();
		const output: Buffer[] = [];
		child.stdout?.on('data', chunk => output.push(chunk));
		asked = input => {
			life.requests.push(input);
			if (deadly && life.requests.length === last)
				void setTimeout(delay).then(() => child.kill('SIGKILL'));
		};
		// Some die before they asked for anything.
		if (deadly && next() < 0.15)
			void setTimeout(next() * 300).then(() => child.kill('SIGKILL'));
		[life.code] = await once(child, 'close');
		return Buffer.concat(output).toString();
	};
	try {
		while (lives.length < kills) await live(true);
		const summary = JSON.parse(await live(false));
		await live(false);
		const scores = path.join(folder, 'home/scores');
		const [name = ''] = await readdir(scores);
		const hashes = (await readFile(path.join(scores, name), 'utf8')).match(
			/(?<="hash":")[^"]+/g,
		);
		return {
			lives,
			summary,
			/** Texts whose scores are kept, and those that there are. */
			kept: new Set(hashes).size,
			texts: new Set(chatter(messages).map(text => text.trim())),
		};
	} finally {
		server.close();
		await rm(folder, {recursive: true, force: true});
	}
}

/**
Texts that were asked for in a life although an earlier one had asked for them, not last thing before it was killed. (A
text that is asked for in parts is in flight until all of them are there: it is left out.)
*/
export function askedTwice(
	lives: readonly Life[],
	texts: ReadonlySet<string>,
): string[] {
	const done = new Set<string>();
	const twice: string[] = [];
	for (const {requests, code} of lives) {
		const asked = requests.flat();
		twice.push(...asked.filter(text => texts.has(text) && done.has(text)));
		const landed = code === null ? requests.slice(0, -1) : requests;
		for (const text of landed.flat()) done.add(text);
	}
	return twice;
}

import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {type ServerType, serve} from '@hono/node-server';
import {expect, onTestFinished} from 'vitest';
import {openStore} from '../../source/store/store.ts';
import {createFaultProvider} from '../helpers/fault-provider.ts';
import {jsonl} from '../training/home.ts';
import {promise} from './promise.ts';

/** The fault provider on a port; it says when a request has come, and holds its answer back for good. */
async function onLoopback() {
	const provider = createFaultProvider();
	let held: {route: string; came: () => void} | null = null;
	const server = await new Promise<ServerType>(resolve => {
		const starting = serve(
			{
				async fetch(request) {
					const answer = await provider.fetch(request);
					if (held && provider.requests.at(-1) === held.route) {
						held.came();
						held = null;
						return new Promise(() => {});
					}
					return answer;
				},
				port: 0,
				hostname: '127.0.0.1',
			},
			() => resolve(starting),
		);
	});
	onTestFinished(() => void server.close());
	const {port} = server.address() as AddressInfo;
	return {
		provider,
		baseURL: `http://127.0.0.1:${port}/v1`,
		hold: (route: string) =>
			new Promise<void>(resolve => {
				held = {route, came: resolve};
			}),
	};
}

/** The built program, as a script runs it. */
function trains(home: string, file: string, baseURL: string): ChildProcess {
	const child = spawn(
		process.execPath,
		[
			path.resolve('dist/cli.js'),
			...['train', file, '--provider', 'custom', '--model', 'qwen'],
			...['--base-url', baseURL, '--name', 'Mia'],
		],
		{env: {...process.env, TWIN_TUI_HOME: home}, stdio: 'ignore'},
	);
	onTestFinished(() => void child.kill('SIGKILL'));
	return child;
}

for (const route of [
	'GET /files',
	'POST /files',
	'GET /fine_tuning/jobs',
	'POST /fine_tuning/jobs',
	'GET /fine_tuning/jobs/:id',
	'GET /models/:id',
])
	promise(
		`kill -9 while the answer to ${route} is on its way`,
		'the same job goes on, once',
		async () => {
			const home = await mkdtemp(path.join(tmpdir(), 'twin-tui-killed-'));
			onTestFinished(() =>
				rm(home, {recursive: true, force: true, maxRetries: 5}),
			);
			const file = path.join(home, 'mia.jsonl');
			await writeFile(file, jsonl(12));
			const {provider, baseURL, hold} = await onLoopback();
			provider.script.life = [{status: 'succeeded'}];
			const came = hold(route);
			const first = trains(home, file, baseURL);
			await came;
			first.kill('SIGKILL');
			await once(first, 'exit');
			const second = trains(home, file, baseURL);
			const [code] = await once(second, 'exit');
			expect(code).toBe(0);
			expect([provider.jobs.size, provider.files.size]).toEqual([1, 1]);
			const store = openStore({settings: home, data: home, log: home});
			expect(await store.twins.list()).toMatchObject([{name: 'Mia'}]);
			expect(await store.jobs.list()).toMatchObject([{phase: 'succeeded'}]);
		},
	);

import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {rolldown} from 'rolldown';
import {afterAll, beforeAll, expect, it, onTestFinished} from 'vitest';
import {
	examples,
	messagesOf,
	openLocal,
	temporaryFolder,
	untilEnded,
} from './local.ts';

/** The embedded provider as a program of its own, to be killed. */
let bundle: string;

beforeAll(async () => {
	bundle = await mkdtemp(path.join(tmpdir(), 'twin-program-'));
	const built = await rolldown({
		input: {
			fetch: 'source/local/fetch.ts',
			'training-worker': 'source/local/training-worker.ts',
		},
		platform: 'node',
		logLevel: 'silent',
	});
	await built.write({dir: bundle, format: 'esm', entryFileNames: '[name].mjs'});
	await writeFile(
		path.join(bundle, 'training-worker.js'),
		"import './training-worker.mjs';",
	);
	await writeFile(path.join(bundle, 'package.json'), '{"type":"module"}');
	await writeFile(path.join(bundle, 'program.mjs'), program);
});
afterAll(() => rm(bundle, {recursive: true, force: true}));

/** Trains on its input and prints the job's id and its messages as they come; `wait` keeps it alive. */
const program = `
import {text} from 'node:stream/consumers';
import {createLocalFetch} from './fetch.mjs';
const [folder, wait] = process.argv.slice(2);
const {fetch} = createLocalFetch({folder});
const ask = async (path, init) => (await fetch('http://twin.invalid/v1' + path, init)).json();
const form = new FormData();
form.set('purpose', 'fine-tune');
form.set('file', new File([await text(process.stdin)], 'x.jsonl'));
const file = await ask('/files', {method: 'POST', body: form});
const body = JSON.stringify({model: 'twin-base', training_file: file.id, seed: 1, hyperparameters: {n_epochs: 3}});
const job = await ask('/fine_tuning/jobs', {method: 'POST', body});
console.log(job.id);
const seen = new Set();
for (let end = false; wait && !end;) {
	end = (await ask('/fine_tuning/jobs/' + job.id)).finished_at !== null;
	const {data} = await ask('/fine_tuning/jobs/' + job.id + '/events?limit=9999');
	for (const {id, message} of data.reverse()) {
		if (!seen.has(id)) console.log(message);
		seen.add(id);
	}
}
`;

function start(folder: string, wait: string, shell = 'exec "$@"') {
	const child = spawn(
		'/bin/sh',
		[
			'-c',
			shell,
			'sh',
			process.execPath,
			path.join(bundle, 'program.mjs'),
			folder,
			wait,
		],
		{stdio: ['pipe', 'pipe', 'inherit']},
	);
	onTestFinished(() => void child.kill('SIGKILL'));
	child.stdin.end(examples(200));
	const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
	return {child, next: async () => (await lines.next()).value as string};
}

async function kill(child: ChildProcess) {
	child.kill('SIGKILL');
	await once(child, 'exit');
}

it.each([
	'Created',
	'Fine-tuning job started',
	'Step 1/',
	'Step 3/',
	'New fine-tuned model',
])('survives a kill at "%s"', async when => {
	const folder = await temporaryFolder();
	const {child, next} = start(folder, 'wait');
	const id = await next();
	while (!(await next()).startsWith(when));
	await kill(child);

	const {client} = await openLocal({folder});
	expect((await untilEnded(client, id)).status).toBe('succeeded');
	const messages = await messagesOf(client, id);
	expect(new Set(messages).size).toBe(messages.length);
	const steps = messages.flatMap(
		message => /^Step (\d+)\/(\d+)/.exec(message) ?? [],
	);
	expect(steps.length).toBeGreaterThan(0);
});

it('does not keep a program alive that waits for nothing', async () => {
	const {child} = start(await temporaryFolder(), '');
	expect(await once(child, 'exit')).toEqual([0, null]);
});

it('fails the job where the disk takes only a part of the model', async () => {
	// No file may be larger than 16 kB: what is written ends early, without an error at first.
	const limited = `trap '' XFSZ; ulimit -f 32; exec "$@"`;
	const folder = await temporaryFolder();
	const {child, next} = start(folder, 'wait', limited);
	const id = await next();
	await once(child, 'exit');
	const {client} = await openLocal({folder});
	const job = await client.fineTuning.jobs.retrieve(id);
	expect(job).toMatchObject({status: 'failed', error: {code: 'disk_full'}});
	expect((await client.models.list()).data).toHaveLength(2);
});

import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
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
			write: 'source/store/files.ts',
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

function start(folder: string, wait: string, inside: string[] = []) {
	const program = [process.execPath, path.join(bundle, 'program.mjs')];
	const [command = '', ...args] = [...inside, ...program, folder, wait];
	const child = spawn(command, args, {stdio: ['pipe', 'pipe', 'inherit']});
	onTestFinished(() => void child.kill('SIGKILL'));
	child.stdin.end(examples(200));
	const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
	return {child, next: async () => (await lines.next()).value as string};
}

async function kill(child: ChildProcess) {
	child.kill('SIGKILL');
	await once(child, 'exit');
}

// Any step: a look that comes late sees one page of the newest events only.
it.each(['Created', 'Step ', 'New fine-tuned model'])(
	'survives a kill at "%s"',
	async when => {
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
	},
);

it('does not keep a program alive that waits for nothing', async () => {
	const {child} = start(await temporaryFolder(), '');
	expect(await once(child, 'exit')).toEqual([0, null]);
});

/** A disk of 100 kB that only the program and its children see; needs Linux and the right to make one. */
const tinyDisk = [
	'unshare',
	'-rm',
	'sh',
	'-c',
	'mount -t tmpfs -o size=100k none "$0" && exec "$@"',
];
const canMount =
	spawnSync(tinyDisk[0] ?? '', [...tinyDisk.slice(1), tmpdir(), 'true'])
		.status === 0;

it.runIf(canMount)('fails the job where the disk is full', async () => {
	const folder = await temporaryFolder();
	const {child, next} = start(folder, 'wait', [...tinyDisk, folder]);
	const said: string[] = [];
	for (let line = await next(); line; line = await next()) said.push(line);
	await once(child, 'close');
	expect(said.at(-1)).toBe('The disk is full. Make room on it and try again.');
	// A look that comes late sees one page of the newest events only.
	expect(said.join()).toMatch(/Step \d+\/63/);
});

it.runIf(canMount)('does not take a part of a file for the file', async () => {
	const folder = await temporaryFolder();
	const script = `
		import {writeFile} from ${JSON.stringify(path.join(bundle, 'write.mjs'))};
		const [folder] = process.argv.slice(1);
		for (const size of [60_000, 60_000])
			await writeFile(folder + '/' + Math.random(), new Uint8Array(size)).then(
				() => console.log('kept'),
				({code}) => console.log(code),
			);`;
	const [command = '', ...args] = [...tinyDisk, folder, process.execPath];
	const {stdout} = spawnSync(command, [
		...args,
		'--input-type=module',
		'-e',
		script,
		folder,
	]);
	expect(stdout.toString()).toBe('kept\nENOSPC\n');
});

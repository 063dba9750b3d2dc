import {execFile} from 'node:child_process';
import {once} from 'node:events';
import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {expect, onTestFinished, test} from 'vitest';
import {journey} from '../faults/killing.ts';
import {noNetwork, socketsTried} from '../helpers/no-network.ts';
import {atOnce, runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';
import {exportWith} from '../screens/program.tsx';

const patience = 20_000;
const secret = 'sk-proj-CanaryKey0123456789abcdef';

function temporaryFolder(): string {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'twin-tui-private-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
}

/** Files and folders in a home with their modes, and what all files hold. */
function readHome(home: string) {
	const entries = readdirSync(home, {recursive: true, withFileTypes: true}).map(
		entry => {
			const file = path.join(entry.parentPath, entry.name);
			const mode = (statSync(file).mode & 0o777).toString(8);
			return {file, mode, isFolder: entry.isDirectory()};
		},
	);
	const log = path.join(home, 'twin-tui.log');
	const contents = entries
		.filter(({isFolder}) => !isFolder)
		.map(({file}) => readFileSync(file, 'latin1'));
	return {
		modes: new Set(
			entries.map(
				({mode, isFolder}) => `${isFolder ? 'folder' : 'file'} ${mode}`,
			),
		),
		all: contents.join('\n'),
		log: entries.some(({file}) => file === log)
			? readFileSync(log, 'utf8')
			: '',
	};
}

test('from exports to a reply: no socket is opened, files are the owner’s only, no key and no chat text is where it should not be', {
	timeout: 3 * patience,
}, async () => {
	const folder = temporaryFolder();
	const sockets = path.join(folder, 'sockets');
	const home = path.join(folder, 'home');
	const file = path.join(folder, 'WhatsApp Chat with Vertikalkartoffel.txt');
	writeFileSync(file, exportWith(60, 'Mika', 'Vertikalkartoffel'));
	const program = await runInPty([file], {
		...{columns: 60, rows: 16},
		home,
		env: {...atOnce, ...noNetwork(sockets), OPENAI_API_KEY: secret},
	});
	await journey(program);
	program.write('kanarienvogel');
	await program.until('❯ kanarienvogel');
	program.write(keys.enter);
	await program.until(screen => !screen.includes('❯ kanarienvogel'));
	program.write(ctrl('c') + ctrl('c'));
	expect(await program.exit).toBe(0);
	expect(socketsTried(sockets)).toBe('');
	const {modes, all, log} = readHome(home);
	expect([...modes].sort()).toEqual(['file 600', 'folder 700']);
	expect((statSync(home).mode & 0o777).toString(8)).toBe('700');
	expect(all).not.toContain('CanaryKey');
	expect(program.output()).not.toContain('CanaryKey');
	expect(log).not.toMatch(/kanarienvogel|Vertikalkartoffel|soup/);
	// What is left in the normal screen says nothing of the chats.
	expect(program.text()).not.toMatch(/kanarienvogel|Vertikalkartoffel/);
});

test('the guard against sockets is one: a program that needs the network fails under it', async () => {
	const folder = temporaryFolder();
	const sockets = path.join(folder, 'sockets');
	const {code} = await run(['serve', '--port', '0'], {
		TWIN_TUI_HOME: folder,
		...noNetwork(sockets),
	});
	expect(code).toBe(1);
	expect(socketsTried(sockets)).toContain('listen');
});

/** What a provider may answer that tells what it was sent. */
const tells: [status: number, says: (key: string, body: string) => string][] = [
	[401, key => `Incorrect API key provided: ${key}.`],
	[400, (key, body) => `No: ${body.slice(0, 300)} (${key})`],
	[500, (key, body) => `Failed on ${body} with ${key}`],
];

test('a provider tells what it was sent: neither key nor chat text gets into the log, no key onto the terminal', async () => {
	const home = path.join(temporaryFolder(), 'home');
	let turn = 0;
	const server = createServer(async (request, response) => {
		const key = request.headers.authorization?.replace('Bearer ', '') ?? '';
		const [status, says] = tells[turn] ?? [500, String];
		const message = `${says(key, await text(request))} turn ${turn}`;
		response.writeHead(status, {
			'content-type': 'application/json',
			'retry-after-ms': '1',
		});
		response.end(JSON.stringify({error: {message, code: 'x'}}));
	}).listen(0, '127.0.0.1');
	onTestFinished(() => void server.close());
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	const program = await runInPty(
		`--chat Nora --provider custom --base-url http://127.0.0.1:${port}/v1 --model m`.split(
			' ',
		),
		{home, columns: 120, env: {CUSTOM_API_KEY: secret}},
	);
	await program.until('Say something to Nora');
	const told = new Set<string>();
	for (turn = 0; turn < tells.length; turn++) {
		// What could not be sent stands there again.
		program.write(`${ctrl('u')}kanarienvogel ${turn}`);
		await program.until(`❯ kanarienvogel ${turn}`);
		program.write(keys.enter);
		await program.until(screen => {
			const [sentence = ''] = /✗ .*/.exec(screen) ?? [];
			return sentence !== '' && !told.has(sentence);
		}, patience);
		told.add(/✗ .*/.exec(program.text())?.[0] ?? '');
		const reply = await run(
			['reply'],
			{TWIN_TUI_HOME: home, CUSTOM_API_KEY: secret},
			'kanarienvogel',
		);
		expect(reply.code).toBe(1);
		expect(reply.stderr).not.toContain('CanaryKey');
	}
	program.write(ctrl('c') + ctrl('c'));
	expect(await program.exit).toBe(0);
	expect(program.output()).not.toContain('CanaryKey');
	const {all, log} = readHome(home);
	expect(all).not.toContain('CanaryKey');
	expect(log).not.toContain('kanarienvogel');
});

function run(
	args: string[],
	env: Record<string, string>,
	input = '',
): Promise<{code: number; stderr: string}> {
	return new Promise(resolve => {
		const child = execFile(
			process.execPath,
			[path.resolve('dist/cli.js'), ...args],
			{env: {PATH: process.env.PATH, ...env}},
			(error, _, stderr) =>
				resolve({
					code: typeof error?.code === 'number' ? error.code : 0,
					stderr,
				}),
		);
		child.stdin?.end(input);
	});
}

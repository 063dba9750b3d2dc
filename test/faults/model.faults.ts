import {once} from 'node:events';
import {createServer, type RequestListener} from 'node:http';
import {type AddressInfo, createServer as createSocketServer} from 'node:net';
import path from 'node:path';
import {describe, expect, onTestFinished, vi} from 'vitest';
import {runInPty} from '../helpers/pty.ts';
import {ctrl, keys} from '../helpers/screen.ts';
import {expectTold, run, temporaryFolder} from './program.ts';
import {promise} from './promise.ts';

const patience = 30_000;

const event = (data: object | string) =>
	`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
const chunk = (content: unknown, reason: string | null = null) =>
	event({choices: [{index: 0, delta: {content}, finish_reason: reason}]});
const stream = {'content-type': 'text/event-stream'};

const evil =
	'hi \u001B[31mred\u001B]0;owned\u0007\u001B[2J\u009B1m\u202Etxt\u0007\u001B]52;c;b3duZWQ=\u0007 end';

/** What a server on this machine does with every request. @returns its base URL */
async function serve(listener: RequestListener): Promise<string> {
	const server = createServer(listener).listen(0, '127.0.0.1');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	await once(server, 'listening');
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

const twinAt = (baseURL: string) => [
	'--chat',
	'Nora',
	'--provider',
	'custom',
	'--base-url',
	baseURL,
	'--model',
	'm',
];

/** Opens the chat with a twin of this server, and says something to it. */
async function talkTo(baseURL: string, home?: string) {
	const program = await runInPty(twinAt(baseURL), {
		columns: 100,
		...(home ? {home} : {}),
		env: {CUSTOM_API_KEY: 'canary-key-0123456789', REDUCE_MOTION: '1'},
	});
	await program.until('Write to Nora', patience);
	program.write('hey');
	await program.until('❯ hey', patience);
	program.write(keys.enter);
	return program;
}

type Running = Awaited<ReturnType<typeof talkTo>>;

/** Sends a message as soon as the twin has ended its own. */
async function say(program: Running, text: string): Promise<void> {
	// What could not be sent stands there again.
	program.write(ctrl('u'));
	await program.until('Write to Nora', patience);
	program.write(text);
	await program.until(`❯ ${text}`, patience);
	await vi.waitFor(
		async () => {
			program.write(keys.enter);
			await program.until(screen => !screen.includes(`❯ ${text}`), 500);
		},
		{timeout: patience},
	);
}

/** The program still takes a message, and can be left. */
async function expectUp(program: Running): Promise<void> {
	program.write('still here');
	await program.until('still here', patience);
	program.write(ctrl('c') + ctrl('c') + ctrl('c'));
	expect(await program.exit).toBe(0);
	expect(await program.isRestored()).toBe(true);
}

/** A twin of this server is known to a home, for commands. */
async function homeWith(baseURL: string): Promise<string> {
	const home = path.join(await temporaryFolder(), 'home');
	const program = await runInPty(twinAt(baseURL), {home});
	await program.until('Write to Nora', patience);
	program.write(ctrl('c'));
	await program.exit;
	return home;
}

describe('a hostile model', () => {
	promise(
		'control sequences in its reply and in its errors',
		'none of them reaches the terminal',
		async () => {
			let asked = 0;
			const url = await serve((_, response) => {
				if (asked++ % 2 === 0) {
					response.writeHead(200, stream);
					response.end(chunk(evil) + chunk('', 'stop') + event('[DONE]'));
				} else {
					response.writeHead(400, {'content-type': 'application/json'});
					response.end(JSON.stringify({error: {message: evil, code: evil}}));
				}
			});
			const program = await talkTo(url);
			await program.until('end', patience);
			await program.until(screen => !screen.includes('is writing'), patience);
			await say(program, 'again');
			await program.until('✗', patience);
			await expectUp(program);
			expect(program.output()).not.toMatch(
				/\u001B[\]P^_]|[\u0007\u0080-\u009F\u202A-\u202E]/,
			);
		},
	);

	promise(
		'a reply that never ends',
		'it is cut, in the program and for reply; the program goes on',
		async () => {
			const url = await serve((_, response) => {
				response.writeHead(200, stream);
				const write = () => {
					while (response.write(chunk('blah '.repeat(100))));
					if (!response.destroyed) response.once('drain', write);
				};
				write();
			});
			const home = await homeWith(url);
			const ended = await run(['reply'], {home, input: 'hey'});
			expectTold(ended);
			const program = await talkTo(url, home);
			await program.until('blah', patience);
			await program.until(screen => !screen.includes('is writing'), patience);
			await expectUp(program);
			return `reply: ${ended.stdout.length} characters, exit code ${ended.code}`;
		},
	);

	promise(
		'a line of the stream that never ends; a stream of nothing but comments',
		'a sentence once it is too much, or when one stops it; memory stays',
		async () => {
			for (const [head, part] of [
				['data: {"choices":[{"delta":{"content":"', 'a'.repeat(65_536)],
				['', ': nothing\n\n'.repeat(5000)],
			] as const) {
				const url = await serve((_, response) => {
					response.writeHead(200, stream);
					response.write(head);
					const write = () => {
						while (response.write(part));
						if (!response.destroyed) response.once('drain', write);
					};
					write();
				});
				const ended = await run(['reply'], {
					home: await homeWith(url),
					input: 'hey',
				});
				expectTold(ended);
				expect(ended.code).toBe(1);
			}
		},
	);

	promise(
		'JSON that is none, is another, has other types',
		'a sentence each time; the program goes on',
		async () => {
			const answers: [string, string][] = [
				['text/event-stream', 'data: {nope\n\n'],
				['text/event-stream', event('null') + event([]) + event('7')],
				[
					'text/event-stream',
					event({choices: 'x'}) + event({choices: [null]}) + event('[DONE]'),
				],
				['text/event-stream', chunk({a: 1}) + chunk(7) + chunk('', 'stop')],
				['text/event-stream', event({error: {message: ['x'], code: {}}})],
				['application/json', '{"choices": null}'],
				['application/json', '\u0000\u0001\u0002'],
				['text/html', `<html>${'x'.repeat(1 << 20)}</html>`],
				['text/event-stream', ''],
			];
			let at = 0;
			let asked = 0;
			const url = await serve((_, response) => {
				asked++;
				const [type, body] = answers[at] ?? ['', ''];
				response.writeHead(200, {'content-type': type});
				response.end(body);
			});
			const home = await homeWith(url);
			for (at = 0; at < answers.length; at++) {
				const ended = await run(['reply'], {home, input: 'hey'});
				try {
					expectTold(ended);
					expect(ended.stdout).not.toContain('[object');
				} catch (error) {
					throw new Error(`${answers[at]?.[1].slice(0, 60)}: ${error}`);
				}
			}
			at = 0;
			const program = await talkTo(url, home);
			await program.until('✗', patience);
			for (at = 1; at < answers.length; at++) {
				// What could not be sent stands there again at once.
				program.write(`${ctrl('u')}go on ${at}`);
				await program.until(`❯ go on ${at}`, patience);
				const before = asked;
				await vi.waitFor(
					() => {
						program.write(keys.enter);
						expect(asked).toBeGreaterThan(before);
					},
					{timeout: patience, interval: 200},
				);
				await program.until(screen => !screen.includes('is writing'), patience);
			}
			await expectUp(program);
			return `${answers.length} answers`;
		},
	);

	promise(
		'headers that never end',
		'a sentence; the program goes on',
		async () => {
			const server = createSocketServer(socket => {
				socket.on('error', () => undefined);
				socket.write('HTTP/1.1 200 OK\r\n');
				const write = () => {
					while (socket.write(`x-${Math.random()}: ${'y'.repeat(900)}\r\n`));
					if (!socket.destroyed) socket.once('drain', write);
				};
				write();
			}).listen(0, '127.0.0.1');
			onTestFinished(() => void server.close());
			await once(server, 'listening');
			const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
			const ended = await run(['reply'], {
				home: await homeWith(url),
				input: 'hey',
			});
			expectTold(ended);
			expect(ended.code).toBe(1);
			return `“${ended.stderr.trim()}”`;
		},
	);

	promise('no answer at all', 'esc gives the prompt back at once', async () => {
		const url = await serve(() => undefined);
		const program = await talkTo(url);
		await program.until('is writing', patience);
		program.write(keys.escape);
		await program.until(screen => !screen.includes('is writing'), patience);
		await expectUp(program);
	});

	promise(
		'a redirection to another server',
		'the key does not go there',
		async () => {
			const keys: (string | undefined)[] = [];
			const other = await serve((request, response) => {
				keys.push(request.headers.authorization);
				response.writeHead(401);
				response.end();
			});
			const url = await serve((_, response) => {
				response.writeHead(307, {location: `${other}/chat/completions`});
				response.end();
			});
			const ended = await run(['reply'], {
				home: await homeWith(url),
				input: 'hey',
				env: {CUSTOM_API_KEY: 'canary-key-0123456789'},
			});
			expectTold(ended);
			expect(keys.filter(Boolean)).toEqual([]);
			expect(ended.stderr).not.toContain('canary');
			return `asked there ${keys.length}×, without a key`;
		},
	);
});

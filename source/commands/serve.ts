import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {createAdaptorServer} from '@hono/node-server';
import {Hono} from 'hono';
import {createLocalApp} from '../local/app.ts';
import {answerError} from '../local/errors.ts';
import {guard} from '../local/guard.ts';
import {findProvider} from '../provider/providers.ts';
import {findHome} from '../store/home.ts';
import {openStore} from '../store/store.ts';
import type {Twin} from '../store/types.ts';
import {modelCalled} from '../twin/called.ts';
import {exit, type Io, UsageError} from './io.ts';
import {safeText} from './safe-text.ts';
import {isElsewhere, openElsewhere} from './serve-elsewhere.ts';

export const serveFlags = {
	port: {type: 'string'},
	key: {type: 'string'},
} as const;

export type ServeOptions = {
	/** 0 takes any free one. */
	port: number;
	/** Null: one is made up and shown, for whoever reaches the port can talk to the twins and read what they learnt from. */
	key: string | null;
};

/** @throws UsageError where the port or the key is none. */
export function serveOptions(
	values: Readonly<Record<string, unknown>>,
): ServeOptions {
	const {port = '8787', key = null} = values as {port?: string; key?: string};
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
		throw new UsageError(
			`"${port}" is no port: --port takes a number from 0 to 65535.`,
		);
	if (key !== null && !/^[\x21-\x7e]+$/.test(key))
		throw new UsageError(
			'--key takes letters, digits and signs without spaces, as it is sent in a header.',
		);
	return {port: Number(port), key};
}

/**
`twin-tui serve` (design, section 6): all twins on a loopback port, for any client of OpenAI.
Runs until the signal is aborted.
@param io The URL goes to stdout; the key, the twins' models and errors to stderr.
@returns the exit code: 0, or 1 where it cannot begin.
*/
export async function serve(
	{port, key}: ServeOptions,
	{stdout, stderr, environment}: Pick<Io, 'stdout' | 'stderr' | 'environment'>,
	signal: AbortSignal,
): Promise<number> {
	const home = findHome(environment);
	const elsewhere = openElsewhere(home, {environment});
	const local = createLocalApp({
		folder: path.join(home.data, 'local'),
		elsewhere,
		modelCalled: name => modelCalled(name, home),
	});
	const secret = key ?? `twin-${randomBytes(24).toString('base64url')}`;
	const app = new Hono()
		.use(guard(secret))
		.route('/', local.app)
		.onError(answerError);
	const server = createAdaptorServer({fetch: app.fetch}) as Server;
	try {
		server.listen(port, '127.0.0.1');
		await once(server, 'listening', {signal});
		const {port: taken} = server.address() as AddressInfo;
		stdout.write(`http://127.0.0.1:${taken}/v1\n`);
		if (key === null) stderr.write(`Key: ${secret}\n`);
		for (const twin of await openStore(home).twins.list())
			stderr.write(`${announce(twin)}\n`);
		await untilAborted(signal);
	} catch (error) {
		if (!signal.aborted) {
			stderr.write(`${explain(error, port)}\n`);
			return exit.failure;
		}
	} finally {
		server.close();
		server.closeAllConnections();
		await local.close();
		await elsewhere.close();
	}
	return exit.success;
}

/** What clients ask for a twin by, and where what they send goes on to. */
function announce(twin: Twin): string {
	const {id, name, provider, baseURL, model} = twin;
	if (!isElsewhere(twin))
		return `${safeText(name)}: model ${model}, or just its name`;
	const where = baseURL ? ` at ${safeText(baseURL)}` : '';
	return `${safeText(name)}: model ${id}, or just its name; answered by ${findProvider(provider).label}${where}, which gets what is sent to it`;
}

const untilAborted = (signal: AbortSignal) =>
	new Promise<void>(resolve => {
		if (signal.aborted) resolve();
		else signal.addEventListener('abort', () => resolve(), {once: true});
	});

function explain(error: unknown, port: number): string {
	const {code, message} = error as NodeJS.ErrnoException;
	if (code === 'EADDRINUSE')
		return `Port ${port} is in use by another program. Choose one with --port, for example --port ${port === 65_535 ? 8788 : port + 1}.`;
	if (code === 'EACCES')
		return `You may not use port ${port}. Choose one above 1023 with --port.`;
	return `The server could not begin: ${message}`;
}

import {existsSync, readFileSync} from 'node:fs';

/** Loaded into the program and its threads before anything else: whoever connects, listens, looks a name up or sends a datagram is noted, and fails. */
const preload = `
import {appendFileSync} from 'node:fs';
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import {syncBuiltinESMExports} from 'node:module';
const forbid = (owner, name) => {
	owner[name] = () => {
		appendFileSync(process.env.SOCKETS_FILE, name + ' ' + new Error().stack + '\\n');
		throw new Error('No network here: ' + name);
	};
};
forbid(net.Socket.prototype, 'connect');
forbid(net.Server.prototype, 'listen');
forbid(dgram, 'createSocket');
forbid(dns, 'lookup');
forbid(dns.promises, 'lookup');
syncBuiltinESMExports();
`;

/** An environment in which no socket can be opened; `file` is where one that was tried is noted. */
export const noNetwork = (file: string): Record<string, string> => ({
	SOCKETS_FILE: file,
	NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}`,
});

/** Which sockets a program tried to open there. */
export const socketsTried = (file: string): string =>
	existsSync(file) ? readFileSync(file, 'utf8') : '';

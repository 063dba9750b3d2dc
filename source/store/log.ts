import {
	appendFileSync,
	mkdirSync,
	readFileSync,
	renameSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {findHome} from './home.ts';

/** Where details go that do not belong on the screen: stacks, requests that failed. Never chat text, never keys. */
export const logPath = (): string => path.join(findHome().log, 'twin-tui.log');

/** Bytes of the log at most, but for its newest entry: beyond them the older half goes. */
const mostBytes = 1_000_000;
/** Characters of an entry: what a server sends instead of an answer may be long. */
const mostDetail = 20_000;

/** Adds an entry to the log; never throws, for the log must not be what fails. The clock is UTC. */
export function log(what: string, error?: unknown): void {
	const detail =
		error instanceof Error
			? (error.stack ?? error.message)
			: error === undefined
				? ''
				: String(error);
	try {
		const file = logPath();
		mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
		appendFileSync(
			file,
			`${new Date().toISOString()} ${what} ${redact(detail).slice(0, mostDetail)}\n`,
			{mode: 0o600},
		);
		if (statSync(file).size > mostBytes) dropOlder(file);
	} catch {
		// A full disk or a read-only home: the program goes on without a log.
	}
}

/** Leaves the newer half, from the beginning of a line on. */
function dropOlder(file: string): void {
	const newer = readFileSync(file).subarray(-mostBytes / 2);
	const shorter = `${file}.tmp`;
	writeFileSync(shorter, newer.subarray(newer.indexOf('\n') + 1), {
		mode: 0o600,
	});
	renameSync(shorter, file);
}

/** Keys that are in use, whatever they look like. */
const secrets = new Set<string>();

/** From here on a key is neither logged nor shown; what is too short to be one is passed over. */
export function hideSecret(key: string | undefined): void {
	const secret = key?.trim() ?? '';
	if (secret.length > 7) secrets.add(secret);
}

/** Keys never reach the log. */
export const redact = (text: string): string =>
	[...secrets]
		.reduce((shown, secret) => shown.replaceAll(secret, '…'), text)
		.replaceAll(/\b(sk|key|Bearer)[-_ ][\w-]{6,}/g, '$1-…');

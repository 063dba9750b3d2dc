import {appendFileSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import {findHome} from './home.ts';

/** Where details go that do not belong on the screen: stacks, requests that failed. Never chat text, never keys. */
export const logPath = (): string => path.join(findHome().log, 'twin-tui.log');

/** Adds an entry to the log; never throws, for the log must not be what fails. The clock is UTC. */
export function log(what: string, error?: unknown): void {
	const detail =
		error instanceof Error
			? (error.stack ?? error.message)
			: error === undefined
				? ''
				: String(error);
	try {
		mkdirSync(path.dirname(logPath()), {recursive: true, mode: 0o700});
		appendFileSync(
			logPath(),
			`${new Date().toISOString()} ${what} ${redact(detail)}\n`,
			{mode: 0o600},
		);
	} catch {
		// A full disk or a read-only home: the program goes on without a log.
	}
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
